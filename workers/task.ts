// workers/task.ts: one replication of one scenario, the same in Node and in the browser.

import { seedOf } from '../sim/engine/seed.js';
import type { Parameters } from '../sim/hospital/parameters.js';
import { simulate } from '../sim/hospital/simulate.js';
import { costOfWinter, costsOf } from '../sim/outcomes/costs.js';
import { OUTCOME_KEYS } from '../sim/outcomes/keys.js';
import { type Measured, measure } from '../sim/outcomes/measures.js';
import { compile, type Effects } from '../sim/scenario/compile.js';
import type { Model } from '../sim/scenario/schema.js';

/** What a worker is asked for: everything is in the message, so any worker can do any task. */
export interface Task {
  /** Position of the scenario in its batch. */
  scenario: number;
  name: string;
  /** Hash of the model: workers keep compiled models by it. */
  hash: string;
  model: Model;
  effects: Effects;
  bankHolidays: readonly string[];
  seed: string;
  replication: number;
}

const COMPILED_KEPT = 12;
const COST = OUTCOME_KEYS.indexOf('costPounds');
const compiled = new Map<string, Parameters>();

/** Runs a task; called inside a worker. */
export function runTask(task: Task): Measured {
  const parameters = parametersOf(task);
  const replication = simulate(parameters, seedOf(task.seed), task.replication);
  const measured = measure(replication, parameters.days);
  const costs = costsOf(task.model, parameters.days);
  measured.outcomes[COST] = costOfWinter(costs, measured.services);
  return measured;
}

function parametersOf({ hash, model, effects, name, bankHolidays }: Task): Parameters {
  const key = `${hash} ${effects}`;
  let parameters = compiled.get(key);
  if (parameters === undefined) {
    parameters = compile(model, { name, effects, bankHolidays: new Set(bankHolidays) });
    if (compiled.size >= COMPILED_KEPT) compiled.clear();
    compiled.set(key, parameters);
  }
  return parameters;
}
