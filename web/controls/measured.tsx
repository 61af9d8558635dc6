// web/controls/measured.tsx: the place of a chart on the page: it measures its width and draws anew
// when that changes, also for paper.

import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Draw } from '../charts/chart-card.js';
import { inTurn } from '../state/turns.js';
import { SaveChart } from './save-chart.js';

const PAPER = 700; // px: A4 portrait between its margins

export interface MeasuredProps {
  draw: Draw;
  /** Whether the chart can be saved from here; so it is unless said. */
  saves?: boolean;
  /** Width on paper in px; that of A4 portrait unless said. */
  paper?: number;
}

/** Draws a chart as wide as its place; the charts of a page at first one by one, so that it answers. */
export function Measured({ draw, saves = true, paper = PAPER }: MeasuredProps): VNode {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    // Laying out for paper changes widths too; until it is over, paper is what counts.
    let printing = false;
    let isDrawn = false;
    let takeBack = (): void => undefined;
    const draw = (wide: number): void => {
      isDrawn = true;
      setWidth(wide);
    };
    const measure = (): void => {
      const wide = Math.floor(element.clientWidth);
      takeBack();
      if (printing || wide === 0) return; // on a hidden page it stays as it is
      if (isDrawn) draw(wide);
      else takeBack = inTurn(() => draw(wide));
    };
    const forPaper = (): void => {
      printing = true;
      takeBack();
      draw(paper);
    };
    const forScreen = (): void => {
      printing = false;
      measure();
    };
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(element);
    addEventListener('beforeprint', forPaper);
    addEventListener('afterprint', forScreen);
    return () => {
      takeBack();
      observer.disconnect();
      removeEventListener('beforeprint', forPaper);
      removeEventListener('afterprint', forScreen);
    };
  }, []);
  return (
    <>
      <div class="measured" ref={place} aria-busy={width === 0}>
        {width > 0 && draw(width)}
      </div>
      {saves && <SaveChart place={place} />}
    </>
  );
}
