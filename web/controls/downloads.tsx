// web/controls/downloads.tsx: the files of a run, the same bytes as those of the command line.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { type PlanningTable, planningOf } from '../../sim/outcomes/planning.js';
import { planningCsv } from '../../sim/outcomes/planning-csv.js';
import { singleWintersCsv } from '../../sim/outcomes/single-winters-table.js';
import { dailyCsv, outcomesCsv, sitesCsv, summaryJson } from '../../sim/outcomes/tables.js';
import { saveFile } from '../state/save-file.js';
import type { ShownRun } from '../state/shown.js';

interface ResultFile {
  name: string;
  type: string;
  hint: string;
  text: (shown: ShownRun) => string | Promise<string | Uint8Array<ArrayBuffer>>;
  /** Whether a run has this file; every run unless said. */
  wanted?: (shown: ShownRun) => boolean;
}

const FILES: readonly ResultFile[] = [
  {
    name: 'summary.json',
    type: 'application/json',
    hint: 'estimates, differences and chances',
    text: ({ batch }) => summaryJson(batch.summary),
  },
  {
    name: 'outcomes.csv',
    type: 'text/csv',
    hint: 'every outcome of every winter',
    text: ({ runs }) => outcomesCsv(runs),
  },
  {
    name: 'sites.csv',
    type: 'text/csv',
    hint: 'every outcome at each site',
    text: ({ runs }) => sitesCsv(runs) ?? '',
    wanted: ({ runs }) => runs.some(({ siteNames }) => siteNames.length > 1),
  },
  {
    name: 'daily.csv',
    type: 'text/csv',
    hint: 'the days of the winter',
    text: ({ batch }) => dailyCsv(batch.fans),
  },
  {
    name: 'single-winters.csv',
    type: 'text/csv',
    hint: 'chance of each day over 92 %, and beds that each winter needs',
    text: ({ batch }) => singleWintersCsv(batch.singles ?? []),
  },
  {
    name: 'planning.csv',
    type: 'text/csv',
    hint: 'activity by month, as planning returns ask for it',
    text: (shown) => planningCsv(planningTables(shown)),
  },
  {
    name: 'report.html',
    type: 'text/html',
    hint: 'to print or send: charts and every outcome in one file',
    text: reportOf,
  },
  {
    name: 'report.pptx',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    hint: 'a board pack: charts and tables that can be edited',
    text: packOf,
  },
  {
    name: 'report.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    hint: 'every table, one a sheet',
    text: workbookOf,
  },
];

/** Loaded when it is wanted: the page itself does not need it. */
async function reportOf(shown: ShownRun): Promise<string> {
  const { reportHtml } = await import('../export/report.js');
  const { batch, models, observed } = shown;
  const { summary, fans, bankHolidays, singles } = batch;
  const planning = planningTables(shown);
  return reportHtml({
    summary,
    fans: [...fans],
    models,
    bankHolidays,
    observed,
    planning,
    singles,
  });
}

async function packOf({ batch, models }: ShownRun): Promise<Uint8Array<ArrayBuffer>> {
  const { boardPptx } = await import('../export/pptx.js');
  return boardPptx(batch, models);
}

async function workbookOf(shown: ShownRun): Promise<Uint8Array<ArrayBuffer>> {
  const [{ sheetsOf }, { workbook }] = await Promise.all([
    import('../export/sheets.js'),
    import('../export/workbook.js'),
  ]);
  return workbook(sheetsOf(shown.batch, shown.models, planningTables(shown)));
}

function planningTables({ runs, dates }: ShownRun): PlanningTable[] {
  return runs.map((of, s) => planningOf(of, dates[s]));
}

/** Buttons that save the results. */
export function Downloads({ shown }: { shown: ShownRun }): VNode {
  const [saved, setSaved] = useState('');
  const save = async ({ name, type, text }: ResultFile): Promise<void> => {
    saveFile(name, type, await text(shown));
    setSaved(`${name} is saved.`);
  };
  return (
    <section class="card downloads" aria-labelledby="downloads-heading">
      <h3 class="card-headline" id="downloads-heading">
        Download results
      </h3>
      <ul class="download-list">
        {FILES.filter(({ wanted }) => wanted?.(shown) ?? true).map((file) => (
          <li>
            <button
              class="nhsuk-button nhsuk-button--secondary"
              type="button"
              onClick={() => void save(file)}
            >
              Download {file.name}
            </button>
            <span>{file.hint}</span>
          </li>
        ))}
      </ul>
      <p class="nhsuk-u-visually-hidden" role="status">
        {saved}
      </p>
    </section>
  );
}
