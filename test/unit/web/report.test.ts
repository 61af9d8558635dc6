// test/unit/web/report.test.ts: the report: one file that needs nothing else, says the plain sentence
// first, states misses, and makes no markup of a name.

import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../sim/outcomes/beside-observed.js';
import { plainSentence, validityNote } from '../../../web/components/headline.js';
import { observedSentence } from '../../../web/components/observed-table.js';
import { reportHtml } from '../../../web/export/report.js';
import { summaryOf } from '../outcomes/summary-of.js';
import { batchOf } from './fans.js';

const reportOf = (names: readonly string[], observed: Comparison[] | null = null): string => {
  const { summary, fans, bankHolidays } = batchOf(names, [0.95, 0.97, 0.93]);
  return reportHtml({ summary, fans: [...fans], models: [], bankHolidays, observed });
};
const sharesOf = (
  label: string,
  observed: number,
  simulated: number,
  tolerance: number | null,
): Comparison => ({ label, unit: 'share', observed, simulated, low: 0.9, high: 1, tolerance });

describe('the report', () => {
  it('is the same text for the same batch', () => {
    expect(reportOf(['Base', 'Wards'])).toBe(reportOf(['Base', 'Wards']));
  });

  it('has no script and asks for nothing', () => {
    const html = reportOf(['Base', 'Wards']);
    expect(html.match(/<script|<link|<img|<iframe|@import|url\(|src=|href=/g) ?? []).toEqual([]);
  });

  it('begins with the plain sentence, before any chart', () => {
    const html = reportOf(['Base', 'Wards']);
    const sentence = html.indexOf('With Wards, days over 92\u00a0% in an average winter fall from');
    expect(sentence).toBeGreaterThan(0);
    expect(sentence).toBeLessThan(html.indexOf('<svg'));
  });

  it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '=1+1', '\u202Eesrever'])(
    'shows the name %s as text',
    (name) => {
      const html = reportOf(['Base', name]);
      expect(html.match(/<script|<img/g) ?? []).toEqual([]);
      const shown = name.replace('&', '&amp;').replace(/</g, '&lt;').slice(0, 8);
      expect(html).toContain(shown.replace('"', ''));
    },
  );

  it('says that nothing was simulated rather than show nothing', () => {
    const { summary } = batchOf(['Base'], [], 0);
    expect(reportHtml({ summary, fans: [], models: [] })).toContain('there is nothing to show');
  });

  it('states each miss beside the winter as it was', () => {
    const html = reportOf(
      ['Base'],
      [
        sharesOf('Mean', 0.968, 0.965, 0.01),
        sharesOf('Long stays', 0.47, 0.52, 0.03),
        sharesOf('Highest', 1, 0.99, null),
      ],
    );
    expect(html).toContain('Of 2 figures with a stated tolerance, 1 is met');
    expect(html).toContain('missed: Long stays (5.0 points off)');
  });
});

describe('the sentence on what was observed', () => {
  it('names nothing where all is met', () => {
    expect(observedSentence([sharesOf('Mean', 0.968, 0.965, 0.01)])).toBe(
      'Of 1 figure with a stated tolerance, 1 is met.',
    );
  });
});

describe('the plain sentence', () => {
  const fourHour = [0.8, 0.81, 0.82];

  it('says what the base is, when nothing is compared', () => {
    expect(plainSentence(summaryOf({ Base: { days: [80, 84, 88], fourHour } }))).toBe(
      'In an average winter beds are over 92 % full on 84 days, and 81.0 % of A&E patients leave ' +
        'within 4 hours.',
    );
  });

  it('names the plan that takes off most, and claims nothing of the 4-hour standard', () => {
    const summary = summaryOf({
      Base: { days: [80, 84, 88], fourHour },
      Wards: { days: [69, 74, 79], fourHour: [0.79, 0.82, 0.82] },
      Visits: { days: [78, 82, 87], fourHour },
    });
    expect(plainSentence(summary)).toBe(
      'With Wards, days over 92 % in an average winter fall from 84 to 74, with no clear difference ' +
        'in the 4-hour standard.',
    );
  });

  it('claims nothing where no difference is clear', () => {
    const plan = { days: [79, 85, 87], fourHour };
    const base = { days: [80, 84, 88], fourHour };
    expect(plainSentence(summaryOf({ Base: base, Visits: plan }))).toBe(
      'Visits does not clearly lower the 84 days of an average winter on which beds are over 92 % full.',
    );
    expect(plainSentence(summaryOf({ Base: base, A: plan, B: plan }))).toBe(
      'No plan clearly lowers the 84 days of an average winter on which beds are over 92 % full.',
    );
  });

  it('has no warning where no winter leaves the valid range', () => {
    expect(validityNote(summaryOf({ Base: { days: [80, 84], fourHour: [0.8, 0.8] } }))).toBeNull();
  });
});
