// test/unit/web/pack-explore.test.ts: a board pack has pages of plans together, drivers, other winters and
// one winter where these were simulated, with their own numbers in every format.

import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { waterfallOf } from '../../../sim/outcomes/waterfall.js';
import { beyondSheets, madeBeyond } from '../../../web/export/beyond-sheets.js';
import { boardPack } from '../../../web/export/board-pack.js';
import { waterfallBars } from '../../../web/export/pack-bars.js';
import { ALL_SLIDES } from '../../../web/export/pack-choices.js';
import { packHtml } from '../../../web/export/pack-html.js';
import { boardPptx } from '../../../web/export/pptx.js';
import { beyondOf, keepAnswer } from '../../../web/state/beyond.js';
import { batch, beyond, DATES, parts, shown, slideOf, slides, WITH_ALL } from './explored.js';

describe('pages of results beyond the batch', () => {
  it('are there only where they were simulated', () => {
    const ids = boardPack(batch, []).map(({ id }) => id);
    for (const id of ['waterfall', 'drivers', 'regret', 'winter', 'breach']) {
      expect(ids).not.toContain(id);
      expect(slideOf(id).notes.length).toBeGreaterThan(20);
    }
    expect(ALL_SLIDES.leftOut).toEqual(['winter', 'breach']);
  });

  it('belong to the project and seed that they were simulated for', () => {
    const look = { ...shown, kind: 'example' } as const;
    keepAnswer('together', look, parts);
    expect(beyondOf(look).together).toBe(parts);
    expect(beyondOf({ ...look, project: { ...look.project, pack: WITH_ALL } }).together).toBe(
      parts,
    );
    expect(
      beyondOf({ ...look, project: { ...look.project, winter: 'x' } }).together,
    ).toBeUndefined();
    const summary = { ...batch.summary, seed: 'another' };
    expect(beyondOf({ ...look, batch: { ...batch, summary } }).together).toBeUndefined();
    expect(beyondOf({ kind: 'files', batch, notes: [], files: [] })).toEqual({});
  });

  it('show the outcome and the winter that was chosen, and what made them', () => {
    const four = boardPack(batch, [], beyond, {
      ...WITH_ALL,
      outcomes: { waterfall: 'within4hType1Share' },
    });
    expect(four.find(({ id }) => id === 'waterfall')?.headline).toContain('from 79.0 to 76.4');
    expect(slideOf('winter').headline).toBe(
      'In this winter beds are over 92 % full on 55 of 120 days',
    );
    expect(slideOf('breach').headline).toContain('20 Feb 2018');
    expect(slideOf('breach').table?.header[1]).toBe('20 Feb 2018');
    expect(slideOf('drivers').stamp).toBe(
      'Winterflow 0.0.0 · scenario abcdef · seed “drivers” · 2 simulated winters of each scenario · data: Wye',
    );
    expect(slideOf('regret').stamp).toContain('scenarios aaa, bbb');
    expect(slideOf('waterfall').stamp).toContain('scenario hash of Base · seed “by hand” · 3 sim');
  });
});

describe('a waterfall in bars', () => {
  it('ends each bar where the next begins, on either side of zero', () => {
    const waterfall = waterfallOf(parts, 'daysOver92Count');
    const moved = { ...waterfall, base: 10, together: -4 };
    moved.steps = [-25, 8].map((mean, i) => ({
      ...waterfall.steps[i],
      change: { ...waterfall.steps[i].change, mean },
    }));
    moved.interaction = { ...waterfall.interaction, mean: 3 };
    const { series } = waterfallBars(moved, '');
    const ends = series[0].values.map((_, i) => {
      const at = series.flatMap(({ values }) => values[i] ?? []);
      const sum = (side: number) =>
        at.filter((value) => value * side > 0).reduce((a, b) => a + b, 0);
      return [sum(-1), sum(1)];
    });
    expect(ends).toEqual([
      [0, 10],
      [-15, 10], // from 10 to −15
      [-15, 0], // from −15 to −7, on an unseen bar of −7
      [-7, 0], // from −7 to −4
      [-4, 0],
    ]);
  });
});

