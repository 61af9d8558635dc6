// web/export/pack-explore.ts: slides of a board pack from results beyond its means: plans together, drivers,
// other winters, and one winter with the reasons of a day.

import { causesOf, type DayStory, dayStory, seriesOf } from '../../sim/outcomes/breach.js';
import { type Outcome, outcomeOf } from '../../sim/outcomes/keys.js';
import { LIMIT } from '../../sim/outcomes/single-winters.js';
import { waterfallOf } from '../../sim/outcomes/waterfall.js';
import { plainValue, withCommas } from '../../sim/outcomes/words.js';
import { type Batch, dataOf, sourceOf } from '../charts/batch.js';
import type { TableData } from '../charts/data-table.js';
import { longDate, shortDate } from '../charts/days.js';
import {
  regretHeadline,
  regretSentences,
  regretStep,
  regretSubtitle,
} from '../charts/regret-card.js';
import {
  bySwing,
  driverSentences,
  driversHeadline,
  driversSubtitle,
  driversTable,
} from '../charts/tornado-card.js';
import {
  waterfallHeadline,
  waterfallSentences,
  waterfallSubtitle,
  waterfallTable,
} from '../charts/waterfall-card.js';
import {
  dayQuestion,
  dayRows,
  type WinterShown,
  winterHeadline,
  winterSentences,
  winterSubtitle,
} from '../charts/winter-card.js';
import type { Beyond, DriversFound, RegretFound } from './beyond.js';
import { driverBars, waterfallBars } from './pack-bars.js';
import type { PackChoices } from './pack-choices.js';
import type { PackSlide } from './pack-slide.js';
import { madeText } from './stamp.js';
import { winterShown } from './winter-source.js';

const USUAL: Outcome = 'daysOver92Count'; // what slides show until somebody chooses
const CAUSES_TOLD = 2;

/** Slides of the results that are there, each of the outcome or the winter that was chosen. */
export function exploreSlides(
  batch: Batch,
  { together, drivers, regret, winters }: Beyond,
  { outcomes, winter }: PackChoices,
): PackSlide[] {
  const keyOf = (id: 'waterfall' | 'drivers' | 'regret') => outcomes[id] ?? USUAL;
  const shown = winters === undefined ? null : winterShown(winters, winter);
  return [
    together === undefined ? null : waterfallSlide(batch, together, keyOf('waterfall')),
    drivers === undefined ? null : driversSlide(drivers, drivers.key ?? keyOf('drivers')),
    regret === undefined ? null : regretSlide(regret, regret.key ?? keyOf('regret')),
    ...(shown === null ? [] : [winterSlide(batch, shown), breachSlide(batch, shown)]),
  ].flatMap((slide) => slide ?? []);
}

function waterfallSlide(
  batch: Batch,
  together: NonNullable<Beyond['together']>,
  key: Outcome,
): PackSlide {
  const waterfall = waterfallOf(together, key);
  const { seed, version } = batch.summary;
  const { base } = together;
  const replications = base.replications.length;
  const made = { version, seed, replications, hashes: [base.hash], data: dataOf(batch.summary) };
  const positions = together.alone.map(({ name }, i) => {
    const at = batch.summary.scenarios.findIndex((of) => of.name === name);
    return at < 0 ? i + 1 : at;
  });
  const sentences = waterfallSentences(waterfall);
  const source = sourceOf(batch);
  return {
    id: 'waterfall',
    headline: waterfallHeadline(waterfall),
    subtitle: waterfallSubtitle(replications),
    bars: waterfallBars(waterfall, sentences.join(' ')),
    table: besideChart(waterfallTable(waterfall)),
    notes: notesOf(sentences, key, source),
    stamp: madeText(made),
    view: { kind: 'waterfall', waterfall, positions, replications, source },
  };
}

function driversSlide({ scenario, made, of }: DriversFound, key: Outcome): PackSlide | null {
  const found = of(key);
  if (found === null) return null;
  const drivers = bySwing(found.drivers);
  const sentences = driverSentences(drivers, key);
  const { replications } = made;
  const source = madeText(made);
  return {
    id: 'drivers',
    headline: driversHeadline(drivers, key),
    subtitle: driversSubtitle(scenario, replications),
    bars: driverBars(drivers, found.base, key, sentences.join(' ')),
    table: besideChart(driversTable(drivers, key)),
    notes: notesOf(sentences, key, source),
    stamp: source,
    view: {
      kind: 'drivers',
      scenario,
      outcome: key,
      drivers,
      base: found.base,
      replications,
      source,
    },
  };
}

