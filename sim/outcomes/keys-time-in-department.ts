// sim/outcomes/keys-time-in-department.ts: outcomes of the time in A&E: the share of patients who have
// left by each hour, on the clock of the 4-hour standard.

import type { OutcomeKey } from './keys.js';

/** Hours by which it is counted who has left; at 4 hours it is the standard itself. */
export const DEPARTMENT_HOURS = [1, 2, 3, 4, 5, 6, 8, 10, 12, 18, 24] as const;

const WITHIN =
  'Attendances of the major A&E department that left within so many hours, on the clock of the ' +
  '4-hour standard ÷ those timed. Who is still there at the end counts with the time so far.';

export const TIME_OUTCOMES = [
  { key: 'within1hType1Share', label: 'Within 1 hour, type 1', ...share() },
  { key: 'within2hType1Share', label: 'Within 2 hours, type 1', ...share() },
  { key: 'within3hType1Share', label: 'Within 3 hours, type 1', ...share() },
  { key: 'within5hType1Share', label: 'Within 5 hours, type 1', ...share() },
  { key: 'within6hType1Share', label: 'Within 6 hours, type 1', ...share() },
  { key: 'within8hType1Share', label: 'Within 8 hours, type 1', ...share() },
  { key: 'within10hType1Share', label: 'Within 10 hours, type 1', ...share() },
  { key: 'within12hType1Share', label: 'Within 12 hours, type 1', ...share() },
  { key: 'within18hType1Share', label: 'Within 18 hours, type 1', ...share() },
  { key: 'within24hType1Share', label: 'Within 24 hours, type 1', ...share() },
] as const satisfies readonly OutcomeKey[];

function share() {
  return { definition: WITHIN, unit: 'share', better: 'higher' } as const;
}
