// web/controls/checks-table.tsx: the findings of the checks that have ended, in a frame that scrolls.

import type { VNode } from 'preact';
import type { Finding } from '../../sim/verification/check.js';
import { expectedText, intervalText, numberText } from '../../sim/verification/finding-words.js';
import type { CheckResult, Report } from '../../sim/verification/verify.js';

const VERDICTS = { holds: 'holds', off: 'off', blunt: 'too blunt' } as const;
const COLUMNS = ['Check, case and figure', 'Expected', 'Simulated', '95 % interval', 'Verdict'];

export interface ChecksTableProps {
  report: Report;
  /** True while checks run: more findings can still turn "off" into "holds", never the reverse. */
  provisional: boolean;
}

/** A group of rows for each check, one row for each finding. */
export function ChecksTable({ report, provisional }: ChecksTableProps): VNode {
  return (
    <section class="table-scroll" tabindex={0} aria-labelledby="checks-caption">
      <table class="data-table checks-table" id="checks-table">
        <caption id="checks-caption">Findings: what is expected and what was simulated</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        {report.checks.map((check) => (
          <CheckRows key={check.id} check={check} provisional={provisional} />
        ))}
      </table>
    </section>
  );
}

function CheckRows({ check, provisional }: { check: CheckResult; provisional: boolean }): VNode {
  const { id, title, source, findings } = check;
  return (
    <tbody data-check={id}>
      <tr class="check">
        <th scope="rowgroup" colSpan={COLUMNS.length}>
          <span class="check-title">
            {id} {title}
            <span class="check-source">{source}</span>
          </span>
        </th>
      </tr>
      {findings.map((finding) => (
        <FindingRow finding={finding} provisional={provisional} />
      ))}
    </tbody>
  );
}

function FindingRow({ finding, provisional }: { finding: Finding; provisional: boolean }): VNode {
  const { title, figure, expected, simulated, verdict } = finding;
  const soFar = provisional && verdict === 'off' ? ' so far' : '';
  return (
    <tr class="finding">
      <th scope="row">
        <span class="case">{title}:</span> {figure}
      </th>
      <td>{expectedText(expected)}</td>
      <td>
        <data value={String(simulated)}>{numberText(simulated)}</data>
      </td>
      <td>{intervalText(finding)}</td>
      <td>
        <span class={`verdict verdict-${verdict}`}>
          {VERDICTS[verdict]}
          {soFar}
        </span>
      </td>
    </tr>
  );
}
