// web/export/planning.tsx: the monthly activity of each scenario, with its assumptions beneath.

import type { VNode } from 'preact';
import {
  PLANNING_NOTES,
  type PlanningCell,
  type PlanningTable,
} from '../../sim/outcomes/planning.js';
import { withCommas } from '../../sim/outcomes/words.js';
import type { ReportModel } from './report.js';

export interface PlanningProps {
  tables: readonly PlanningTable[];
  models: readonly ReportModel[];
}

/** The planning tables; nothing when the report has none. */
export function Planning({ tables, models }: PlanningProps): VNode | null {
  if (tables.length === 0) return null;
  return (
    <section aria-labelledby="planning-heading" class="card">
      <h2 id="planning-heading">Activity by month, for planning</h2>
      <p>
        Whole numbers: the mean over the winters, with its 95 % interval in brackets.{' '}
        {PLANNING_NOTES.join(' ')}
      </p>
      {tables.map((table, i) => (
        <>
          <MonthTable table={table} id={`planning-caption-${i}`} />
          <Assumed sentences={models.find(({ name }) => name === table.scenario)?.assumptions} />
        </>
      ))}
    </section>
  );
}

function MonthTable({ table, id }: { table: PlanningTable; id: string }): VNode {
  return (
    <section class="table-scroll" tabindex={0} aria-labelledby={id}>
      <table class="data-table planning-table">
        <caption id={id}>{table.scenario}: activity by month</caption>
        <thead>
          <tr>
            <th scope="col">Measure</th>
            {table.months.map(({ month, days, whole }) => (
              <th scope="col">{whole ? month : `${month} (${days} days)`}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ measure, name, unit, cells }) => (
            <tr>
              <th scope="row">
                {measure} {name}
                {unit === '%' ? ', %' : ''}
              </th>
              {cells.map((cell) => (
                <td>{cellText(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Assumed({ sentences = [] }: { sentences: readonly string[] | undefined }): VNode | null {
  if (sentences.length === 0) return null;
  return (
    <>
      <p>What it rests on:</p>
      <ul class="commentary">
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function cellText({ mean, low95, high95 }: PlanningCell): string {
  if (mean === null) return '–';
  if (low95 === null || high95 === null) return withCommas(mean, 0);
  return `${withCommas(mean, 0)} (${withCommas(low95, 0)} to ${withCommas(high95, 0)})`;
}