describe('the same pages in PowerPoint', async () => {
  const files = unzipSync(await boardPptx(batch, [], WITH_ALL, beyond));
  const text = (path: string) => strFromU8(files[path]);
  const place = (id: string) => slides.findIndex((slide) => slide.id === id) + 1;
  const slideXml = (id: string) => text(`ppt/slides/slide${place(id)}.xml`).replace(/&amp;/g, '&');
  const chartOf = (id: string) => {
    const rels = text(`ppt/slides/_rels/slide${place(id)}.xml.rels`);
    return text(`ppt/charts/${/charts\/(chart\d+\.xml)/.exec(rels)?.[1]}`);
  };
  const valuesOf = (xml: string) =>
    [...xml.matchAll(/<c:val>[\s\S]*?<\/c:val>/g)].map(([values]) =>
      [...values.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g)].map(([, at, value]) => [
        Number(at),
        Number(value),
      ]),
    );

  it('have native bars of the very numbers, on axes that are there', () => {
    const { interaction, steps } = waterfallOf(parts, 'daysOver92Count');
    const waterfall = chartOf('waterfall');
    expect(waterfall).toContain('<c:grouping val="stacked"/>');
    const [unseen, whole, alone, between] = valuesOf(waterfall);
    expect(whole).toEqual([
      [0, 90],
      [4, 64],
    ]);
    expect(alone).toEqual(steps.map(({ change }, i) => [i + 1, Math.abs(change.mean ?? 0)]));
    expect(between).toEqual([[3, interaction.mean]]);
    expect(unseen.map(([, value]) => value)).toEqual([
      0,
      71,
      expect.closeTo(60.667, 3),
      expect.closeTo(60.667, 3),
      0,
    ]);
    expect(waterfall).not.toContain('<c:legend>');
    expect(waterfall.match(/<a:noFill\/>/g)?.length).toBeGreaterThan(0); // the bar that holds others up
    const drivers = chartOf('drivers');
    expect(valuesOf(drivers)).toEqual([
      [
        [0, 133],
        [1, 81.25],
      ],
      [
        [0, 12.5],
        [1, 104.5],
      ],
    ]);
    expect(drivers).toContain('<c:crossesAt val="90"/>');
    for (const id of ['waterfall', 'drivers', 'winter']) {
      const xml = chartOf(id);
      const named = [...xml.matchAll(/<c:(?:axId|crossAx) val="(\d+)"\/>/g)].map(
        ([, axis]) => axis,
      );
      const defined = [...xml.matchAll(/<c:(?:cat|val)Ax>\s*<c:axId val="(\d+)"/g)].map(
        ([, axis]) => axis,
      );
      expect(new Set(named)).toEqual(new Set(defined));
      expect(xml).not.toContain('<c:v></c:v>');
    }
    const [occupied] = valuesOf(chartOf('winter'));
    expect(occupied.map(([, value]) => value)).toEqual(
      DATES.map((_, day) => 86 + Math.round(day / 10)),
    );
  });

  it('have tables, text alternatives, notes and their own stamps', () => {
    for (const id of ['waterfall', 'drivers', 'winter']) {
      expect(slideXml(id)).toMatch(/descr="[^"]{60,}/);
    }
    for (const path of Object.keys(files).filter((name) => /slides\/slide\d+\.xml$/.test(name))) {
      const ids = [...text(path).matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, path).toBe(ids.length);
    }
    for (const id of ['waterfall', 'drivers', 'regret', 'breach']) {
      const cells = slideXml(id);
      for (const cell of slideOf(id).table?.rows.flat() ?? []) {
        if (cell !== '') expect(cells, id).toContain(`>${cell}<`);
      }
      expect(text(`ppt/notesSlides/notesSlide${place(id)}.xml`)).toContain('Winterflow 0.0.0');
    }
    expect(slideXml('drivers')).toContain('seed “drivers” · 2 simulated winters');
    expect(slideXml('regret')).toContain('151: the best');
    expect(slideXml('regret')).toContain('153: +2.5');
  });
});

