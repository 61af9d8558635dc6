// web/controls/pack-exports.tsx: saves the board pack: PowerPoint, paper, one HTML file, Excel, CSV.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { planningOf } from '../../sim/outcomes/planning.js';
import { singleWintersCsv } from '../../sim/outcomes/single-winters-table.js';
import { dailyCsv, outcomesCsv, summaryJson } from '../../sim/outcomes/tables.js';
import type { Beyond } from '../export/beyond.js';
import type { PackChoices } from '../export/pack-choices.js';
import type { ReportModel } from '../export/report.js';
import { saveFile } from '../state/save-file.js';
import type { Shown } from '../state/shown.js';

type Content = string | Uint8Array<ArrayBuffer>;

interface Format {
  name: string;
  type: string;
  label: string;
  hint: string;
  /** Null where these results cannot be made into it. */
  make: ((shown: Shown, choices: PackChoices, beyond: Beyond) => Promise<Content>) | null;
}

/** What the scenarios were made of, as far as the results say it. */
export function modelsOf(shown: Shown): readonly ReportModel[] {
  if (shown.kind === 'run') return shown.models;
  return shown.batch.summary.scenarios.flatMap(({ name, hash, madeOf }) =>
    madeOf === undefined ? [] : [{ name, hash, ...madeOf }],
  );
}

// Libraries are loaded when they are wanted: the page itself does not need them.
const FORMATS: readonly Format[] = [
  {
    name: 'board-pack.pptx',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    label: 'PowerPoint',
    hint: 'charts and tables that can be edited, with notes',
    make: async (shown, choices, beyond) => {
      const { boardPptx } = await import('../export/pptx.js');
      return boardPptx(shown.batch, modelsOf(shown), choices, beyond);
    },
  },
  {
    name: 'board-pack.html',
    type: 'text/html',
    label: 'One HTML file',
    hint: 'pages to read or print, with every number; opens anywhere, without a network',
    make: async (shown, choices, beyond) => {
      const { packHtml } = await import('../export/pack-html.js');
      return packHtml(shown.batch, modelsOf(shown), choices, beyond);
    },
  },
  {
    name: 'board-pack.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'Excel',
    hint: 'every table, one a sheet, with a cover that says what made it',
    make: async (shown, { winter }, beyond) => {
      const [{ sheetsOf }, { workbook }, { beyondSheets, madeBeyond }] = await Promise.all([
        import('../export/sheets.js'),
        import('../export/workbook.js'),
        import('../export/beyond-sheets.js'),
      ]);
      const planning =
        shown.kind === 'run' ? shown.runs.map((of, s) => planningOf(of, shown.dates[s])) : [];
      const also = beyondSheets(beyond, winter);
      return workbook(sheetsOf(shown.batch, modelsOf(shown), planning, madeBeyond(beyond), also));
    },
  },
  {
    name: 'daily.csv',
    type: 'text/csv',
    label: 'Days (CSV)',
    hint: 'mean and percentiles of each day',
    make: async ({ batch }) => dailyCsv(batch.fans),
  },
  {
    name: 'summary.json',
    type: 'application/json',
    label: 'Summary (JSON)',
    hint: 'estimates, differences and chances',
    make: async ({ batch }) => summaryJson(batch.summary),
  },
];

/** Tables that only a run in this page has. */
function runFormats(shown: Shown): Format[] {
  if (shown.kind !== 'run') return [];
  const { runs, batch } = shown;
  return [
    {
      name: 'outcomes.csv',
      type: 'text/csv',
      label: 'Outcomes (CSV)',
      hint: 'every outcome of every winter',
      make: async () => outcomesCsv(runs),
    },
    {
      name: 'single-winters.csv',
      type: 'text/csv',
      label: 'Single winters (CSV)',
      hint: 'chance of each day over 92 %, and beds that each winter needs',
      make: async () => singleWintersCsv(batch.singles ?? []),
    },
  ];
}

export interface PackExportsProps {
  shown: Shown;
  choices: PackChoices;
  beyond: Beyond;
}

export function PackExports({ shown, choices, beyond }: PackExportsProps): VNode {
  const [said, setSaid] = useState('');
  const save = async ({ name, type, make }: Format): Promise<void> => {
    if (make === null) return;
    setSaid(`Making ${name} …`);
    try {
      saveFile(name, type, await make(shown, choices, beyond));
      setSaid(`${name} is saved.`);
    } catch (error) {
      setSaid(`${name} could not be made: ${error instanceof Error ? error.message : error}`);
    }
  };
  return (
    <section class="card pack-exports" aria-labelledby="pack-exports-heading">
      <h2 id="pack-exports-heading">Take it with you</h2>
      <ul class="download-list">
        <li>
          <button class="nhsuk-button" type="button" onClick={() => print()}>
            Print, or save as PDF
          </button>
          <span>A4 landscape, one message a page; choose “Save as PDF” in the print window</span>
        </li>
        {[...FORMATS, ...runFormats(shown)].map((format) => (
          <li>
            <button
              class="nhsuk-button nhsuk-button--secondary"
              type="button"
              onClick={() => void save(format)}
            >
              {format.label}
            </button>
            <span>{format.hint}</span>
          </li>
        ))}
      </ul>
      <p>Each chart below can be saved as SVG or PNG, and its table as CSV.</p>
      <p id="pack-said" role="status">
        {said}
      </p>
    </section>
  );
}
