// test/unit/web/board-pack.test.ts: a board pack says what the numbers say, in slides and in sheets.

import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import type { DailySeriesKey } from '../../../sim/outcomes/keys.js';
import type { Fan } from '../../../sim/outcomes/summary.js';
import type { Batch } from '../../../web/charts/batch.js';
import { boardPack } from '../../../web/export/board-pack.js';
import { boardPptx } from '../../../web/export/pptx.js';
import { sheetsOf } from '../../../web/export/sheets.js';
import { workbook } from '../../../web/export/workbook.js';
import { summaryOf } from '../outcomes/summary-of.js';

const DATES = Array.from({ length: 28 }, (_, i) => `2018-01-${String(i + 1).padStart(2, '0')}`);
const PLANS = {
  'Lister, winter 2017-18': { days: [170, 172, 174], fourHour: [0.7, 0.71, 0.72] },
  '24 beds': { days: [150, 151, 154], fourHour: [0.72, 0.73, 0.74] },
  'In-reach': { days: [169, 172, 175], fourHour: [0.7, 0.71, 0.72] },
  SDEC: { days: [166, 169, 171], fourHour: [0.75, 0.76, 0.77] },
  D2A: { days: [165, 168, 170], fourHour: [0.71, 0.72, 0.73] },
};

function fan(scenario: string, series: DailySeriesKey, level: number): Fan {
  const weekly = series.includes('Week');
  const dates = DATES.filter((_, i) => !weekly || i % 7 === 0);
  const at = (shift: number) => dates.map((_, i) => level + shift + 0.001 * i);
  return {
    scenario,
    series,
    dates,
    mean: at(0),
    p5: at(-0.04),
    p25: at(-0.02),
    p50: at(0),
    p75: at(0.01),
    p95: at(0.02),
  };
}

const summary = summaryOf(PLANS);
const fans = summary.scenarios.flatMap(({ name }, i) => [
  fan(name, 'occupancy0800Share', 0.95 - i / 100),
  fan(name, 'within4hWeekShare', 0.7 + i / 100),
  fan(name, 'delayed0800', 55 - i),
]);
const batch: Batch = { summary, fans, bankHolidays: [] };
const models = [
  { name: '24 beds', system: 'Lister', winter: 'flu', plans: ['escalation'], hash: 'x' },
];

describe('a board pack', () => {
  const pack = boardPack(batch, models);

  it('begins with what the plans do, and ends with how to get the numbers again', () => {
    expect(pack.map(({ headline }) => headline.slice(0, 30))).toEqual(
      [
        'With 24 beds, days over 92 % i',
        'Beds are over 92 % full on 172',
        '71.0 % leave A&E within 4 hour',
        pack[3].headline.slice(0, 30),
        'D2A', // the plans that clearly lower the days, in order, are named
        'How sure we are',
        'What this rests on',
        'Where these numbers come from',
      ].map((text, i) => (i === 4 ? pack[4].headline.slice(0, 30) : text)),
    );
    expect(pack[4].headline).toMatch(/24 beds.*clearly lower/);
    expect(pack[7].table?.rows[1]).toEqual([
      '24 beds',
      'Lister · flu · escalation',
      'hash of 24 beds',
    ]);
    expect(pack[7].subtitle).toContain('seed “by hand”');
  });

  it('draws the base, the three plans that lower the days most, and the limits', () => {
    const names = pack[1].chart?.lines.map(({ name }) => name);
    expect(names).toEqual([
      'Lister, winter 2017-18',
      '24 beds',
      'SDEC',
      'D2A',
      'Lister, winter 2017-18, 1 winter in 20 below',
      'Lister, winter 2017-18, 1 winter in 20 above',
      '92 % of beds',
    ]);
    expect(pack[2].chart?.labels).toHaveLength(4);
    expect(pack[2].chart?.lines.at(-1)?.values).toEqual([0.95, 0.95, 0.95, 0.95]);
    for (const { chart } of pack) {
      for (const { values } of chart?.lines ?? [])
        expect(values).toHaveLength(chart?.labels.length ?? 0);
      if (chart)
        expect(chart.axis.least).toBeLessThanOrEqual(
          Math.min(...chart.lines[0].values.map(Number)),
        );
    }
  });

  it('has every plan in the table of differences, with intervals', () => {
    const { header = [], rows = [] } = pack[4].table ?? {};
    expect(header.slice(1)).toEqual([
      'Lister, winter 2017-18 (base)',
      ...Object.keys(PLANS).slice(1),
    ]);
    expect(rows[0][2]).toMatch(/20\.3 fewer|fewer/);
    expect(rows[0][3]).toMatch(/no clear difference/);
  });

  it('of no winters is refused', () => {
    const none = { ...batch, summary: { ...summary, replications: 0 } };
    expect(() => boardPack(none, [])).toThrow(/nothing to present/);
  });
});

