// web/export/backtest-report.tsx: back-tests as one HTML file: the summary, and each winter seen in the
// fan that was predicted, worst first.

import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Backtest, LeftOut } from '../../sim/calibration/backtest/backtest.js';
import {
  type BacktestSummary,
  FIGURE_WORDS,
  isKnown,
  summaries,
} from '../../sim/calibration/backtest/summary.js';
import type { Fan } from '../../sim/outcomes/summary.js';
import { dayNumbers } from '../charts/days.js';
import { FanChart } from '../charts/fan-chart.js';
import { REPORT_STYLE } from './report-style.js';

const SIZE = { width: 700, height: 230 };
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const LIMIT = { value: 0.92, label: '92 %', strong: true };

/** A page that needs nothing else: no script, no network. */
export function backtestHtml(
  scored: readonly Backtest[],
  leftOut: readonly LeftOut[],
  bankHolidays: readonly string[],
): string {
  const worstFirst = [...scored].sort((a, b) => b.scores.crps - a.scores.crps);
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Winterflow back-test</title>
        <style dangerouslySetInnerHTML={{ __html: REPORT_STYLE }} />
      </head>
      <body>
        <main>
          <h1>Back-test</h1>
          <p>
            Each winter was predicted from the winters before it. The line in ink is what was seen;
            the band holds nine winters in ten that were simulated, the darker one half of them.
          </p>
          {summaries(scored).map((summary) => (
            <SummaryTable summary={summary} />
          ))}
          {leftOut.length > 0 && <h2>Left out</h2>}
          <ul>
            {leftOut.map(({ org, why }) => (
              <li>
                {org}: {why}.
              </li>
            ))}
          </ul>
          <h2>Each organisation, worst first</h2>
          {worstFirst.map((result) => (
            <OneChart result={result} bankHolidays={bankHolidays} />
          ))}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}

function SummaryTable({ summary }: { summary: BacktestSummary }): VNode {
  const { target, mode, organisations, learntFrom, errors, skill } = summary;
  return (
    <section>
      <h2>
        {target}, {mode}
      </h2>
      <p>
        {organisations} organisations, learnt from {learntFrom.join(', ')}. Bands hold{' '}
        {percent(summary.cover50)} (of 50 %) and {percent(summary.cover90)} (of 90 %) of days; skill{' '}
        {skill.sameLevel.toFixed(2)} over last winter's level, {skill.samePattern.toFixed(2)} over
        its pattern, {skill.lastWeek.toFixed(2)} over its last week going on,{' '}
        {skill.persistence.toFixed(2)} over the day before.
      </p>
      <table>
        <caption>Median size of the error, points</caption>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Predicted</th>
          <th scope="col">As last winter</th>
          <th scope="col">Organisations</th>
        </tr>
        {errors
          .filter((line) => line.organisations > 0)
          .map((line) => (
            <tr>
              <th scope="row">{line.words}</th>
              <td>{pointsText(line.forecast)}</td>
              <td>{pointsText(line.last)}</td>
              <td>{line.organisations}</td>
            </tr>
          ))}
      </table>
    </section>
  );
}

function OneChart({
  result,
  bankHolidays,
}: {
  result: Backtest;
  bankHolidays: readonly string[];
}): VNode {
  const { org, target, mode, days, observed, forecast, scores, skill } = result;
  const fan = fanOf(result);
  const numbers = dayNumbers(fan.dates);
  const values = days.flatMap(({ seen, p5, p95 }) => [seen, p5, p95]);
  const note =
    `${FIGURE_WORDS.mean}: ${percentOf(observed.mean)} seen, ${percentOf(forecast.mean)} predicted; ` +
    `nine-in-ten band holds ${percent(scores.cover90)} of days; skill ${skill.sameLevel.toFixed(2)}`;
  return (
    <FanChart
      fan={fan}
      position={1}
      observed={days.map(({ date, seen }) => ({ date, value: seen }))}
      title={`${org}, ${target}, ${mode}`}
      note={note}
      label={`Bed occupancy of ${org} in ${target}, seen and predicted. ${note}.`}
      days={[numbers[0] ?? 0, numbers[numbers.length - 1] ?? 1]}
      domain={[Math.floor(20 * Math.min(...values)) / 20, Math.max(1, ...values)]}
      references={[LIMIT]}
      bankHolidays={bankHolidays}
      size={SIZE}
    />
  );
}

function fanOf({ org, days }: Backtest): Fan {
  const column = (key: 'p5' | 'p25' | 'p50' | 'p75' | 'p95') => days.map((day) => day[key]);
  return {
    scenario: org,
    series: 'occupancy0800Share',
    dates: days.map(({ date }) => date),
    mean: column('p50'),
    p5: column('p5'),
    p25: column('p25'),
    p50: column('p50'),
    p75: column('p75'),
    p95: column('p95'),
  };
}

function pointsText(value: number): string {
  return isKnown(value) ? value.toFixed(2) : '–';
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function percentOf(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
