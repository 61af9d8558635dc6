// web/export/report.tsx: a batch as one HTML file that needs nothing else: no script, no network.
//
// The same input gives the same bytes: no clock, no random names.

import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Comparison } from '../../sim/outcomes/beside-observed.js';
import type { PlanningTable } from '../../sim/outcomes/planning.js';
import type { SingleWinters } from '../../sim/outcomes/single-winters.js';
import type { Fan, Summary } from '../../sim/outcomes/summary.js';
import type { Batch } from '../charts/batch.js';
import type { Draw } from '../charts/chart-card.js';
import { ChancesTable } from '../components/chances-table.js';
import { Estimates } from '../components/estimates.js';
import { Headline } from '../components/headline.js';
import { OutcomeTable } from '../components/outcome-table.js';
import { Charts } from '../components/results-view.js';
import { hasServices, ServicesTable } from '../components/services-table.js';
import { hasSites, SitesTables } from '../components/sites-table.js';
import { TargetsTable } from '../components/targets-table.js';
import { hasUnits, UnitsTable } from '../components/units-table.js';
import { Definitions } from './definitions.js';
import { Assumptions, HowSure } from './how-sure.js';
import { Planning } from './planning.js';
import { Provenance } from './provenance.js';
import { REPORT_STYLE } from './report-style.js';

/** What a scenario was made of. */
export interface ReportModel {
  name: string;
  system: string;
  winter: string;
  plans: string[];
  hash: string;
  /** The assumptions behind it, as commentary to its planning table. */
  assumptions?: string[];
}

export interface ReportInput {
  summary: Summary;
  fans: Fan[];
  models: ReportModel[];
  /** ISO dates to mark in charts; none are marked when they are left out. */
  bankHolidays?: readonly string[];
  /** The base beside the winter as it was, where that can be compared. */
  observed?: readonly Comparison[] | null;
  /** The monthly activity of each scenario. */
  planning?: readonly PlanningTable[];
  /** Single winters of each scenario, where they are known. */
  singles?: readonly SingleWinters[];
}

/** Width of charts on paper (A4 portrait between its margins) and on a telephone, in CSS px. */
const PAPER = 700;
const TELEPHONE = 300;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * A self-contained report: headline, charts, outcomes, how sure they are, definitions, provenance.
 * @returns the text of an HTML file
 */
export function reportHtml(input: ReportInput): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Report {...input} />)}\n`;
}

function Report({
  summary,
  fans,
  models,
  bankHolidays,
  observed,
  planning = [],
  singles,
}: ReportInput): VNode {
  const [base] = summary.scenarios;
  const title = base === undefined ? 'Winterflow report' : `${base.name}: Winterflow report`;
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: REPORT_STYLE }} />
      </head>
      <body>
        <header class="report-header">
          <p class="product">Winterflow</p>
          <p>Simulated winters of a hospital</p>
        </header>
        <main>
          <h1>{title.replace(': Winterflow report', '')}</h1>
          {summary.replications === 0 ? (
            <p>No winter was simulated to its end; there is nothing to show.</p>
          ) : (
            <>
              <Findings
                summary={summary}
                fans={fans}
                bankHolidays={bankHolidays ?? []}
                singles={singles}
              />
              <Planning tables={planning} models={models} />
              <HowSure summary={summary} observed={observed ?? null} />
              <Assumptions />
              <AllOutcomes summary={summary} />
            </>
          )}
          <Definitions />
          <Provenance summary={summary} models={models} />
        </main>
        <footer>For NHS planners; not an NHS England product.</footer>
      </body>
    </html>
  );
}

function Findings(batch: Batch): VNode {
  const { summary } = batch;
  return (
    <>
      <section aria-labelledby="summary-heading">
        <h2 id="summary-heading">What the simulation says</h2>
        <Headline summary={summary} />
      </section>
      <section aria-labelledby="charts-heading">
        <h2 id="charts-heading">Charts</h2>
        <Charts batch={batch} Canvas={TwoSizes} />
      </section>
      <section aria-labelledby="outcomes-heading" class="card">
        <h2 id="outcomes-heading">Outcomes, and what each plan changes</h2>
        <p>
          Means over the winters, with the 95 % interval of the mean in brackets. Differences are
          paired: every scenario meets the same patients. “No clear difference” means that the
          interval of the difference holds zero.
        </p>
        <OutcomeTable summary={summary} mainOnly={true} caption="Main outcomes of the winter" />
        <Estimates summary={summary} />
        <ChancesTable summary={summary} />
      </section>
      <section aria-labelledby="targets-heading" class="card">
        <h2 id="targets-heading">Targets</h2>
        <TargetsTable summary={summary} />
      </section>
      {hasServices(summary) && (
        <section aria-labelledby="services-heading" class="card">
          <h2 id="services-heading">Services</h2>
          <ServicesTable summary={summary} />
        </section>
      )}
      {hasUnits(summary) && (
        <section aria-labelledby="units-heading" class="card">
          <h2 id="units-heading">Units beside A&amp;E</h2>
          <UnitsTable summary={summary} />
        </section>
      )}
      {hasSites(summary) && (
        <section aria-labelledby="sites-heading" class="card">
          <h2 id="sites-heading">Each site</h2>
          <SitesTables summary={summary} />
        </section>
      )}
    </>
  );
}

function AllOutcomes({ summary }: { summary: Summary }): VNode {
  return (
    <section aria-labelledby="all-outcomes-heading" class="card">
      <h2 id="all-outcomes-heading">Every outcome</h2>
      <OutcomeTable
        id="all-outcomes-table"
        summary={summary}
        mainOnly={false}
        caption="Every outcome of the winter"
      />
    </section>
  );
}

/** Without a script a chart cannot measure its place: it is drawn for paper and for a telephone. */
function TwoSizes({ draw }: { draw: Draw }): VNode {
  return (
    <>
      <div class="on-paper">{draw(PAPER)}</div>
      <div class="on-telephone">{draw(TELEPHONE)}</div>
    </>
  );
}
