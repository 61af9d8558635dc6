// tools/documents/stress-des.ts: the STRESS-DES form of the Lister model, its figures from a run.

import { openNodeLibrary } from '../../cli/node-library.js';
import { QUANTILE_METHOD } from '../../sim/outcomes/intervals.js';
import { OUTCOMES, type Outcome, type OutcomeKey } from '../../sim/outcomes/keys.js';
import { VERSION } from '../../sim/outcomes/provenance.js';
import { type Summary, summarise } from '../../sim/outcomes/summary.js';
import { differenceText, estimateText, withCommas } from '../../sim/outcomes/words.js';
import { type Resolved, resolve } from '../../sim/scenario/resolve.js';
import { type BatchResult, runBatch } from '../../workers/batch.js';
import { openNodePool } from '../../workers/node-pool.js';
import { confidenceCounts, parameterTable } from './parameter-table.js';

const SYSTEM = 'lister-2017-18';
const PLAN = 'discharge-to-assess';
const REPLICATIONS = 20;
const SEED = 'stress-des';

/** The document as Markdown; the same bytes on every machine. */
export async function stressDes(): Promise<string> {
  const library = openNodeLibrary();
  const scenarios = [
    resolve(library, { system: SYSTEM }),
    resolve(library, { system: SYSTEM, plans: [PLAN] }),
  ];
  const { batch, summary } = await runOf(scenarios, library.bankHolidays());
  const { model } = scenarios[0];
  const winters = scenarios.length * REPLICATIONS;
  const eventsCount = withCommas(Math.round(batch.eventsCount / winters / 1000) * 1000, 0);
  const { firstDay, lastDay, leadInDays } = model.period;
  return `# STRESS-DES

The form of Monks et al. (2019), *Strengthening the Reporting of Empirical Simulation Studies*, filled in
for the model of the Lister hospital. Figures come from a run: \`npm run documents\` writes this page, and a
test fails when it is out of date. The rules of the model are in [model.md](model.md), numbered as here.

## 1 Objectives

**1.1 Purpose.** To show what a winter plan does to bed occupancy (against 92 %) and to the 4-hour standard
of an acute hospital, before it is paid for. Not for forecasting a single day, nor for staffing a shift.

**1.2 Outputs.** ${OUTCOMES.length} outcomes a winter, each with a definition in \`sim/outcomes/keys.ts\`; the main
ones, of the base:

${baseTable(summary)}

**1.3 Aims of experiments.** Paired comparison of plans with a base under common random numbers. As an
example, ${summary.scenarios[1].name} against the base:

${differenceTable(summary)}

## 2 Logic

2.1 to 2.4: see [model.md](model.md), which has the diagram, the rules and the algorithms.

**2.5 Components.** Entities: patients (attendances, referrals, flu, electives, the initial census).
Activities: initial assessment, handover, first and second look, investigations, specialty review, stay,
ward round, discharge process, assessment and placement on pathways 1 to 3. Resources: assessment nurses,
spaces (resus ${model.department.spaces.resus}, majors ${model.department.spaces.majors}, minors ${model.department.spaces.minors}), clinicians by hour of week, beds (${bedsText(model.beds)}),
community places. Queues: first come first served within a priority; beds by lines and orders. Entry: the
front door, referral, elective lists, the initial census. Exit: home, community, death.

## 3 Data

**3.1 Sources.** Public data under \`scenarios/data/\`, listed with their licence in its README; published
values, each with a source below.

**3.2 Pre-processing.** Blank and zero reports are left out; months with gaps in the records are left out.

**3.3 Input parameters.** Confidence: ${confidenceCounts(library, 'system', SYSTEM)}.

${parameterTable(library, 'system', SYSTEM)}

The plan of the example:

${parameterTable(library, 'plan', PLAN)}

**3.4 Assumptions.** Every row above with confidence *assumed*; those of structure are in
[decisions.md](decisions.md).

## 4 Experimentation

**4.1 Initialisation.** Beds, waits and queues start filled; remaining stays are length-biased. A lead-in of
${leadInDays} days is discarded.

**4.2 Run length.** ${firstDay} to ${lastDay}: ${batch.dates[0].length} reported days. About ${eventsCount} events a winter.

**4.3 Estimation.** ${REPLICATIONS} replications of each scenario here; as many as asked for elsewhere. Mean with a 95 % t-interval
over replications; differences are paired by replication; percentiles are of ${QUANTILE_METHOD}.

## 5 Implementation

**5.1 Software.** Winterflow ${VERSION}, TypeScript, for Node 20.19 or newer and current browsers.

**5.2 Random sampling.** Each draw is Threefry-2x32 with 13 rounds of (seed, replication; patient, purpose),
turned into a duration by a quantile table. Seed of this page: \`${SEED}\`.

**5.3 Execution.** Event by event, by (time, rank of kind, sequence). Patients are counted again every midnight
of every run. Scenario hashes: ${scenarios.map(({ hash }) => `\`${hash.slice(0, 12)}\``).join(', ')}.

**5.4 System.** Any machine with Node or a browser; \`npm run bench\` prints the speed of yours.

## 6 Code access

**6.1** The whole model, its data and its tests are in this repository under the MIT licence.
`;
}

async function runOf(
  scenarios: readonly Resolved[],
  bankHolidays: string[],
): Promise<{ batch: BatchResult; summary: Summary }> {
  const pool = openNodePool(2);
  try {
    const options = { seed: SEED, replications: REPLICATIONS, effects: 'likely' } as const;
    const batch = await runBatch(scenarios, pool, { ...options, bankHolidays });
    const names = { version: VERSION, seed: SEED, effects: 'likely' } as const;
    return {
      batch,
      summary: summarise(batch.scenarios, { ...names, quantileMethod: QUANTILE_METHOD }),
    };
  } finally {
    await pool.close();
  }
}

const MAIN: readonly OutcomeKey[] = OUTCOMES.filter((outcome) => 'main' in outcome);

function unitText({ unit }: OutcomeKey): string {
  return unit === 'share' ? ', %' : '';
}

function baseTable({ scenarios: [base] }: Summary): string {
  const rows = MAIN.map(
    (outcome) =>
      `| ${outcome.label}${unitText(outcome)} | ${estimateText(base.outcomes[outcome.key as Outcome], outcome.unit)} |`,
  );
  return ['| outcome | mean (95 % interval) |', '|---|---|', ...rows].join('\n');
}

function differenceTable({ differences: [plan] }: Summary): string {
  const rows = MAIN.map(
    (outcome) =>
      `| ${outcome.label} | ${differenceText(plan.outcomes[outcome.key as Outcome], outcome)} |`,
  );
  return ['| outcome | difference (95 % interval) |', '|---|---|', ...rows].join('\n');
}

function bedsText(beds: Resolved['model']['beds']): string {
  const { assessment, medical, surgical, olderPeople, children } = beds;
  const pools = { assessment, medical, surgical, 'older people': olderPeople, children };
  return Object.entries(pools)
    .map(([name, { core }]) => `${name} ${core}`)
    .join(', ');
}
