// web/controls/winter-strip.tsx: what starts when, for all plans of the project.

import type { VNode } from 'preact';
import { dateOf, dayNumberOf } from '../../sim/engine/time.js';
import type { Library } from '../../sim/scenario/library.js';
import { Disclosure } from '../charts/chart-card.js';
import { monthTicks } from '../charts/days.js';
import { type Bar, TimeStrip } from '../charts/time-strip.js';
import { periodOf } from '../state/choices.js';
import { partsOf } from '../state/plan-parts.js';
import { type Span, spansOf, spanText } from '../state/plan-words.js';
import { nameOfPlan, type Project } from '../state/project.js';
import { Measured } from './measured.js';

const ROOM_FOR_YEARS = false;

/** The strip of the project's winter, with the same in words. */
export function WinterStrip({ library, project }: { library: Library; project: Project }): VNode {
  const { firstDay, lastDay } = periodOf(library, project.system);
  const [first, last] = [dayNumberOf(firstDay), dayNumberOf(lastDay)];
  const rows = project.plans.flatMap((plan, i) =>
    spansOf(partsOf(library, plan)).map((span) => ({
      plan: nameOfPlan(library, plan),
      span,
      bar: barOf(span, nameOfPlan(library, plan), i + 1, first, last),
    })),
  );
  const sentences = rows.map(
    ({ plan, span }) => `${plan}: ${titled(plan, span)}${spanText(span)}.`,
  );
  const months = monthTicks(first, last, ROOM_FOR_YEARS).map(({ day, label }) => ({
    day: day - first,
    label,
  }));
  return (
    <section class="card" aria-labelledby="strip-heading">
      <h2 id="strip-heading">What is there when</h2>
      {rows.length === 0 ? (
        <p>No plan has been added yet.</p>
      ) : (
        <>
          <figure class="card-figure">
            <Measured
              draw={(width) => (
                <TimeStrip
                  bars={rows.map(({ bar }) => bar)}
                  months={months}
                  daysCount={last - first + 1}
                  width={width}
                  label={sentences.join(' ')}
                />
              )}
            />
          </figure>
          <Disclosure title="The same in words">
            <ul class="card-words">
              {sentences.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          </Disclosure>
        </>
      )}
    </section>
  );
}

/** The part of a plan that is not called as the plan is. */
function titled(plan: string, { title }: Span): string {
  return plan.startsWith(title) ? '' : `${title}, `;
}

function barOf(span: Span, plan: string, scenario: number, first: number, last: number): Bar {
  const fromDay = span.from === null ? 0 : dayIn(span.from, first, last) - first;
  const toDay = span.to === null ? last - first : dayIn(span.to, first, last) - first;
  const rampDays = span.from === null ? 0 : span.rampDays;
  return {
    title: `${plan}: ${titled(plan, span)}${spanText(span)}`,
    scenario,
    fromDay,
    toDay,
    rampDays,
  };
}

/** Day number of a date, or of the day of the year that lies in the winter or next to it. */
function dayIn(text: string, first: number, last: number): number {
  if (text.length > 'MM-DD'.length) return dayNumberOf(text);
  for (let day = last; day >= first; day--) if (dateOf(day).endsWith(text)) return day;
  // Outside the winter: before it, if that is nearer than after it.
  for (let away = 1; away <= 366; away++) {
    if (dateOf(first - away).endsWith(text)) return first - away;
    if (dateOf(last + away).endsWith(text)) return last + away;
  }
  return first;
}
