// test/unit/web/pack-choices.test.ts: what somebody chose and wrote for the board pack is kept with the
// project, goes with its link, stays true to the numbers and harms nothing.

import { inflateRawSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { boardPack } from '../../../web/export/board-pack.js';
import { slideProblem } from '../../../web/export/headline-check.js';
import { ALL_SLIDES, chosenSlides, type PackChoices } from '../../../web/export/pack-choices.js';
import { packHtml } from '../../../web/export/pack-html.js';
import { plainText } from '../../../web/export/pack-text.js';
import { boardPptx } from '../../../web/export/pptx.js';
import { isStale } from '../../../web/state/app.js';
import { KeptWorks } from '../../../web/state/kept-work.js';
import { firstProject, type Project } from '../../../web/state/project.js';
import { parseProject } from '../../../web/state/project-schema.js';
import { linkOf, projectOfLink } from '../../../web/state/share-link.js';
import { library } from '../../model/batches.js';
import { batchOf } from './fans.js';

const opening = firstProject(library);
const CHOICES: PackChoices = {
  leftOut: ['flow', 'waits'],
  headlines: { message: 'Beds alone will not do', occupancy: 'Full on 100 days' },
  title: 'Winter board, 5 December',
  outcomes: { drivers: 'within4hType1Share' },
  winter: { scenario: 1, which: 'severe', day: '2018-01-08' },
};
const project: Project = { ...opening, winter: 'severe-flu', pack: CHOICES };
const text = (link: string): string => link.replace('#/open?s=', '');

/** A link of a version of the page that knew no board pack in links, as it was made then. */
const OLD_LINK = '1.9d2685b1.q1Yqz8wrSS1SslIqTi1LLUrVTcspVaoFAA';

describe('choices for a board pack', () => {
  it('come back from a link, in a form that older pages say is too new', async () => {
    const link = await linkOf(project, opening);
    expect(link).toMatch(/^#\/open\?s=2\./);
    expect(await projectOfLink(text(link), opening)).toEqual(project);
  });

  it('leave a link without them as it was, and such a link can be read', async () => {
    const { pack: _, ...plain } = project;
    const link = text(await linkOf(plain, opening));
    const content = (of: string) => inflateRawSync(Buffer.from(of.split('.')[2], 'base64url'));
    expect(link.split('.').slice(0, 2)).toEqual(OLD_LINK.split('.').slice(0, 2));
    expect(content(link)).toEqual(content(OLD_LINK));
    expect(await projectOfLink(OLD_LINK, opening)).toEqual(plain);
  });

  it('come whole or not at all, also from a link that mail programs have encoded', async () => {
    const link = text(await linkOf(project, opening));
    const [version, sum, data] = link.split('.');
    const other = sum.startsWith('0') ? `1${sum.slice(1)}` : `0${sum.slice(1)}`;
    for (const wrong of [
      [version, other, data],
      [version, sum, data, data],
      [version, sum],
    ]) {
      await expect(projectOfLink(wrong.join('.'), opening)).rejects.toThrow('The link is damaged');
    }
    const twice = encodeURIComponent(encodeURIComponent(link.replaceAll('.', '%2E')));
    const wrapped = `${twice.slice(0, 30)}\n ${twice.slice(30)}`;
    expect(await projectOfLink(wrapped, opening)).toEqual(project);
  });

  it('that do not fit are refused as a whole', async () => {
    const wrong: unknown[] = [
      { ...CHOICES, title: 'x'.repeat(121) },
      { ...CHOICES, headlines: { message: 'x'.repeat(301) } },
      { ...CHOICES, headlines: { message: 5 } },
      { ...CHOICES, headlines: { unknown: 'x' } },
      { ...CHOICES, leftOut: ['everything'] },
      { ...CHOICES, more: '<script>' },
      'a text',
    ];
    for (const pack of wrong) {
      expect(parseProject({ ...opening, pack }), JSON.stringify(pack).slice(0, 60)).toBeNull();
      const link = await linkOf({ ...opening, pack: pack as PackChoices }, opening);
      await expect(projectOfLink(text(link), opening)).rejects.toThrow('The link is damaged');
    }
  });

  it('are kept on this machine, and work without them is still read', () => {
    const held = new Map<string, string>();
    const store = {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
      removeItem: (key: string) => void held.delete(key),
      key: (i: number) => [...held.keys()][i] ?? null,
      get length() {
        return held.size;
      },
    };
    const works = new KeptWorks(store, null);
    works.keep({ id: 'one', title: 'One', savedAt: 2, project });
    works.keep({ id: 'two', title: 'Two', savedAt: 1, project: opening });
    expect(works.list().map((work) => work.project)).toEqual([project, opening]);
  });

  it('make no results stale', () => {
    const shown = { kind: 'example', batch: batchOf(['base'], [0.9]), notes: [] } as const;
    expect(isStale({ ...shown, project: opening }, { ...opening, pack: CHOICES })).toBe(false);
    expect(isStale({ ...shown, project: { ...opening, pack: CHOICES } }, opening)).toBe(false);
    expect(isStale({ ...shown, project: opening }, project)).toBe(true);
    expect(isStale({ ...shown, project }, opening)).toBe(true);
  });
});

describe('a headline written by hand', () => {
  const batch = batchOf(['Base', 'Beds'], [0.9, 0.95, 0.94]); // 101 and 92 days over 92 %
  const slides = boardPack(batch, []);
  const slideOf = (id: string) => slides.find((one) => one.id === id) ?? slides[0];
  const problem = (id: string, own: string) => slideProblem(slideOf(id), own, batch.summary, 3);

  it('may state numbers of the results and of its own page, no others', () => {
    expect(problem('occupancy', 'Only 92 days over 92 % with Beds')).toBeNull();
    expect(problem('occupancy', 'Only 57 days over 92 % with Beds')).toBe(
      'The results do not hold this number: 57.',
    );
    expect(problem('sure', 'Sure after 3 winters')).toBeNull();
    expect(problem('sure', 'Sure to 99.9 %, with 1,234 beds')).toBe(
      'The results do not hold these numbers: 99.9 and 1,234.',
    );
    expect(problem('provenance', 'Made in 88 minutes')).toContain('this number: 88');
  });

  it('says on its page, and in the notes, what the results do not hold', async () => {
    const headlines = { occupancy: 'Only 57 days', sure: 'Fairly sure' };
    const chosen = chosenSlides(slides, { ...ALL_SLIDES, headlines }, batch);
    const [wrong, right] = ['occupancy', 'sure'].map((id) => chosen.find((one) => one.id === id));
    const sentence = 'The headline was written by hand. The results do not hold this number: 57.';
    expect(wrong?.warning).toBe(sentence);
    expect(right?.warning).toBeUndefined();
    expect(right?.notes).toContain('The headline was written by hand');
    const choices = { ...ALL_SLIDES, headlines };
    expect(packHtml(batch, [], choices)).toContain(`<strong class="pack-warning">${sentence}`);
    const files = unzipSync(await boardPptx(batch, [], choices));
    expect(strFromU8(files['ppt/slides/slide2.xml'])).toContain(sentence);
    expect(strFromU8(files['ppt/notesSlides/notesSlide2.xml'])).toContain(sentence);
  });

  it('is text and nothing else, whatever it holds', async () => {
    const hostile = '<script>alert(1)</script>\u0000\u000b]]>&"\u202E\uD800\uFFFE =1+1';
    expect(plainText(hostile, 300)).toBe('<script>alert(1)</script> ]]>&" =1+1');
    expect(plainText(` ${'x'.repeat(400)} `, 300)).toHaveLength(300);
    const choices = { ...ALL_SLIDES, headlines: { message: hostile }, title: hostile };
    const html = packHtml(batch, [], choices);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script>alert(1)');
    const files = unzipSync(await boardPptx(batch, [], choices));
    for (const [path, content] of Object.entries(files)) {
      if (!path.endsWith('.xml')) continue;
      const xml = strFromU8(content);
      expect(xml, path).not.toContain('<script');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      expect(xml, path).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uFFFE\uFFFF]/);
    }
    expect(strFromU8(files['ppt/slides/slide1.xml'])).toContain('&lt;script&gt;alert(1)');
  });
});
