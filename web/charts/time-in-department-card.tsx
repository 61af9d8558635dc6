// web/charts/time-in-department-card.tsx: how long patients are in A&E: the share that has left by each
// hour, with the 4-hour and the 12-hour mark.

import type { VNode } from 'preact';
import { type DepartmentHours, withinOutcome } from '../../sim/outcomes/department-time.js';
import type { Estimate } from '../../sim/outcomes/intervals.js';
import { DEPARTMENT_HOURS } from '../../sim/outcomes/keys-time-in-department.js';
import { differenceText, plainValue, valueWithUnit } from '../../sim/outcomes/words.js';
import { type Batch, sourceOf, winters } from './batch.js';
import { type CardProps, ChartCard, framed } from './chart-card.js';
import type { TableData } from './data-table.js';
import { scenarioEntries } from './four-hour-card.js';
import { Key } from './key.js';
import { styleOf } from './palette.js';
import { BAND_OPACITY, type Curve, TimeInDepartmentChart } from './time-in-department-chart.js';

const UNIT = { unit: 'share' } as const;
const HALF = 0.5;

/** Curves of all scenarios; none where the results were made before these outcomes were counted. */
export function departmentCurves({ summary }: Batch): Curve[] {
  return summary.scenarios.flatMap(({ name, outcomes }, position) => {
    const points = DEPARTMENT_HOURS.flatMap((hours) => {
      const estimate: Estimate | undefined = outcomes[withinOutcome(hours)];
      const { p5, p50, p95 } = estimate ?? {};
      if (p5 == null || p50 == null || p95 == null) return [];
      return [{ hours, p5, p50, p95 }];
    });
    return points.length === DEPARTMENT_HOURS.length ? [{ scenario: name, position, points }] : [];
  });
}

/** The card; nothing where the results do not hold it. */
export function TimeInDepartmentCard({ batch, Canvas, frame }: CardProps): VNode | null {
  const curves = departmentCurves(batch);
  if (curves.length === 0) return null;
  const { colour } = styleOf(0);
  return (
    <ChartCard
      {...framed(frame, 'time-in-department', timeHeadline(curves))}
      subtitle={
        'Share of attendances at the major A&E that have left, by hours on the clock of the 4-hour ' +
        `standard; middle winter of ${winters(batch.summary.replications)}, counted at the marks.`
      }
      source={sourceOf(batch)}
      description={[
        ...curves.map(timeSentence),
        'The clock starts at arrival; for patients who come by ambulance at handover, or after 15 ' +
          'minutes. “Over 12 hours from arrival” counts from arrival and is a little more.',
      ]}
      table={tableOf(batch, curves)}
      draw={(width) => (
        <div>
          <Key
            entries={[
              ...scenarioEntries(batch),
              { kind: 'band', text: '9 winters in 10 of the base', opacity: BAND_OPACITY, colour },
            ]}
            width={width}
          />
          <TimeInDepartmentChart
            curves={curves}
            label={curves.map(timeSentence).join(' ')}
            width={width}
          />
        </div>
      )}
      Canvas={Canvas}
    />
  );
}

/** "In the middle winter 83.1 % of patients have left A&E after 4 hours, and 1.2 % are there after 12" */
export function timeHeadline([base]: readonly Curve[]): string {
  const by4 = valueWithUnit(shareAt(base, 4), UNIT);
  const after12 = valueWithUnit(1 - shareAt(base, 12), UNIT);
  return `In the middle winter ${by4} of patients have left A&E within 4 hours; ${after12} are still there after 12`;
}

/** What one curve says: when half have left, and how many at the two marks. */
export function timeSentence(curve: Curve): string {
  const half = hoursUntil(curve, HALF);
  return (
    `${curve.scenario}: half of patients have left ` +
    `${half === null ? 'after more than 24 hours' : `after about ${half.toFixed(1)} hours`}, ` +
    `${valueWithUnit(shareAt(curve, 4), UNIT)} within 4 hours and ` +
    `${valueWithUnit(shareAt(curve, 12), UNIT)} within 12.`
  );
}

function shareAt({ points }: Curve, hours: DepartmentHours): number {
  return points.find((point) => point.hours === hours)?.p50 ?? Number.NaN;
}

/** Hours by which a share has left, between marks as the line is drawn; null beyond the last. */
export function hoursUntil({ points }: Curve, share: number): number | null {
  let before = { hours: 0, p50: 0 };
  for (const point of points) {
    if (point.p50 >= share) {
      const part = (share - before.p50) / (point.p50 - before.p50);
      return before.hours + part * (point.hours - before.hours);
    }
    before = point;
  }
  return null;
}

function tableOf({ summary }: Batch, curves: readonly Curve[]): TableData {
  return {
    caption:
      'Patients who have left A&E, % of those timed: middle winter and nine in ten; differences are ' +
      'paired means',
    rowHeader: 'Within',
    groups: curves.map(({ scenario, position }) => ({
      name: scenario,
      columns: ['median', '9 in 10', ...(position > 0 ? ['difference from the base'] : [])],
    })),
    rows: DEPARTMENT_HOURS.map((hours, i) => ({
      header: hours === 1 ? '1 hour' : `${hours} hours`,
      cells: curves.flatMap(({ points, position }) => {
        const { p5, p50, p95 } = points[i];
        const change = summary.differences[position - 1]?.outcomes[withinOutcome(hours)];
        return [
          plainValue(p50, 'share'),
          `${plainValue(p5, 'share')} to ${plainValue(p95, 'share')}`,
          ...(change === undefined ? [] : [differenceText(change, UNIT)]),
        ];
      }),
    })),
  };
}
