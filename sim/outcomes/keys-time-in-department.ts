// sim/outcomes/keys-time-in-department.ts: outcomes of the time in A&E: the share of patients who have
// left by each hour, on the clock of the 4-hour standard.

import type { OutcomeKey } from './keys.js';

/** Hours by which it is counted who has left; at 4 hours it is the standard itself. */
export const DEPARTMENT_HOURS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 18, 24] as const;

export const TIME_OUTCOMES = [
  { key: 'within1hType1Share', label: 'Within 1 hour, type 1', ...share(1) },
  { key: 'within2hType1Share', label: 'Within 2 hours, type 1', ...share(2) },
  { key: 'within3hType1Share', label: 'Within 3 hours, type 1', ...share(3) },
  { key: 'within5hType1Share', label: 'Within 5 hours, type 1', ...share(5) },
  { key: 'within6hType1Share', label: 'Within 6 hours, type 1', ...share(6) },
  { key: 'within8hType1Share', label: 'Within 8 hours, type 1', ...share(8) },
  { key: 'within10hType1Share', label: 'Within 10 hours, type 1', ...share(10) },
  { key: 'within12hType1Share', label: 'Within 12 hours, type 1', ...share(12) },
  { key: 'within18hType1Share', label: 'Within 18 hours, type 1', ...share(18) },
  { key: 'within24hType1Share', label: 'Within 24 hours, type 1', ...share(24) },
] as const satisfies readonly OutcomeKey[];

function share(hours: number) {
  const definition =
    `Attendances of the major A&E department that left within ${hours} ${hours === 1 ? 'hour' : 'hours'}, on ` +
    'the clock of the 4-hour standard ÷ those timed. Who is still there at the end counts with the time so far.';
  return { definition, unit: 'share', better: 'higher' } as const;
}
