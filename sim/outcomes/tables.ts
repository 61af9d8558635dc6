// sim/outcomes/tables.ts: the result files as text: outcomes.csv, daily.csv, summary.json.

import { csvFormatRow, csvParseRows } from 'd3-dsv';
import { DAILY, OUTCOME_KEYS } from './keys.js';
import { numberText } from './number-text.js';
import type { Fan, ScenarioRuns, Summary } from './summary.js';

/** scenario, replication, outcome, value: one row for each; undefined values have no row. */
export function outcomesCsv(scenarios: readonly ScenarioRuns[]): string {
  return [...outcomesCsvParts(scenarios)].join('');
}

/** outcomes.csv piece by piece: of a large batch it is longer than a text can be. */
export function* outcomesCsvParts(scenarios: readonly ScenarioRuns[]): Generator<string> {
  yield 'scenario,replication,outcome,value\n';
  for (const { name, replications, numbers } of scenarios) {
    for (let i = 0; i < replications.length; i++) {
      yield rowsText([name, String(numbers?.[i] ?? i)], replications[i].outcomes);
    }
  }
}

/**
 * scenario, site, replication, outcome, value: the outcomes of each site, where there are several;
 * null where no scenario has several.
 */
export function sitesCsv(scenarios: readonly ScenarioRuns[]): string | null {
  return hasSites(scenarios) ? [...sitesCsvParts(scenarios)].join('') : null;
}

/** True when a scenario has several sites. */
export function hasSites(scenarios: readonly ScenarioRuns[]): boolean {
  return scenarios.some(({ replications }) => (replications[0]?.sites.length ?? 0) > 0);
}

/** sites.csv piece by piece. */
export function* sitesCsvParts(scenarios: readonly ScenarioRuns[]): Generator<string> {
  yield 'scenario,site,replication,outcome,value\n';
  for (const { name, siteNames, replications, numbers } of scenarios) {
    for (let i = 0; i < replications.length; i++) {
      const { sites } = replications[i];
      for (let site = 0; site < sites.length; site++) {
        yield rowsText([name, siteNames[site], String(numbers?.[i] ?? i)], sites[site]);
      }
    }
  }
}

function rowsText(cells: readonly string[], outcomes: Float64Array): string {
  const head = csvFormatRow([...cells]);
  let text = '';
  OUTCOME_KEYS.forEach((key, i) => {
    if (!Number.isNaN(outcomes[i])) text += `${head},${key},${numberText(outcomes[i])}\n`;
  });
  return text;
}

const DAILY_HEADER = 'scenario,date,series,mean,p5,p25,p50,p75,p95';

/** scenario, date, series, mean and percentiles over replications. */
export function dailyCsv(fans: readonly Fan[]): string {
  return [...dailyCsvParts(fans)].join('');
}

/** daily.csv piece by piece. */
export function* dailyCsvParts(fans: readonly Fan[]): Generator<string> {
  yield `${DAILY_HEADER}\n`;
  for (const fan of fans) {
    const numbers = [fan.mean, fan.p5, fan.p25, fan.p50, fan.p75, fan.p95];
    for (const [i, date] of fan.dates.entries()) {
      const cells = numbers.map((column) => numberText(column[i]));
      yield `${csvFormatRow([fan.scenario, date, fan.series, ...cells])}\n`;
    }
  }
}

/**
 * Reads daily.csv back into fans.
 * @throws RangeError naming the line that does not fit
 */
export function parseDailyCsv(text: string): Fan[] {
  const rows = csvParseRows(text.replace(/^\uFEFF/, ''));
  if (rows[0]?.join(',') !== DAILY_HEADER) {
    throw new RangeError(`daily.csv:1: the header is not "${DAILY_HEADER}".`);
  }
  const fans = new Map<string, Fan>();
  for (let i = 1; i < rows.length; i++) {
    const [scenario, date, series, ...rest] = rows[i];
    const numbers = rest.map(Number);
    const known = DAILY.some(({ key }) => key === series);
    if (rows[i].length !== 9 || !known || numbers.some((number) => !Number.isFinite(number))) {
      throw new RangeError(
        `daily.csv:${i + 1}: "${rows[i].join(',').slice(0, 60)}" is not a row of daily.csv.`,
      );
    }
    const key = `${scenario}\n${series}`;
    let fan = fans.get(key);
    if (!fan) {
      fan = { scenario, series, dates: [], mean: [], p5: [], p25: [], p50: [], p75: [], p95: [] };
      fans.set(key, fan);
    }
    fan.dates.push(date);
    [fan.mean, fan.p5, fan.p25, fan.p50, fan.p75, fan.p95].forEach((column, c) => {
      column.push(numbers[c]);
    });
  }
  return [...fans.values()];
}

/** summary.json, with every digit: what reads it shows what the batch showed. */
export function summaryJson(summary: Summary): string {
  return `${JSON.stringify(summary, null, 2)}\n`;
}
