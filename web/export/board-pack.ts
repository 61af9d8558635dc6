// web/export/board-pack.ts: what a board pack says, slide by slide, before it is drawn in any format.
//
// One message a slide: the headline is the message, and every sentence is computed from the numbers.

import { type DailySeriesKey, outcomeOf } from '../../sim/outcomes/keys.js';
import type { Fan } from '../../sim/outcomes/summary.js';
import { differenceText, estimateText } from '../../sim/outcomes/words.js';
import { type Batch, fansOfSeries, sourceOf, winters } from '../charts/batch.js';
import { BOARD_OUTCOMES } from '../charts/board-outcomes.js';
import {
  delaysHeadline,
  differencesHeadline,
  fourHourHeadline,
  occupancyHeadline,
  occupancySentence,
  seriesSentence,
} from '../charts/chart-words.js';
import { shortDate } from '../charts/days.js';
import { headlineParts, plainSentence, validityNote } from '../components/headline.js';
import type { Beyond } from './beyond.js';
import { ALL_SLIDES, type PackChoices } from './pack-choices.js';
import { exploreSlides } from './pack-explore.js';
import { notesOf, type PackLine, type PackSlide } from './pack-slide.js';
import { assumptionsSlide, furtherSlides } from './pack-slides.js';
import type { ReportModel } from './report.js';

const PLANS_DRAWN = 3;

/**
 * The slides of a batch, and of what lies beyond it as far as it was simulated.
 * @throws RangeError when no winter was simulated
 */
export function boardPack(
  batch: Batch,
  models: readonly ReportModel[],
  beyond: Beyond = {},
  choices: PackChoices = ALL_SLIDES,
): PackSlide[] {
  const { summary } = batch;
  if (summary.replications === 0) {
    throw new RangeError('No winter was simulated to its end; there is nothing to present.');
  }
  const charts = [occupancySlide(batch), fourHourSlide(batch), delaysSlide(batch)];
  return [
    messageSlide(batch),
    ...charts.filter(({ chart }) => (chart?.labels.length ?? 0) > 0),
    ...(summary.differences.length > 0 ? [differencesSlide(batch)] : []),
    ...furtherSlides(batch),
    ...exploreSlides(batch, beyond, choices),
    sureSlide(batch),
    assumptionsSlide(batch),
    provenanceSlide(batch, models),
  ];
}

function messageSlide(batch: Batch): PackSlide {
  const { summary } = batch;
  return {
    id: 'message',
    headline: plainSentence(summary),
    subtitle: summary.scenarios[0].name,
    points: headlineParts(summary),
    notes: `${sourceOf(batch)}. Brackets hold the 95 % interval of a mean over simulated winters.`,
  };
}

function occupancySlide(batch: Batch): PackSlide {
  const fans = fansShown(batch, 'occupancy0800Share');
  return {
    id: 'occupancy',
    headline: occupancyHeadline(batch.summary, fans[0].dates.length),
    subtitle:
      'Occupied share of open general and acute beds at 08:00, by day: median of ' +
      `${winters(batch.summary.replications)} of each scenario; 9 winters in 10 of the base between the thin lines`,
    chart: {
      ...timeChart(fans, 'share', 14),
      lines: [...linesOf(fans), ...bandOf(fans[0]), level(fans[0], 0.92, '92 % of beds')],
      alternative: fans.map(occupancySentence).join(' '),
    },
    notes: notesOf(batch, ['occupancy0800ShareMean', 'daysOver92Count']),
  };
}

function fourHourSlide(batch: Batch): PackSlide {
  const fans = fansShown(batch, 'within4hWeekShare');
  return {
    id: 'four-hour',
    headline: fourHourHeadline(batch.summary, fans),
    subtitle:
      'Share of attendances at the major A&E that left within 4 hours, by week from Monday: median of ' +
      winters(batch.summary.replications),
    chart: {
      ...timeChart(fans, 'share', 4),
      lines: [
        ...linesOf(fans),
        ...bandOf(fans[0]),
        level(fans[0], 0.9, '90 %'),
        level(fans[0], 0.95, '95 %'),
      ],
      alternative: fans.map((fan) => seriesSentence(fan, 'share')).join(' '),
    },
    notes: notesOf(batch, ['within4hType1Share', 'over12hFromArrivalShare']),
  };
}

function delaysSlide(batch: Batch): PackSlide {
  const fans = fansShown(batch, 'delayed0800');
  return {
    id: 'delays',
    headline: delaysHeadline(batch.summary),
    subtitle:
      'Beds at 08:00 with patients who no longer meet the criteria to reside, by day: median of ' +
      winters(batch.summary.replications),
    chart: {
      ...timeChart(fans, 'beds', 14),
      lines: [...linesOf(fans), ...bandOf(fans[0])],
      alternative: fans.map((fan) => seriesSentence(fan, 'beds')).join(' '),
    },
    notes: notesOf(batch, ['notMeetingCriteriaToResideMean', 'dtocShareMean']),
  };
}