function regretSlide({ made, of }: RegretFound, key: Outcome): PackSlide | null {
  const regret = of(key);
  if (regret === null) return null;
  const { winters, plans, cells, worst } = regret;
  const { label, unit } = outcomeOf(key);
  const sentences = regretSentences(regret);
  const source = madeText(made);
  const most = Math.max(...worst, 1e-9);
  return {
    id: 'regret',
    headline: regretHeadline(regret),
    subtitle: regretSubtitle(regret),
    table: {
      header: [`${label}${unit === 'share' ? ', %' : ''}`, ...winters, 'At worst from the best'],
      rows: plans.map((plan, p) => [
        plan,
        ...cells[p].map(({ mean, regret: far }) =>
          far === 0
            ? `${plainValue(mean, unit)}: the best`
            : `${plainValue(mean, unit)}: +${plainValue(far, unit)}`,
        ),
        worst[p] === 0 ? '0' : plainValue(worst[p], unit),
      ]),
      fills: plans.map((_, p) => [
        null,
        ...cells[p].map(({ regret: far }) => regretStep(far, most).colour),
        null,
      ]),
      fontSize: 14,
    },
    notes: notesOf(sentences, key, source),
    stamp: source,
    view: { kind: 'regret', regret, source },
  };
}

function winterSlide(batch: Batch, shown: WinterShown): PackSlide {
  const { winter, dates, number } = shown;
  const occupied = [...seriesOf(winter, 'bedsOccupied0800')];
  const open = [...seriesOf(winter, 'bedsOpen0800')];
  const values = [...occupied, ...open].filter(Number.isFinite);
  const step = 20;
  const source = winterSource(batch, number);
  return {
    id: 'winter',
    headline: winterHeadline(shown),
    subtitle: winterSubtitle(shown),
    chart: {
      labels: dates.map(shortDate),
      labelEvery: 14,
      lines: [
        { name: 'Beds occupied', values: held(occupied), style: 1 },
        {
          name: '92 % of the beds open',
          values: held(open.map((beds) => beds * LIMIT)),
          style: 'level',
        },
        { name: 'Beds open', values: held(open), style: 'band' },
      ],
      axis: {
        least: Math.floor((Math.min(...values) * LIMIT) / step) * step,
        most: Math.ceil(Math.max(...values) / step) * step,
        step,
        format: '#,##0',
      },
      alternative: winterSentences(shown).join(' '),
    },
    notes: [...winterSentences(shown), `${source}.`].join('\n'),
    view: { kind: 'winter', shown, source },
  };
}

/** Why a day was over 92 %: its figures beside what is usual in its winter. */
function breachSlide(batch: Batch, shown: WinterShown): PackSlide {
  const { winter, dates, day, scenario, number } = shown;
  const story = dayStory(winter, dates, day);
  return {
    id: 'breach',
    headline: breachHeadline(story),
    subtitle:
      `${story.sentences[0]} Simulated winter ${number} of ${scenario}; half of its days lie ` +
      'in the range.',
    table: {
      header: ['Figure', longDate(story.date), 'Usual', 'Range', 'Beyond usual'],
      rows: dayRows(story),
      firstWidth: 5,
      fontSize: 14,
    },
    notes: [dayQuestion(story), ...story.sentences, `${winterSource(batch, number)}.`].join('\n'),
  };
}

/** What filled beds on the day, in one sentence. */
function breachHeadline({ share, date, figures }: DayStory): string {
  if (!(share > LIMIT)) return `On ${longDate(date)} beds were not over 92 % full`;
  const most = causesOf(figures).slice(0, CAUSES_TOLD);
  if (most.length === 0) {
    return `On ${longDate(date)} beds were over 92 % full, as on an ordinary day of this winter`;
  }
  const told = most.map(({ label, value, usual }) => {
    const what = label.startsWith('A&E') ? label : label[0].toLowerCase() + label.slice(1);
    return `${withCommas(value, 0)} ${what} (usual: ${withCommas(usual, 0)})`;
  });
  return `Why over 92 % on ${longDate(date)}: ${told.join(', ')}`;
}

function winterSource(batch: Batch, number: number): string {
  return `${sourceOf(batch)}, winter ${number}`;
}

/** The table of a card, small enough to stand beside its chart. */
function besideChart({ rowHeader, groups, rows }: TableData): PackSlide['table'] {
  return {
    header: [rowHeader, ...groups.flatMap(({ columns }) => columns)],
    rows: rows.map(({ header, cells }) => [header, ...cells]),
    fontSize: 11,
  };
}

function notesOf(sentences: readonly string[], key: Outcome, source: string): string {
  const { label, definition } = outcomeOf(key);
  return [...sentences, `${label}: ${definition}`, `${source}.`].join('\n');
}

function held(values: readonly number[]): (number | null)[] {
  return values.map((value) => (Number.isFinite(value) ? value : null));
}
