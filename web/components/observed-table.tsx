// web/components/observed-table.tsx: simulated beside observed, with each miss stated.

import type { VNode } from 'preact';
import { WEEKDAYS } from '../../sim/engine/time.js';
import type { Comparison } from '../../sim/outcomes/beside-observed.js';
import { plainValue } from '../../sim/outcomes/words.js';

/** How many of the promised figures are met, in a sentence that names the others. */
export function observedSentence(lines: readonly Comparison[]): string {
  const promised = lines.filter(({ tolerance }) => tolerance !== null);
  const missed = promised.filter((line) => !isMet(line));
  const met = promised.length - missed.length;
  const start =
    `Of ${promised.length} ${promised.length === 1 ? 'figure' : 'figures'} with a stated tolerance, ` +
    `${met} ${met === 1 ? 'is' : 'are'} met`;
  if (missed.length === 0) return `${start}.`;
  return `${start}; missed: ${missed.map((line) => `${line.label} (${offText(line)})`).join(', ')}.`;
}

/** Every figure, observed and simulated. */
export function ObservedTable({ lines }: { lines: readonly Comparison[] }): VNode {
  return (
    <section class="table-scroll" tabindex={0} aria-labelledby="observed-caption">
      <table class="data-table observed-table">
        <caption id="observed-caption">
          The base, simulated and as it was, on the days reported
        </caption>
        <thead>
          <tr>
            {['Figure', 'Observed', 'Simulated, mean', '9 winters in 10', 'Tolerance'].map(
              (name) => (
                <th scope="col">{name}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">{line.unit === 'share' ? `${line.label}, %` : line.label}</th>
              <td>{valueText(line, line.observed)}</td>
              <td>{valueText(line, line.simulated)}</td>
              <td>
                {line.unit === 'weekday'
                  ? ''
                  : `${valueText(line, line.low)} to ${valueText(line, line.high)}`}
              </td>
              <td>{verdict(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function valueText({ unit }: Comparison, value: number): string {
  if (unit === 'weekday') return WEEKDAYS[value];
  return Number.isNaN(value) ? '–' : plainValue(value, unit);
}

function isMet({ tolerance, observed, simulated }: Comparison): boolean {
  return tolerance === null || Math.abs(observed - simulated) <= tolerance;
}

function offText({ unit, observed, simulated, tolerance }: Comparison): string {
  if (unit === 'weekday') return `${WEEKDAYS[simulated]} instead of ${WEEKDAYS[observed]}`;
  const points = Math.abs(observed - simulated) * 100;
  const allowed = (tolerance ?? 0) * 100;
  // So near the limit, one digit would not show on which side.
  const digits = points.toFixed(1) === allowed.toFixed(1) ? 2 : 1;
  return `${points.toFixed(digits)} points off`;
}

function verdict(line: Comparison): string {
  const { tolerance, unit } = line;
  if (tolerance === null) return '';
  if (unit === 'weekday') return isMet(line) ? 'as observed' : 'missed';
  const allowed = `${offText(line)}, allowed ${(tolerance * 100).toFixed(1)}`;
  return isMet(line) ? allowed : `missed: ${allowed}`;
}