describe('the PowerPoint file', () => {
  it('has charts whose axes are there, text alternatives and notes, the same bytes twice', async () => {
    const [bytes, again] = [await boardPptx(batch, models), await boardPptx(batch, models)];
    expect(Buffer.from(bytes).equals(Buffer.from(again))).toBe(true);
    const files = unzipSync(bytes);
    const text = (path: string) => strFromU8(files[path]);
    const charts = Object.keys(files).filter((path) => /charts\/chart\d+\.xml$/.test(path));
    expect(charts).toHaveLength(3);
    for (const path of charts) {
      const xml = text(path);
      const defined = [...xml.matchAll(/<c:(?:cat|val)Ax>\s*<c:axId val="(\d+)"/g)].map(
        ([, id]) => id,
      );
      const named = [...xml.matchAll(/<c:axId val="(\d+)"\/>/g)].map(([, id]) => id);
      expect(new Set(named)).toEqual(new Set(defined));
      expect(defined).toHaveLength(2);
      expect(xml).toContain('<a:ln w="9525"'); // the band is thin
      expect(xml).toContain('prstDash val="dash"'); // the base is dashed
    }
    expect(text('ppt/slides/slide2.xml')).toMatch(
      /descr="Lister, winter 2017-18: the median runs from/,
    );
    expect(text('ppt/notesSlides/notesSlide2.xml')).toContain(
      'simulated winters of each scenario, seed “by hand”',
    );
    const slides = Object.keys(files).filter((path) => /slides\/slide\d+\.xml$/.test(path));
    expect(slides).toHaveLength(8);
    expect(text('ppt/slides/slide5.xml')).toContain('<a:tbl>');
    expect(text('ppt/slides/slide5.xml')).not.toMatch(/(gridSpan|rowSpan)="[2-9]/);
  });
});

describe('the workbook', () => {
  it('holds the numbers of the summary, one table a sheet, and says what made them', async () => {
    const sheets = sheetsOf(batch, models, []);
    expect(sheets.map(({ name }) => name)).toEqual([
      'Cover',
      'Outcomes',
      'Differences',
      'Targets',
      'Daily',
      'Definitions',
    ]);
    for (const { rows, widths } of sheets) {
      for (const row of rows) expect(row).toHaveLength(widths.length);
    }
    const [bytes, again] = [await workbook(sheets), await workbook(sheets)];
    expect(Buffer.from(bytes).equals(Buffer.from(again))).toBe(true);
    const read = await readExcelFile(Buffer.from(bytes));
    const rows = (name: string) => read.find(({ sheet }) => sheet === name)?.data ?? [];
    const days = rows('Outcomes').find(
      ([name, key]) => name === '24 beds' && key === 'daysOver92Count',
    );
    expect(days?.[4]).toBe(summary.scenarios[1].outcomes.daysOver92Count.mean);
    const difference = rows('Differences').find(
      ([name, , key]) => name === 'D2A' && key === 'within4hType1Share',
    );
    expect(difference?.[6]).toBe(summary.differences[3].outcomes.within4hType1Share.low95);
    expect(rows('Cover').find(([name]) => name === 'Seed phrase')?.[1]).toBe('by hand');
    expect(rows('Daily')).toHaveLength(1 + fans.reduce((sum, { dates }) => sum + dates.length, 0));
    const xml = Object.entries(unzipSync(bytes)).filter(([path]) => path.includes('worksheets/'));
    for (const [, content] of xml) expect(strFromU8(content)).not.toContain('mergeCell');
  });
});
