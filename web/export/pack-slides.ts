// web/export/pack-slides.ts: slides of a board pack beyond the daily charts: beds that would do, likely
// days, waits, flow, and what it all rests on.

import { outcomeOf } from '../../sim/outcomes/keys.js';
import { chanceEnough } from '../../sim/outcomes/single-winters.js';
import { withCommas } from '../../sim/outcomes/words.js';
import { type Batch, sourceOf, winters } from '../charts/batch.js';
import {
  bedsEnoughHeadline,
  bedsEnoughSentence,
  bedsRange,
  DAY_SHARE_WANTED,
  dayShareText,
  neededOf,
} from '../charts/beds-enough.js';
import { hasBedsNeeded } from '../charts/beds-enough-card.js';
import { dayNumbers, shortDate } from '../charts/days.js';
import { flowHeadline, flowSentences, flowsOf } from '../charts/flow-card.js';
import { changeText, patientsOn, placeLabel } from '../charts/flow-chart.js';
import { stepOf } from '../charts/heat-map.js';
import { exceedanceHeadline, exceedanceSentence, fewestLikely } from '../charts/heat-map-card.js';
import { rangeWords } from '../charts/range-chart.js';
import { WAITS, waitsHeadline } from '../charts/waits-card.js';
import { ASSUMPTIONS } from './how-sure.js';
import { notesOf, type PackSlide } from './pack-slide.js';

const LINES_MOST = 6;
const BEDS_LABELS = 12; // about so many labels along the axis
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const DAYS_PER_WEEK = 7;
const MONDAY_OFFSET = 3; // 1 January 1970 was a Thursday

/** Slides that a batch has the numbers for. */
export function furtherSlides(batch: Batch): PackSlide[] {
  return [
    bedsEnoughSlide(batch),
    exceedanceSlide(batch),
    waitsSlide(batch),
    flowSlide(batch),
  ].flatMap((slide) => slide ?? []);
}

function bedsEnoughSlide(batch: Batch): PackSlide | null {
  if (!hasBedsNeeded(batch)) return null;
  const { singles = [], summary } = batch;
  const share = DAY_SHARE_WANTED;
  const [least, most] = bedsRange(singles, share);
  const beds = Array.from({ length: most - least + 3 }, (_, i) => least - 1 + i);
  return {
    id: 'beds-enough',
    headline: bedsEnoughHeadline(singles, share),
    subtitle:
      `Share of ${winters(summary.replications)} in which a number of open beds keeps patients in a bed, ` +
      `and those waiting for one at 08:00, at or under 92 % of them ${dayShareText(share)}`,
    chart: {
      labels: beds.map((count) => withCommas(count, 0)),
      labelEvery: Math.max(1, Math.round(beds.length / BEDS_LABELS)),
      lines: singles.slice(0, LINES_MOST).map((of, style) => ({
        name: of.scenario,
        values: beds.map((count) => chanceEnough(neededOf(of, share), count)),
        style,
      })),
      axis: { least: 0, most: 1, step: 0.25, format: '0%' },
      alternative: singles.map((of) => bedsEnoughSentence(of, share)).join(' '),
    },
    notes: [
      'The least number of beds that would do: more beds would also be used a little more.',
      `${sourceOf(batch)}.`,
    ].join('\n'),
  };
}

