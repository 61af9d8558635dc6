// web/charts/flow-chart.tsx: the flow of patients as bands between places; on narrow screens as bars,
// place by place.

import type { VNode } from 'preact';
import { FLOW_PLACES, type Flow, type FlowPlace } from '../../sim/outcomes/flow.js';
import { withCommas } from '../../sim/outcomes/words.js';
import { layoutOf, NODE_WIDTH, type PlacedLink, type PlacedNode } from './flow-layout.js';
import { Chart } from './frame.js';
import { INK, MEDIUM, SMALL, SOFT } from './palette.js';
import { px, widthOf } from './text.js';

const BAND_COLOUR = '#12436D';
const WIDE = 700; // px, from which bands are drawn
const LEADING = 15;

export interface FlowChartProps {
  flow: Flow;
  /** The flow that it is compared with; null for none. */
  beside: Flow | null;
  label: string;
  width: number;
}

/** Patients on a link, by both of its ends; 0 where a flow has no such link. */
export function patientsOn({ links }: Flow, from: FlowPlace, to: FlowPlace): number {
  return links.find((link) => link.from === from && link.to === to)?.patients ?? 0;
}

/** "+120", "−35", "no change" */
export function changeText(change: number): string {
  const text = withCommas(change, 0);
  if (text === '0') return 'no change';
  return change > 0 ? `+${text}` : text;
}

/** Name of a place. */
export function placeLabel(id: FlowPlace): string {
  return FLOW_PLACES.find((place) => place.id === id)?.label ?? id;
}

export function FlowChart(props: FlowChartProps): VNode {
  return props.width >= WIDE ? <Bands {...props} /> : <Bars {...props} />;
}

function Bands({ flow, beside, label, width }: FlowChartProps): VNode {
  const { nodes, links, height } = layoutOf(flow, width);
  return (
    <Chart size={{ width, height }} label={label}>
      {links.map((link) => (
        <Band link={link} />
      ))}
      {nodes.map((node) => (
        <rect
          x={px(node.x)}
          y={px(node.y)}
          width={NODE_WIDTH}
          height={px(node.height)}
          fill={INK}
        />
      ))}
      {nodes.map((node) => (
        <Label node={node} change={beside === null ? null : changeOf(flow, beside, node.id)} />
      ))}
    </Chart>
  );
}

/** A band; who goes along it stands in data-patients, for tests. */
function Band({
  link: { from, to, patients, x0, y0, x1, y1, thickness },
}: {
  link: PlacedLink;
}): VNode {
  const middle = px((x0 + x1) / 2);
  return (
    <path
      data-from={from}
      data-to={to}
      data-patients={patients}
      d={`M${px(x0)},${px(y0)}C${middle},${px(y0)} ${middle},${px(y1)} ${px(x1)},${px(y1)}`}
      fill="none"
      stroke={BAND_COLOUR}
      stroke-opacity={0.28}
      stroke-width={px(Math.max(1, thickness))}
    />
  );
}

function Label({ node, change }: { node: PlacedNode; change: number | null }): VNode {
  const isLast = node.column === 3;
  const x = isLast ? node.x - 6 : node.x + NODE_WIDTH + 6;
  const lines = [node.label, countText(node.patients, change)];
  const middle = node.y + node.height / 2;
  return (
    <g text-anchor={isLast ? 'end' : 'start'} paint-order="stroke" stroke="#fff" stroke-width={4}>
      {lines.map((line, i) => (
        <text
          x={px(x)}
          y={px(middle + (i === 0 ? -3 : LEADING - 3))}
          font-size={i === 0 ? MEDIUM : SMALL}
          font-weight={i === 0 ? 'bold' : 'normal'}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

function countText(patients: number, change: number | null): string {
  const text = withCommas(patients, 0);
  return change === null ? text : `${text} (${changeText(change)})`;
}

/** How many more pass a place than in the other flow. */
function changeOf(flow: Flow, beside: Flow, id: FlowPlace): number {
  const size = ({ links }: Flow) => {
    const into = links.filter(({ to }) => to === id);
    const of = into.length > 0 ? into : links.filter(({ from }) => from === id);
    return of.reduce((total, { patients }) => total + patients, 0);
  };
  return size(flow) - size(beside);
}

const ROW = 40;
const HEADING = 30;

/** Each link as a bar under the place that it leaves. */
function Bars({ flow, beside, label, width }: FlowChartProps): VNode {
  const most = Math.max(1, ...flow.links.map(({ patients }) => patients));
  const from = [...new Set(flow.links.map((link) => link.from))];
  let y = 0;
  const groups = from.map((id) => {
    const top = y;
    const links = flow.links.filter((link) => link.from === id);
    y += HEADING + links.length * ROW;
    return { id, top, links };
  });
  return (
    <Chart size={{ width, height: y }} label={label}>
      {groups.map(({ id, top, links }) => (
        <g>
          <text x={0} y={top + 20} font-weight="bold">
            From: {placeLabel(id)}
          </text>
          {links.map(({ to, patients }, i) => {
            const change = beside === null ? null : patients - patientsOn(beside, id, to);
            const at = top + HEADING + i * ROW;
            const text = `${placeLabel(to)}: ${countText(patients, change)}`;
            return (
              <g data-from={id} data-to={to} data-patients={patients}>
                <text x={0} y={at + 12} font-size={widthOf(text, MEDIUM) > width ? SMALL : MEDIUM}>
                  {text}
                </text>
                <rect
                  x={0}
                  y={at + 18}
                  width={px(Math.max(1, (patients / most) * width))}
                  height={10}
                  fill={BAND_COLOUR}
                />
              </g>
            );
          })}
        </g>
      ))}
      <path d={`M0,0H${width}`} stroke={SOFT} stroke-width={0} />
    </Chart>
  );
}
