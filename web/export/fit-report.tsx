// web/export/fit-report.tsx: a fit as one HTML file: each figure with what it was fitted to and what is
// missed, as a chart and as tables.

import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Calibration, TargetMet } from '../../sim/calibration/calibrate.js';
import { FitChart } from '../charts/fit-chart.js';
import { REPORT_STYLE } from './report-style.js';

const WIDTH = 700;
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** A page that needs nothing else: no script, no network. */
export function fitHtml(org: string, calibration: Calibration, notes: readonly string[]): string {
  const { targets, isMet, looks } = calibration;
  const title = `${org}: fit`;
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: REPORT_STYLE }} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>
            {isMet ? 'Every figure is met' : 'Not every figure is met'} after {looks} systems tried.
          </p>
          <FitChart
            lines={targets.map((target) => ({
              words: target.words,
              observed: figureText(target, target.target),
              simulated: figureText(target, target.simulated),
              miss: target.residual / target.tolerance,
            }))}
            width={WIDTH}
            label={`Figures of the fit to ${org}, simulated less observed.`}
          />
          <Targets targets={targets} />
          <Numbers calibration={calibration} />
          {notes.length > 0 && <h2>Of the data</h2>}
          <ul>
            {notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}

function Targets({ targets }: { targets: readonly TargetMet[] }): VNode {
  return (
    <table>
      <caption>What was fitted to</caption>
      <tr>
        {['Figure', 'Observed', 'Simulated', 'Difference', 'Allowed'].map((name) => (
          <th scope="col">{name}</th>
        ))}
      </tr>
      {targets.map((target) => (
        <tr>
          <th scope="row">{target.words}</th>
          {[target.target, target.simulated, target.residual, target.tolerance].map((value) => (
            <td>{figureText(target, value)}</td>
          ))}
        </tr>
      ))}
    </table>
  );
}

function Numbers({ calibration }: { calibration: Calibration }): VNode {
  return (
    <table>
      <caption>Numbers of the system</caption>
      <tr>
        {['Number', 'Value', '95 % interval', 'How', 'Fitted to'].map((name) => (
          <th scope="col">{name}</th>
        ))}
      </tr>
      {calibration.numbers.map(({ path, value, low, high, confidence, basis }) => (
        <tr>
          <th scope="row">{path}</th>
          <td>{value}</td>
          <td>{low === null || high === null ? '' : `${low} to ${high}`}</td>
          <td>{confidence}</td>
          <td>{basis}</td>
        </tr>
      ))}
    </table>
  );
}

function figureText({ unit }: TargetMet, value: number): string {
  return unit === 'share' ? `${(100 * value).toFixed(1)} %` : value.toFixed(1);
}
