// web/charts/heat-map-card.tsx: on which days of the winter beds are likely to be over 92 % full.

import type { VNode } from 'preact';
import type { SingleWinters } from '../../sim/outcomes/single-winters.js';
import { sourceOf, winters } from './batch.js';
import { type CardProps, ChartCard, framed } from './chart-card.js';
import type { TableData } from './data-table.js';
import { longDate, shortDate } from './days.js';
import { HeatMap, STEPS } from './heat-map.js';
import { Key, type KeyEntry } from './key.js';

const HALF = 0.5;

/** The card; nothing where single winters are not known. */
export function HeatMapCard({ batch, Canvas, frame }: CardProps): VNode | null {
  const { singles = [], summary } = batch;
  if (singles.length === 0 || summary.replications === 0) return null;
  return (
    <ChartCard
      {...framed(frame, 'exceedance', exceedanceHeadline(singles))}
      subtitle={
        'Chance that more than 92 % of open general and acute beds are occupied at 08:00, by week ' +
        `and weekday: share of ${winters(summary.replications)} of each scenario, in %.`
      }
      source={sourceOf(batch)}
      description={singles.map(exceedanceSentence)}
      table={tableOf(singles)}
      draw={(width) => (
        <div>
          <Key entries={keyOf()} width={width} />
          <div class="panels">
            {singles.map((of, position) => (
              <HeatMap
                scenario={of.scenario}
                position={Math.max(
                  position,
                  summary.scenarios.findIndex(({ name }) => name === of.scenario),
                )}
                dates={of.dates}
                chances={of.overShare}
                note={noteOf(of)}
                label={exceedanceSentence(of)}
                width={width}
              />
            ))}
          </div>
        </div>
      )}
      Canvas={Canvas}
    />
  );
}

interface KnownDay {
  date: string;
  chance: number;
}

function known({ dates, overShare }: SingleWinters): KnownDay[] {
  return dates.flatMap((date, i) => {
    const chance = overShare[i];
    return chance === null ? [] : [{ date, chance }];
  });
}

function likely(of: SingleWinters): number {
  return known(of).filter(({ chance }) => chance > HALF).length;
}

/** The plan with the fewest days on which being over 92 % is likelier than not; null when none has fewer. */
export function fewestLikely([base, ...plans]: readonly SingleWinters[]): SingleWinters | null {
  return plans.reduce<SingleWinters | null>(
    (least, plan) => (likely(plan) < likely(least ?? base) ? plan : least),
    null,
  );
}

/** Message: days on which being over 92 % is more likely than not, without and with the best plan. */
export function exceedanceHeadline(all: readonly SingleWinters[]): string {
  const [base, ...plans] = all;
  const days = known(base).length;
  const start = `Beds are more likely than not over 92 % full on ${likely(base)} of ${days} days`;
  const best = fewestLikely(all);
  if (plans.length === 0) return start;
  return best === null
    ? `${start}; no plan makes these fewer`
    : `${start}; with ${best.scenario} on ${likely(best)}`;
}

/** One map in words: likely days, sure days, the least likely day, and the worst week. */
export function exceedanceSentence(of: SingleWinters): string {
  const days = known(of);
  if (days.length === 0) return `${of.scenario}: no values.`;
  const sure = days.filter(({ chance }) => chance === 1).length;
  const least = days.reduce((low, day) => (day.chance < low.chance ? day : low));
  const most = days.reduce((high, day) => (day.chance > high.chance ? day : high));
  return (
    `${of.scenario}: over 92 % is more likely than not on ${likely(of)} of ${days.length} days, and ` +
    `happened in every simulated winter on ${sure}. Likeliest on ${shortDate(most.date)} ` +
    `(${percent(most.chance)}), least likely on ${shortDate(least.date)} (${percent(least.chance)}).`
  );
}

function noteOf(of: SingleWinters): string {
  return `More likely than not on ${likely(of)} of ${known(of).length} days`;
}

function keyOf(): KeyEntry[] {
  return STEPS.map(({ from, colour }, i) => {
    const to = STEPS[i + 1]?.from;
    const text =
      to === undefined
        ? `${Math.round(from * 100)} % or more`
        : i === 0
          ? `under ${Math.round(to * 100)} %`
          : `${Math.round(from * 100)} to under ${Math.round(to * 100)} %`;
    return { kind: 'step', text, colour };
  });
}

function tableOf(all: readonly SingleWinters[]): TableData {
  const dates = [...new Set(all.flatMap((of) => of.dates))].sort();
  const places = all.map((of) => new Map(of.dates.map((date, i) => [date, i])));
  return {
    caption: 'Chance of more than 92 % of open beds occupied at 08:00, %',
    rowHeader: 'Date',
    groups: [{ name: 'Scenario', columns: all.map(({ scenario }) => scenario) }],
    rows: dates.map((date) => ({
      header: longDate(date),
      cells: all.map((of, s) => {
        const chance = of.overShare[places[s].get(date) ?? -1] ?? null;
        return chance === null ? '–' : String(Math.round(chance * 100));
      }),
    })),
  };
}

function percent(chance: number): string {
  return `${Math.round(chance * 100)} %`;
}
