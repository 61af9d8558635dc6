// web/components/results-view.tsx: a batch as people read it; the page and the report show the same.

import type { VNode } from 'preact';
import type { Batch } from '../charts/batch.js';
import { BedsEnoughCard } from '../charts/beds-enough-card.js';
import type { Canvas } from '../charts/chart-card.js';
import { DelaysCard } from '../charts/delays-card.js';
import { DifferencesCard } from '../charts/differences-card.js';
import { FourHourCard } from '../charts/four-hour-card.js';
import { HeatMapCard } from '../charts/heat-map-card.js';
import { OccupancyCard } from '../charts/occupancy-card.js';

/** The charts of a batch, each with its words and its table. */
export function Charts({ batch, Canvas }: { batch: Batch; Canvas: Canvas }): VNode {
  return (
    <>
      <OccupancyCard batch={batch} Canvas={Canvas} />
      <FourHourCard batch={batch} Canvas={Canvas} />
      <DelaysCard batch={batch} Canvas={Canvas} />
      <DifferencesCard batch={batch} Canvas={Canvas} />
      <BedsEnoughCard batch={batch} Canvas={Canvas} />
      <HeatMapCard batch={batch} Canvas={Canvas} />
    </>
  );
}
