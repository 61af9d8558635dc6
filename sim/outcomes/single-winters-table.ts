// sim/outcomes/single-winters-table.ts: single winters as a file of results, single-winters.csv, and
// back, exactly.

import { csvFormatRow, csvParseRows } from 'd3-dsv';
import { dayNumberOf } from '../engine/time.js';
import { numberText } from './number-text.js';
import { DAY_SHARES, type SingleWinters } from './single-winters.js';

const HEADER = 'scenario,figure,date,dayShare,winter,value';
const OVER = 'over92Share';
const BEDS = 'bedsNeeded';

/** Rows of both figures: the chance of each date, and the beds of each share of days and winter. */
export function singleWintersCsv(all: readonly SingleWinters[]): string {
  return [...singleWintersCsvParts(all)].join('');
}

/** single-winters.csv piece by piece: of a large batch it has a million rows. */
export function* singleWintersCsvParts(all: readonly SingleWinters[]): Generator<string> {
  yield `${HEADER}\n`;
  for (const { scenario, dates, overShare, bedsNeeded } of all) {
    for (const [day, date] of dates.entries()) {
      const chance = overShare[day];
      if (chance !== null) yield rowText(scenario, OVER, date, '', '', chance);
    }
    for (const [s, share] of DAY_SHARES.entries()) {
      for (const [winter, beds] of bedsNeeded[s].entries()) {
        if (Number.isNaN(beds)) continue;
        yield rowText(scenario, BEDS, '', String(share), String(winter), beds);
      }
    }
  }
}

function rowText(
  scenario: string,
  figure: string,
  date: string,
  share: string,
  winter: string,
  value: number,
): string {
  return `${csvFormatRow([scenario, figure, date, share, winter, numberText(value)])}\n`;
}

interface Parsed {
  scenario: string;
  dates: string[];
  overShare: number[];
  bedsNeeded: number[][];
}

/**
 * Reads single-winters.csv.
 * @throws RangeError naming the line that does not fit
 */
export function parseSingleWintersCsv(text: string): SingleWinters[] {
  const rows = csvParseRows(text.replace(/^\uFEFF/, ''));
  if (rows[0]?.join(',') !== HEADER) {
    throw new RangeError(`single-winters.csv:1: the header is not "${HEADER}".`);
  }
  const all = new Map<string, Parsed>();
  for (let i = 1; i < rows.length; i++) {
    const [scenario, figure, date, share, , given] = rows[i];
    const value = given === '' ? Number.NaN : Number(given);
    const s = DAY_SHARES.findIndex((known) => String(known) === share);
    const isChance =
      figure === OVER && !Number.isNaN(dayNumberOf(date)) && value >= 0 && value <= 1;
    const isBeds = figure === BEDS && s >= 0 && Number.isFinite(value) && value >= 0;
    if (rows[i].length !== 6 || (!isChance && !isBeds)) {
      const start = rows[i].join(',').slice(0, 60);
      throw new RangeError(
        `single-winters.csv:${i + 1}: "${start}" is not a row of single-winters.csv.`,
      );
    }
    const of = all.get(scenario) ?? emptyOf(scenario);
    all.set(scenario, of);
    if (isChance) {
      of.dates.push(date);
      of.overShare.push(value);
    } else of.bedsNeeded[s].push(value);
  }
  return [...all.values()];
}

function emptyOf(scenario: string): Parsed {
  return { scenario, dates: [], overShare: [], bedsNeeded: DAY_SHARES.map(() => []) };
}