function differencesSlide(batch: Batch): PackSlide {
  const { summary } = batch;
  const [base, ...plans] = summary.scenarios;
  return {
    id: 'differences',
    headline: differencesHeadline(summary),
    subtitle: `Difference of each plan from the base: mean and 95 % interval over ${winters(summary.replications)} that meet the same patients`,
    table: {
      header: ['Outcome', `${base.name} (base)`, ...plans.map(({ name }) => name)],
      rows: BOARD_OUTCOMES.map((key) => {
        const outcome = outcomeOf(key);
        return [
          outcome.label,
          estimateText(base.outcomes[key], outcome.unit),
          ...summary.differences.map(({ outcomes }) => differenceText(outcomes[key], outcome)),
        ];
      }),
    },
    notes: notesOf(batch, BOARD_OUTCOMES),
  };
}

function sureSlide(batch: Batch): PackSlide {
  const { summary } = batch;
  const note = validityNote(summary);
  return {
    id: 'sure',
    headline: 'How sure we are',
    subtitle: 'What the intervals hold, and what they do not',
    points: [
      `Each number is a mean over ${winters(summary.replications)}. Its interval says how well that mean is known; the bands show how winters differ.`,
      `Effects of plans are the ${summary.effects} values of their published or assumed ranges. The intervals do not hold what is unknown about them.`,
      'Simulated winters show how a model of the hospital responds, not what will happen.',
      ...(note === null ? [] : [`Take care. ${note}`]),
    ],
    notes: sourceOf(batch),
  };
}

function provenanceSlide(batch: Batch, models: readonly ReportModel[]): PackSlide {
  const { version, seed, replications, effects, quantileMethod, scenarios } = batch.summary;
  return {
    id: 'provenance',
    headline: 'Where these numbers come from',
    subtitle: `Winterflow ${version} · seed “${seed}” · ${winters(replications)} of each scenario · ${effects} effects · quantiles ${quantileMethod}`,
    table: {
      header: ['Scenario', 'Made of', 'Hash'],
      rows: scenarios.map(({ name, hash, madeOf }) => {
        const model = madeOf ?? models.find((found) => found.name === name);
        const parts = model === undefined ? [] : [model.system, model.winter, ...model.plans];
        return [name, parts.filter((part) => part !== '').join(' · '), hash.slice(0, 16)];
      }),
    },
    notes: `The same version, scenarios and seed phrase give the same numbers on any machine. ${scenarios
      .map(({ name, hash }) => `${name}: ${hash}`)
      .join('; ')}`,
  };
}

/** The base and the plans that lower the days over 92 % most: more lines than four nobody can follow. */
function fansShown(batch: Batch, series: DailySeriesKey): Fan[] {
  const { differences } = batch.summary;
  const change = (i: number) => differences[i].outcomes.daysOver92Count.mean ?? 0;
  const largest = differences
    .map((_, i) => i)
    .sort((a, b) => change(a) - change(b) || a - b)
    .slice(0, PLANS_DRAWN);
  const [base, ...plans] = fansOfSeries(batch, series);
  return [base, ...plans.filter((_, i) => largest.includes(i))];
}

function linesOf(fans: readonly Fan[]): PackLine[] {
  return fans.map(({ scenario, p50 }, style) => ({ name: scenario, values: held(p50), style }));
}

function bandOf({ scenario, p5, p95 }: Fan): PackLine[] {
  return [
    { name: `${scenario}, 1 winter in 20 below`, values: held(p5), style: 'band' },
    { name: `${scenario}, 1 winter in 20 above`, values: held(p95), style: 'band' },
  ];
}

function level({ dates }: Fan, value: number, name: string): PackLine {
  return { name, values: dates.map(() => value), style: 'level' };
}

function timeChart(fans: readonly Fan[], unit: 'share' | 'beds', labelEvery: number) {
  const [{ p5, p95 }] = fans; // of the base, whose band is drawn
  const values = [...p5, ...p95, ...fans.flatMap(({ p50 }) => p50)].filter(Number.isFinite);
  const step = unit === 'share' ? 0.05 : 20;
  const least = Math.floor(Math.min(...values, unit === 'share' ? 0.9 : 0) / step + 1e-9) * step;
  const most = unit === 'share' ? 1 : Math.ceil(Math.max(...values) / step) * step;
  const axis = { least: round(least), most, step, format: unit === 'share' ? '0%' : '#,##0' };
  return { labels: fans[0].dates.map(shortDate), labelEvery, axis };
}

function held(values: readonly number[]): (number | null)[] {
  return values.map((value) => (Number.isFinite(value) ? value : null));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
