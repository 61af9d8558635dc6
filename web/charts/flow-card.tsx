// web/charts/flow-card.tsx: where patients come from and go to, and what a plan changes about it.

import type { ComponentChildren, VNode } from 'preact';
import { type Flow, flowOf, throughput } from '../../sim/outcomes/flow.js';
import { withCommas } from '../../sim/outcomes/words.js';
import { type Batch, sourceOf, winters } from './batch.js';
import { type CardProps, ChartCard, framed } from './chart-card.js';
import type { TableData } from './data-table.js';
import { changeText, FlowChart, patientsOn, placeLabel } from './flow-chart.js';

export interface FlowCardProps extends CardProps {
  /** Position of the scenario that is shown; the base is 0. */
  position: number;
  controls?: ComponentChildren;
}

/** The flow of every scenario; null where a count is missing. */
export function flowsOf({ summary, fans }: Batch): Flow[] | null {
  const flows = summary.scenarios.map((scenario) => flowOf(scenario, fans));
  return flows.every((flow) => flow !== null) ? (flows as Flow[]) : null;
}

export function FlowCard({ batch, Canvas, position, controls, frame }: FlowCardProps): VNode {
  const flows = flowsOf(batch);
  if (flows === null || flows[position] === undefined) {
    return (
      <section class="card" id="flow">
        <h3 class="card-headline">The flow of patients is not known</h3>
        <p>These results are of a version that did not count where patients leave a bed to.</p>
      </section>
    );
  }
  const [base] = flows;
  const flow = flows[position];
  const beside = position === 0 ? null : base;
  const sentences = flowSentences(flow, beside);
  return (
    <ChartCard
      {...framed(frame, 'flow', flowHeadline(flow, beside))}
      subtitle={
        `Patients in an average winter: mean of ${winters(batch.summary.replications)}. ` +
        (beside === null ? '' : `In brackets: more or fewer than in ${base.scenario}. `) +
        'Who leaves A&E without being admitted includes the few still there at the end, less those at the start.'
      }
      source={sourceOf(batch)}
      description={sentences}
      table={tableOf(flows, position)}
      controls={controls}
      draw={(width) => (
        <FlowChart flow={flow} beside={beside} label={sentences.join(' ')} width={width} />
      )}
      Canvas={Canvas}
    />
  );
}

/** Message of the flow. */
export function flowHeadline(flow: Flow, beside: Flow | null): string {
  const beds = throughput(flow, 'bed').in;
  if (beside === null) {
    const toBed = patientsOn(flow, 'department', 'bed');
    const share = Math.round((toBed / throughput(flow, 'department').in) * 100);
    return `Of 100 patients who come to A&E ${share} are given a bed; ${withCommas(beds, 0)} patients use one in a winter`;
  }
  const change = beds - throughput(beside, 'bed').in;
  const text = withCommas(Math.abs(change), 0);
  if (text === '0') return `With ${flow.scenario} as many patients use a bed as without`;
  return `With ${flow.scenario} ${text} ${change < 0 ? 'fewer' : 'more'} patients use a bed in a winter`;
}

/** Every link in words. */
export function flowSentences(flow: Flow, beside: Flow | null): string[] {
  const parts = flow.links.map(({ from, to, patients }) => {
    const change =
      beside === null ? '' : ` (${changeText(patients - patientsOn(beside, from, to))})`;
    return `${placeLabel(from)} to ${placeLabel(to)} ${withCommas(patients, 0)}${change}`;
  });
  return [`${flow.scenario}: ${parts.join('; ')}.`];
}

function tableOf(flows: readonly Flow[], position: number): TableData {
  const [base] = flows;
  const flow = flows[position];
  const columns = position === 0 ? ['Patients'] : ['Patients', 'Base', 'Difference'];
  const pairs = [...flow.links, ...base.links].filter(
    ({ from, to }, i, all) => all.findIndex((one) => one.from === from && one.to === to) === i,
  );
  return {
    caption: `Patients from place to place in an average winter: ${flow.scenario}`,
    rowHeader: 'From and to',
    groups: [{ name: flow.scenario, columns }],
    rows: pairs.map(({ from, to }) => {
      const [patients, before] = [flow, base].map((of) => patientsOn(of, from, to));
      const cells = [withCommas(patients, 0)];
      if (position > 0) cells.push(withCommas(before, 0), changeText(patients - before));
      return { header: `${placeLabel(from)} to ${placeLabel(to)}`, cells };
    }),
  };
}
