// web/charts/chart-card.tsx: a chart as it stands on a page: message, statistics, picture, words,
// the numbers as a table, source. The words are required: no chart stands without them.

import type { ComponentChildren, ComponentType, VNode } from 'preact';
import type { Batch } from './batch.js';
import { DataTable, type TableData } from './data-table.js';

/** Draws a chart, or several, for a width in CSS px. */
export type Draw = (width: number) => VNode;

/** Where a chart is put: it knows the width. */
export type Canvas = ComponentType<{ draw: Draw }>;

export interface ChartCardProps {
  id: string;
  /** The message, in one sentence. */
  headline: string;
  /** What is measured, where and in what unit. */
  subtitle: string;
  /** Where the numbers come from. */
  source: string;
  /** Text alternative: range, peak date, crossings. */
  description: readonly string[];
  table: TableData;
  draw: Draw;
  Canvas: Canvas;
  /** What changes the chart, above it; and what belongs to it, below. */
  controls?: ComponentChildren;
  after?: ComponentChildren;
}

/** Something that opens on request; without a script too. */
export function Disclosure({
  title,
  children,
}: {
  title: string;
  children: ComponentChildren;
}): VNode {
  return (
    <details class="nhsuk-details card-details">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">{title}</span>
      </summary>
      <div class="nhsuk-details__text">{children}</div>
    </details>
  );
}

/** A chart with all that belongs to it. */
export function ChartCard(props: ChartCardProps): VNode {
  const { id, headline, subtitle, source, description, table, draw, Canvas } = props;
  return (
    <section class="card" id={id} aria-labelledby={`${id}-headline`}>
      <h3 class="card-headline" id={`${id}-headline`}>
        {headline}
      </h3>
      <p class="card-subtitle">{subtitle}</p>
      {props.controls}
      <figure class="card-figure">
        <Canvas draw={draw} />
      </figure>
      {props.after}
      <p class="card-source">Source: {source}.</p>
      <Disclosure title="What this chart shows, in words">
        <ul class="card-words">
          {description.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Disclosure>
      <Disclosure title="View as table">
        <DataTable id={`${id}-table`} table={table} />
      </Disclosure>
    </section>
  );
}

/** Where a card stands besides its own page: another headline, and ids that are not taken. */
export interface CardFrame {
  /** Put before ids; or an id of its own. */
  prefix?: string;
  id?: string;
  /** A headline that somebody wrote; the one made from the numbers when left out. */
  headline?: string;
}

/** What every card of a batch takes. */
export interface CardProps {
  batch: Batch;
  Canvas: Canvas;
  frame?: CardFrame;
}

/** Id and headline of a card in its frame. */
export function framed(
  frame: CardFrame | undefined,
  id: string,
  headline: string,
): { id: string; headline: string } {
  return { id: frame?.id ?? `${frame?.prefix ?? ''}${id}`, headline: frame?.headline ?? headline };
}
