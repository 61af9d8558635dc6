// workers/task.ts: one replication of one scenario, the same in Node and in the browser.

import { seedOf } from '../sim/engine/seed.js';
import type { Parameters } from '../sim/hospital/parameters.js';
import { simulate } from '../sim/hospital/simulate.js';
import { costOfWinter, costsOf } from '../sim/outcomes/costs.js';
import { OUTCOME_KEYS } from '../sim/outcomes/keys.js';
import { type Measured, measure } from '../sim/outcomes/measures.js';
import { compile, daysOfModel, type EffectChoice } from '../sim/scenario/compile.js';
import { lateStarts, startedLate } from '../sim/scenario/late-starts.js';
import { drawOf, sampledModel } from '../sim/scenario/sampled.js';
import type { Model } from '../sim/scenario/schema.js';

/** What a worker is asked for: everything is in the message, so any worker can do any task. */
export interface Task {
  /** Position of the scenario in its batch. */
  scenario: number;
  name: string;
  /** Hash of the model: workers keep compiled models by it. */
  hash: string;
  model: Model;
  effects: EffectChoice;
  bankHolidays: readonly string[];
  seed: string;
  replication: number;
}

const COMPILED_KEPT = 12;
const COST = OUTCOME_KEYS.indexOf('costPounds');
const compiled = new Map<string, Parameters>();

/** Runs a task; called inside a worker. */
export function runTask(task: Task): Measured {
  const seed = seedOf(task.seed);
  const late = lateStarts(task.model, seed, task.replication);
  const parameters = parametersOf(task, late);
  const replication = simulate(parameters, seed, task.replication);
  const measured = measure(replication, parameters.days);
  const costs = costsOf(startedLate(task.model, late, parameters.days), parameters.days);
  measured.outcomes[COST] = costOfWinter(costs, measured.services);
  return measured;
}

function parametersOf(task: Task, late: readonly string[]): Parameters {
  const { hash, effects, name, seed, replication } = task;
  const draw = effects === 'sampled' ? drawOf(replication) : -1;
  const key = `${hash} ${effects} ${draw < 0 ? '' : `${seed} ${draw}`} ${late.join(' ')}`;
  let parameters = compiled.get(key);
  if (parameters === undefined) {
    const bankHolidays = new Set(task.bankHolidays);
    const model = draw < 0 ? task.model : sampledModel(task.model, seed, draw);
    const days = daysOfModel(model, bankHolidays);
    const options = { name, effects: effects === 'sampled' ? 'likely' : effects, bankHolidays };
    parameters = compile(startedLate(model, late, days), options);
    if (compiled.size >= COMPILED_KEPT) compiled.clear();
    compiled.set(key, parameters);
  }
  return parameters;
}
