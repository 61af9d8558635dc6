// web/state/progress-words.ts: how far a run is, in words.

import { estimateText } from '../../sim/outcomes/words.js';
import type { ScenarioProgress } from './simulate.js';

const MINUTE = 60;
const FIRST_GUESS = 3; // winters before the time left is guessed

/**
 * "134 of 600 winters, about 40 s left".
 * @param elapsedSeconds since the start, from a clock that only goes forward
 */
export function progressText(done: number, total: number, elapsedSeconds: number): string {
  const count = `${done} of ${total} winters`;
  if (done < FIRST_GUESS || done >= total) return count;
  return `${count}, about ${durationText((elapsedSeconds / done) * (total - done))} left`;
}

/** "40 s", "2 min" */
export function durationText(seconds: number): string {
  if (seconds < 1.5 * MINUTE) return `${Math.max(1, Math.round(seconds))} s`;
  return `${Math.round(seconds / MINUTE)} min`;
}

/** What is read out: only when a further tenth is done, so that it does not chatter. */
export function announcement(done: number, total: number): string {
  const tenths = Math.floor((done / total) * 10);
  if (tenths === 0) return 'Simulating.';
  return done >= total
    ? 'All winters are simulated.'
    : `${tenths * 10} % of the winters simulated.`;
}

/** "161 days (158 to 164)"; nothing before two winters are done. */
export function watchedText({ mean, low95, high95 }: ScenarioProgress): string {
  return mean === null || low95 === null ? '' : estimateText({ mean, low95, high95 }, 'days');
}
