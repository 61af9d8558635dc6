// web/state/choices.ts: what the form holds, and how it becomes scenarios to simulate.

import type { Library } from '../../sim/scenario/library.js';
import { parseFile } from '../../sim/scenario/parse.js';
import { plainDescription } from '../../sim/scenario/plain-description.js';
import { InputError, problemLines, valueText } from '../../sim/scenario/problems.js';
import {
  MissingInputError,
  type Request,
  type Resolved,
  resolve,
} from '../../sim/scenario/resolve.js';
import type { FileKind } from '../../sim/scenario/schema.js';

/** The form as it stands, with texts as they were typed. */
export interface Choices {
  system: string;
  winter: string;
  plans: readonly string[];
  /** Also simulate the chosen plans put together. */
  together: boolean;
  replications: string;
  seed: string;
}

/** A file to choose: its name in the library, and what it calls itself. */
export interface Option {
  value: string;
  label: string;
  hint: string;
}

export type Field = 'system' | 'winter' | 'plans' | 'replications' | 'seed';

/** One sentence about one field. */
export interface FieldError {
  field: Field;
  message: string;
}

/** Choices in order, ready to run; the first scenario is the base. */
export interface CheckedChoices {
  scenarios: Resolved[];
  replications: number;
  seed: string;
}

export const PLANS_MOST = 3;
export const REPLICATIONS_MOST = 500;
export const SEED_LENGTH_MOST = 200;

const FIRST_SYSTEM = 'lister-2017-18';
const FIRST_PLANS = ['frailty-in-reach-70h', 'discharge-to-assess'];
const FIRST_REPLICATIONS = '20';
const FIRST_SEED = 'winterflow';
const EXTENDS_MOST = 8;

/** The choices that the page opens with. */
export function firstChoices(library: Library): Choices {
  const systems = library.names('system');
  const system = systems.includes(FIRST_SYSTEM) ? FIRST_SYSTEM : (systems[0] ?? '');
  const plans = library.names('plan');
  return {
    system,
    winter: ownWinter(library, system),
    plans: plans.filter((plan) => FIRST_PLANS.includes(plan)),
    together: false,
    replications: FIRST_REPLICATIONS,
    seed: FIRST_SEED,
  };
}

/** Files of a kind, under the names that they give themselves. */
export function optionsOf(library: Library, kind: FileKind): Option[] {
  return library.names(kind).map((value) => optionOf(library, kind, value));
}

/** One file as a choice. */
export function optionOf(library: Library, kind: FileKind, value: string): Option {
  const fields = fieldsOf(library, kind, value);
  const text = (key: string) => (typeof fields[key] === 'string' ? fields[key].trim() : '');
  return { value, label: text('name') || value, hint: plainDescription(text('description')) };
}

/** The winter that a system, or the one it extends, names for itself. */
export function ownWinter(library: Library, system: string): string {
  let name: unknown = system;
  for (let depth = 0; depth <= EXTENDS_MOST && typeof name === 'string'; depth++) {
    const fields = fieldsOf(library, 'system', name);
    if (typeof fields.winter === 'string') return fields.winter;
    name = fields.extends;
  }
  return library.names('winter')[0] ?? '';
}

function fieldsOf(library: Library, kind: FileKind, name: string): Record<string, unknown> {
  const source = library.read(kind, name);
  return source === null ? {} : (parseFile(source.file, source.text).value ?? {});
}

/** What the choices ask for: the base, each plan, and perhaps the plans together. */
export function requestsOf({ system, winter, plans, together }: Choices): Request[] {
  const base = { system, winter };
  const combined = together && plans.length > 1 ? [{ ...base, plans: [...plans] }] : [];
  return [base, ...plans.map((plan) => ({ ...base, plans: [plan] })), ...combined];
}

/** Checks every field and resolves the scenarios; all errors come together. */
export function checkChoices(library: Library, choices: Choices): CheckedChoices | FieldError[] {
  const errors: FieldError[] = [];
  const replications = wholeNumber(choices.replications);
  if (replications === null) {
    errors.push({
      field: 'replications',
      message:
        `Number of winters: ${valueText(choices.replications)} is not allowed; give a whole number ` +
        `from 1 to ${REPLICATIONS_MOST}, without commas.`,
    });
  }
  if (choices.seed.length < 1 || choices.seed.length > SEED_LENGTH_MOST) {
    errors.push({
      field: 'seed',
      message: `Seed phrase: give 1 to ${SEED_LENGTH_MOST} characters; there are ${choices.seed.length}.`,
    });
  }
  errors.push(...planErrors(choices));
  const scenarios = errors.some(({ field }) => field === 'plans')
    ? []
    : resolveAll(library, choices, errors);
  if (errors.length > 0 || replications === null) return errors;
  return { scenarios, replications, seed: choices.seed };
}

function planErrors({ plans, together }: Choices): FieldError[] {
  if (plans.length > PLANS_MOST) {
    const message = `Plans: choose up to ${PLANS_MOST}; ${plans.length} are chosen.`;
    return [{ field: 'plans', message }];
  }
  if (together && plans.length < 2) {
    const message = 'Plans: choose two or three plans to put together, or leave that out.';
    return [{ field: 'plans', message }];
  }
  return [];
}

/** Resolves each request; what is wrong with a file is said once. */
function resolveAll(library: Library, choices: Choices, errors: FieldError[]): Resolved[] {
  const resolved: Resolved[] = [];
  const messages = new Set<string>();
  for (const request of requestsOf(choices)) {
    try {
      resolved.push(resolve(library, request));
    } catch (error) {
      if (error instanceof InputError) {
        for (const line of problemLines(error.problems)) messages.add(line);
      } else if (error instanceof MissingInputError) messages.add(error.message);
      else throw error;
    }
  }
  resolved.forEach(({ name }, i) => {
    if (resolved.findIndex((other) => other.name === name) === i) return;
    messages.add(`Two scenarios have the name "${name}"; choose one of them.`);
  });
  for (const message of messages) errors.push({ field: 'plans', message });
  return resolved;
}

function wholeNumber(text: string): number | null {
  if (!/^\s*\d{1,6}\s*$/.test(text)) return null;
  const value = Number(text);
  return value >= 1 && value <= REPLICATIONS_MOST ? value : null;
}

/** The command that runs the same batch without a browser. */
export function commandOf(choices: Choices): string {
  const { system, winter, plans, together, replications, seed } = choices;
  const quoted = `'${seed.replace(/'/g, "'\\''")}'`;
  const each = plans.map((plan) => `--plan ${plan}`);
  if (together && plans.length > 1) each.push(`--plan ${plans.join('+')}`);
  return [
    `npx winterflow run ${system} --winter ${winter}`,
    ...each,
    `--replications ${replications.trim()} --seed ${quoted} --out results-folder`,
  ].join(' ');
}