it('the same pages on paper hold the same numbers', () => {
  const html = packHtml(batch, [], WITH_ALL, beyond);
  const at = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, value]) => Number(value));
  expect(at(/data-step="[^"]*" data-to="([^"]*)"/g).at(-1)).toBe(64);
  expect(at(/data-driver="Core beds" data-from="([^"]*)"/g)).toEqual([133]);
  expect(at(/data-regret="([^"]*)"/g)).toEqual([7, 0, 0, 2.5]);
  expect(html).toContain('data-day="2018-02-20"');
  expect(html).toContain('seed “drivers” · 2 simulated winters');
});

describe('the workbook of results beyond the batch', () => {
  const { winter } = WITH_ALL;
  const sheets = beyondSheets(beyond, winter);
  const rows = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? [];

  it('has a sheet of each, and none of what was not simulated', () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['Plans together', 'Drivers', 'Other winters', 'One winter', 'Why over 92'],
    ]);
    expect(beyondSheets({}, winter)).toEqual([]);
    expect(madeBeyond({})).toEqual([]);
    expect(madeBeyond(beyond).map(([, made]) => made)).toEqual([
      slideOf('drivers').stamp,
      slideOf('regret').stamp,
    ]);
    for (const { rows: all, widths } of sheets) {
      for (const row of all) expect(row).toHaveLength(widths.length);
    }
  });

  it('holds the numbers of the pages', () => {
    const days = rows('Plans together').filter(([key]) => key === 'daysOver92Count');
    const { steps, interaction } = waterfallOf(parts, 'daysOver92Count');
    expect(days.map((row) => row.slice(3, 6))).toEqual([
      ['Base', 90, null],
      ['Beds & more, alone', null, steps[0].change.mean],
      ['In-reach, alone', null, steps[1].change.mean],
      ['Together less the sum of each alone', null, interaction.mean],
      ['Beds & more + In-reach', 64, null],
    ]);
    expect(days[3].slice(5, 9)).toEqual(Object.values(interaction));
    const driver = rows('Drivers').find(([key]) => key === 'daysOver92Count');
    expect(driver?.slice(3, 10)).toEqual([
      ...['Base', 'Attendances at A&E', '5 % less', '5 % more', 90, 81.25, 104.5],
    ]);
    const winters = rows('Other winters').filter(([key]) => key === 'daysOver92Count');
    expect(winters.map((row) => [...row.slice(3, 7), row[9]])).toEqual([
      ['Mild', 'Base', 11, 7, 7],
      ['Mild', 'Beds & more', 4, 0, 2.5],
      ['Severe', 'Base', 150.5, 0, 7],
      ['Severe', 'Beds & more', 153, 2.5, 2.5],
    ]);
  });

  it('holds every day of the winter that was chosen, and what was unusual on the day', () => {
    const days = rows('One winter');
    expect(days).toHaveLength(1 + DATES.length);
    const at = days[0].indexOf('Beds occupied at 08:00');
    expect(days.slice(1).map((row) => row[at])).toEqual(
      DATES.map((_, day) => 86 + Math.round(day / 10)),
    );
    const why = rows('Why over 92');
    expect(why[1].slice(0, 5)).toEqual(['Base', 2, '2018-02-20', 'Attendances', 90 + 111]);
    const shownRows = slideOf('breach').table?.rows ?? [];
    expect(why.filter((row) => row[8] === 'yes').length).toBe(
      shownRows.filter((row) => row.at(-1) !== '').length,
    );
  });
});
