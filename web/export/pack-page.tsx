// web/export/pack-page.tsx: a page of the board pack on paper: A4 landscape, one message, its chart or
// table, and the stamp of what made it.

import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Outcome } from '../../sim/outcomes/keys.js';
import type { Batch } from '../charts/batch.js';
import { BedsEnoughCard } from '../charts/beds-enough-card.js';
import type { Canvas, CardFrame } from '../charts/chart-card.js';
import { DelaysCard } from '../charts/delays-card.js';
import { DifferencesCard } from '../charts/differences-card.js';
import { FlowCard } from '../charts/flow-card.js';
import { FourHourCard } from '../charts/four-hour-card.js';
import { fewestLikely, HeatMapCard } from '../charts/heat-map-card.js';
import { OccupancyCard } from '../charts/occupancy-card.js';
import { RegretCard } from '../charts/regret-card.js';
import { TornadoCard } from '../charts/tornado-card.js';
import { WaitsCard } from '../charts/waits-card.js';
import { WaterfallCard } from '../charts/waterfall-card.js';
import { WinterCard } from '../charts/winter-card.js';
import type { PackSlide, SlideView } from './pack-slide.js';

export interface PackPageProps {
  batch: Batch;
  slide: PackSlide;
  Canvas: Canvas;
  stamp: string;
  /** "3 of 10" */
  page: string;
}

/** Width of charts on a page of A4 landscape between its margins, in CSS px. */
export const PACK_WIDTH = 1050;

/** Put before the ids of cards in a pack: the same cards stand on other pages. */
export const PACK_PREFIX = 'pack-';

/** One page. */
export function PackPage({ batch, slide, Canvas, stamp, page }: PackPageProps): VNode {
  const frame: CardFrame = { prefix: PACK_PREFIX, headline: slide.headline };
  const isDense = DENSE.includes(slide.id) && batch.summary.scenarios.length > DENSE_FROM;
  const Fitting = useMemo(() => (isDense ? denser(Canvas) : Canvas), [Canvas, isDense]);
  return (
    <div class="pack-page" data-slide={slide.id}>
      <PackCard batch={batch} slide={slide} Canvas={Fitting} frame={frame} />
      <footer class="pack-foot">
        <span>{slide.stamp ?? stamp}</span>
        <span>{page}</span>
        {slide.warning !== undefined && <strong class="pack-warning">{slide.warning}</strong>}
      </footer>
    </div>
  );
}

/** Pages with a row for each scenario in each of six panels, and from how many scenarios they are denser. */
const DENSE: readonly string[] = ['differences', 'waits'];
const DENSE_FROM = 4;
const SHRUNK = 1.3;
const NARROW = 700; // px: below, the page scrolls and nothing has to fit

/** Draws for more room than there is: the style shrinks what is drawn, so that it fits a page. */
function denser(Canvas: Canvas): Canvas {
  return ({ draw }) => (
    <Canvas draw={(width) => draw(width < NARROW ? width : Math.floor(width * SHRUNK))} />
  );
}

interface PackCardProps {
  batch: Batch;
  slide: PackSlide;
  Canvas: Canvas;
  frame: CardFrame;
}

function PackCard({ batch, slide, Canvas, frame }: PackCardProps): VNode | null {
  const card = { batch, Canvas, frame };
  if (slide.view !== undefined) return <ViewCard view={slide.view} card={card} />;
  switch (slide.id) {
    case 'occupancy':
      return <OccupancyCard {...card} height={fanHeight(batch)} />;
    case 'four-hour':
      return <FourHourCard {...card} />;
    case 'delays':
      return <DelaysCard {...card} />;
    case 'differences':
      return <DifferencesCard {...card} />;
    case 'beds-enough':
      return <BedsEnoughCard {...card} />;
    case 'exceedance':
      return <HeatMapCard {...card} batch={withBestDays(batch)} />;
    case 'waits':
      return <WaitsCard {...card} waits={PACK_WAITS} />;
    case 'flow':
      return <FlowCard {...card} position={flowPosition(batch)} />;
    default:
      return <Words slide={slide} />;
  }
}

/** A card whose numbers are not those of the batch. */
function ViewCard({
  view,
  card: { batch, ...card },
}: {
  view: SlideView;
  card: Omit<PackCardProps, 'slide'>;
}): VNode {
  switch (view.kind) {
    case 'waterfall':
      return <WaterfallCard {...view} {...card} />;
    case 'drivers':
      return <TornadoCard {...view} {...card} />;
    case 'regret':
      return <RegretCard {...view} {...card} />;
    case 'winter':
      return <WinterCard {...view} {...card} bankHolidays={batch.bankHolidays} />;
  }
}

/** Two rows of fans fit a page when they are low. @returns px; undefined for one row */
function fanHeight({ summary }: Batch): number | undefined {
  return summary.scenarios.length > 3 ? 230 : undefined;
}

/** Waits that fit a page. */
const PACK_WAITS: readonly Outcome[] = [
  'handoverOver30Share',
  'handoverOver60Share',
  'initialAssessmentMinutesP95',
  'within4hType1Share',
  'over12hFromArrivalShare',
  'leftWithoutBeingSeenShare',
];

/** The base and the plan with the fewest likely days: more maps than two do not fit a page. */
function withBestDays(batch: Batch): Batch {
  const { singles = [] } = batch;
  const best = fewestLikely(singles);
  return { ...batch, singles: singles.filter((of, i) => i === 0 || of === best) };
}

/** The plan with the fewest days over 92 %, as on the slide; the base where there is none. */
function flowPosition({ summary }: Batch): number {
  const change = (i: number) =>
    summary.differences[i].outcomes.daysOver92Count.mean ?? Number.POSITIVE_INFINITY;
  const order = summary.differences.map((_, i) => i).sort((a, b) => change(a) - change(b) || a - b);
  return order.length === 0 ? 0 : order[0] + 1;
}

/** A page of points or a table. */
function Words({
  slide: { id, headline, subtitle, points = [], table },
}: {
  slide: PackSlide;
}): VNode {
  const title = `${PACK_PREFIX}${id}-title`;
  return (
    <section class="card pack-words" aria-labelledby={title}>
      <h3 class="card-headline" id={title}>
        {headline}
      </h3>
      <p class="card-subtitle">{subtitle}</p>
      {points.length > 0 && (
        <ul>
          {points.map((point) => (
            <li>{point}</li>
          ))}
        </ul>
      )}
      {table && (
        <table class="pack-table">
          <caption class="nhsuk-u-visually-hidden">{headline}</caption>
          <thead>
            <tr>
              {table.header.map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([first, ...cells]) => (
              <tr>
                <th scope="row">{first}</th>
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
