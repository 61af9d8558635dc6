// web/export/beyond-sheets.ts: results beyond the means of a batch for Excel: plans together, drivers, other
// winters, one winter day by day and why a day of it was over 92 %. Each only where it was simulated.

import { DAY_FIGURES, dayStory, seriesOf } from '../../sim/outcomes/breach.js';
import { DAILY, OUTCOMES } from '../../sim/outcomes/keys.js';
import { type Parts, waterfallOf } from '../../sim/outcomes/waterfall.js';
import type { Beyond, DriversFound, RegretFound } from './beyond.js';
import type { CellValue, Sheet } from './sheets.js';
import { madeText } from './stamp.js';
import { type WinterChoice, type WinterSource, winterShown } from './winter-source.js';

const OUTCOME_HEADER = ['Outcome', 'Label', 'Unit'];
const OUTCOME_WIDTHS = [34, 36, 10];

/** The sheets of what was simulated; of single winters the one that is chosen. */
export function beyondSheets(
  { together, drivers, regret, winters }: Beyond,
  choice: WinterChoice,
): Sheet[] {
  return [
    ...(together === undefined ? [] : [togetherSheet(together)]),
    ...(drivers === undefined ? [] : [driversSheet(drivers)]),
    ...(regret === undefined ? [] : [regretSheet(regret)]),
    ...(winters === undefined ? [] : winterSheets(winters, choice)),
  ];
}

/** What made the results that are not those of the batch, for the cover: names and values. */
export function madeBeyond({ drivers, regret }: Beyond): [string, string][] {
  const of: [string, string][] = [];
  if (drivers !== undefined) of.push(['Drivers were made by', madeText(drivers.made)]);
  if (regret !== undefined) of.push(['Other winters were made by', madeText(regret.made)]);
  return of;
}

function togetherSheet(parts: Parts): Sheet {
  return {
    name: 'Plans together',
    widths: [...OUTCOME_WIDTHS, 40, 12, 12, 12, 12, 14],
    rows: [
      [...OUTCOME_HEADER, 'Part', 'Mean', 'Change', 'Low 95 %', 'High 95 %', 'Chance better'],
      ...eachOutcome((outcome) => {
        const { base, together, steps, interaction } = waterfallOf(parts, outcome.key);
        if (!Number.isFinite(base)) return [];
        return [
          [parts.base.name, base, null, null, null, null],
          ...steps.map(({ name, change: { mean, low95, high95, chanceBetter } }) => {
            return [`${name}, alone`, null, mean, low95, high95, chanceBetter];
          }),
          [
            ...['Together less the sum of each alone', null],
            ...[interaction.mean, interaction.low95, interaction.high95, interaction.chanceBetter],
          ],
          [parts.together.name, together, null, null, null, null],
        ];
      }),
    ],
  };
}

function driversSheet({ of, scenario, key }: DriversFound): Sheet {
  return {
    name: 'Drivers',
    widths: [...OUTCOME_WIDTHS, 34, 34, 16, 16, 12, 12, 12, 12, 12, 12],
    rows: [
      [
        ...OUTCOME_HEADER,
        ...['Scenario', 'Input', 'From', 'To', 'Mean as it is', 'Mean at from', 'Mean at to'],
        ...['Swing', 'Low 95 %', 'High 95 %'],
      ],
      ...eachOutcome((outcome) => {
        const found = key === undefined || key === outcome.key ? of(outcome.key) : null;
        return (found?.drivers ?? []).map(({ name, from, to, atFrom, atTo, swing }) => [
          ...[scenario, name, from, to, held(found?.base ?? Number.NaN), held(atFrom), held(atTo)],
          ...[swing.mean, swing.low95, swing.high95],
        ]);
      }),
    ],
  };
}

function regretSheet({ of, key }: RegretFound): Sheet {
  return {
    name: 'Other winters',
    widths: [...OUTCOME_WIDTHS, 24, 40, 12, 20, 12, 12, 20],
    rows: [
      [
        ...OUTCOME_HEADER,
        ...['Winter', 'Plan', 'Mean', 'From the best plan', 'Low 95 %', 'High 95 %'],
        'At worst of all winters',
      ],
      ...eachOutcome((outcome) => {
        const found = key === undefined || key === outcome.key ? of(outcome.key) : null;
        if (found === null) return [];
        return found.winters.flatMap((winter, w) =>
          found.plans.map((plan, p) => {
            const { mean, regret, low95, high95 } = found.cells[p][w];
            return [winter, plan, mean, regret, low95, high95, found.worst[p]];
          }),
        );
      }),
    ],
  };
}

function winterSheets(source: WinterSource, choice: WinterChoice): Sheet[] {
  const { scenario, number, winter, dates, day } = winterShown(source, choice);
  const { date, figures } = dayStory(winter, dates, day);
  return [
    {
      name: 'One winter',
      widths: [34, 10, 12, ...DAILY.map(() => 16)],
      rows: [
        ['Scenario', 'Winter', 'Date', ...DAILY.map(({ label }) => label)],
        ...dates.map((each, i): CellValue[] => [
          ...[scenario, number, each],
          ...DAILY.map(({ key }) => held(seriesOf(winter, key)[i])),
        ]),
      ],
    },
    {
      name: 'Why over 92',
      widths: [34, 10, 12, 40, 12, 12, 12, 12, 12],
      rows: [
        ['Scenario', 'Winter', 'Date', 'Figure', 'Value', 'P25', 'P50', 'P75', 'Unusual'],
        ...DAY_FIGURES.map(({ label }, i): CellValue[] => {
          const { value, low, usual, high, unusual } = figures[i];
          return [
            ...[scenario, number, date, label],
            ...[value, low, usual, high].map(held),
            unusual ? 'yes' : 'no',
          ];
        }),
      ],
    },
  ];
}

/** Rows of all outcomes, each with its key, label and unit before what it is asked for. */
function eachOutcome(rowsOf: (outcome: (typeof OUTCOMES)[number]) => CellValue[][]): CellValue[][] {
  return OUTCOMES.flatMap((outcome) =>
    rowsOf(outcome).map((row) => [outcome.key, outcome.label, outcome.unit, ...row]),
  );
}

function held(value: number): CellValue {
  return Number.isFinite(value) ? value : null;
}