/** The base, and under it the plan with the fewest likely days. */
function exceedanceSlide(batch: Batch): PackSlide | null {
  const { singles = [], summary } = batch;
  if (!hasBedsNeeded(batch)) return null;
  const [base] = singles;
  const best = fewestLikely(singles);
  const shown = best === null ? [base] : [base, best];
  const days = dayNumbers(base.dates);
  const weekOf = (day: number) => Math.floor((day + MONDAY_OFFSET) / DAYS_PER_WEEK);
  const weeks = weekOf(days[days.length - 1]) - weekOf(days[0]) + 1;
  const header = Array.from({ length: weeks }, (_, week) => {
    const first = base.dates.find((_, i) => weekOf(days[i]) - weekOf(days[0]) === week);
    return first === undefined || week % 2 === 1 ? '' : shortDate(first);
  });
  const rows: string[][] = [];
  const fills: (string | null)[][] = [];
  for (const of of shown) {
    rows.push([of.scenario, ...header.map(() => '')]);
    fills.push([null, ...header.map(() => null)]);
    WEEKDAYS.forEach((name, weekday) => {
      const chances = header.map((_, week) => {
        const at = days.findIndex(
          (day) =>
            weekOf(day) - weekOf(days[0]) === week &&
            (day + MONDAY_OFFSET) % DAYS_PER_WEEK === weekday,
        );
        return at < 0 ? null : (of.overShare[at] ?? null);
      });
      rows.push([name, ...chances.map((chance) => (chance === null ? '' : percent(chance)))]);
      fills.push([
        null,
        ...chances.map((chance) => (chance === null ? null : stepOf(chance).colour)),
      ]);
    });
  }
  return {
    id: 'exceedance',
    headline: exceedanceHeadline(singles),
    subtitle: `Chance in % that more than 92 % of open beds are occupied at 08:00, by week and weekday: share of ${winters(summary.replications)}`,
    table: { header: ['', ...header], rows, fills, firstWidth: 1.3, fontSize: 9 },
    notes: [...singles.map(exceedanceSentence), `${sourceOf(batch)}.`].join('\n'),
  };
}

function waitsSlide(batch: Batch): PackSlide | null {
  const { scenarios, replications } = batch.summary;
  const known = WAITS.filter((key) => scenarios.some(({ outcomes }) => outcomes[key].p50 !== null));
  if (known.length < 3) return null;
  return {
    id: 'waits',
    headline: waitsHeadline(batch),
    subtitle: `The middle one of ${winters(replications)}, and in brackets nine winters in ten`,
    table: {
      header: ['Wait', ...scenarios.map(({ name }, i) => (i === 0 ? `${name} (base)` : name))],
      rows: known.map((key) => {
        const { label, unit } = outcomeOf(key);
        const words = unit === 'share' ? ', %' : unit === 'minutes' ? ', minutes' : '';
        return [
          `${label}${words}`,
          ...scenarios.map(({ outcomes }) => rangeWords(outcomes[key], unit)),
        ];
      }),
      firstWidth: 4,
      fontSize: 12,
    },
    notes: notesOf(batch, known),
  };
}

/** The base and the plan with the fewest days over 92 %. */
function flowSlide(batch: Batch): PackSlide | null {
  const flows = flowsOf(batch);
  if (flows === null || flows.length === 0) return null;
  const change = (i: number) =>
    batch.summary.differences[i - 1]?.outcomes.daysOver92Count.mean ?? Number.POSITIVE_INFINITY;
  const [best] = flows
    .map((_, i) => i)
    .slice(1)
    .sort((a, b) => change(a) - change(b) || a - b);
  const [base] = flows;
  const plan = best === undefined ? null : flows[best];
  const links = [...base.links, ...(plan?.links ?? [])].filter(
    ({ from, to }, i, all) => all.findIndex((one) => one.from === from && one.to === to) === i,
  );
  return {
    id: 'flow',
    headline: flowHeadline(plan ?? base, plan === null ? null : base),
    subtitle: `Patients in an average winter: mean of ${winters(batch.summary.replications)}`,
    table: {
      header: [
        'From and to',
        `${base.scenario} (base)`,
        ...(plan === null ? [] : [plan.scenario, 'Difference']),
      ],
      rows: links.map(({ from, to }) => {
        const before = patientsOn(base, from, to);
        const after = plan === null ? 0 : patientsOn(plan, from, to);
        return [
          `${placeLabel(from)} to ${placeLabel(to)}`,
          withCommas(before, 0),
          ...(plan === null ? [] : [withCommas(after, 0), changeText(after - before)]),
        ];
      }),
      firstWidth: 4,
      fontSize: 11,
    },
    notes: [
      ...flowSentences(plan ?? base, plan === null ? null : base),
      `${sourceOf(batch)}.`,
    ].join('\n'),
  };
}

/** What the model rests on. */
export function assumptionsSlide(batch: Batch): PackSlide {
  return {
    id: 'assumptions',
    headline: 'What this rests on',
    subtitle: 'The main assumptions; every number of a scenario has its source in its file',
    points: [...ASSUMPTIONS],
    notes: `${sourceOf(batch)}.`,
  };
}

function percent(chance: number): string {
  return String(Math.round(chance * 100));
}
