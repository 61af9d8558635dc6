// web/export/pack-page.tsx: a page of the board pack on paper: A4 landscape, one message, its chart or
// table, and the stamp of what made it.

import type { VNode } from 'preact';
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
  return (
    <div class="pack-page" data-slide={slide.id}>
      <PackCard batch={batch} slide={slide} Canvas={Canvas} frame={frame} />
      <footer class="pack-foot">
        <span>{slide.stamp ?? stamp}</span>
        <span>{page}</span>
        {slide.warning !== undefined && <strong class="pack-warning">{slide.warning}</strong>}
      </footer>
    </div>
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
      return <OccupancyCard {...card} />;
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
