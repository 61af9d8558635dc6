// web/charts/flow-layout.ts: where the places and bands of a flow stand: four columns, each place as
// high as the patients who pass it.

import { FLOW_PLACES, type Flow, type FlowPlace, throughput } from '../../sim/outcomes/flow.js';

export interface PlacedNode {
  id: FlowPlace;
  label: string;
  column: number;
  patients: number;
  x: number;
  y: number;
  height: number;
}

export interface PlacedLink {
  from: FlowPlace;
  to: FlowPlace;
  patients: number;
  /** Middle of the band where it begins and ends, and how wide it is, in px. */
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  thickness: number;
}

export interface FlowLayout {
  nodes: PlacedNode[];
  links: PlacedLink[];
  height: number;
}

export const NODE_WIDTH = 12;
const GAP = 34; // px between places: two lines of words
const BAND = 260; // px for all who come in
const TOP = 20;
const COLUMNS = 4;

/** Lays out a flow in a width. */
export function layoutOf(flow: Flow, width: number): FlowLayout {
  const drawn = FLOW_PLACES.filter(({ id }) =>
    flow.links.some(({ from, to }) => from === id || to === id),
  );
  const size = (id: FlowPlace) => {
    const { in: into, out } = throughput(flow, id);
    return Math.max(into, out);
  };
  const first = drawn.filter(({ column }) => column === 0);
  const scale = BAND / Math.max(1, sum(first.map(({ id }) => size(id))));
  const nodes: PlacedNode[] = [];
  for (let column = 0; column < COLUMNS; column++) {
    // What leaves a bed stands beside it, not at the top.
    let y = column === COLUMNS - 1 ? (nodes.find(({ id }) => id === 'bed')?.y ?? TOP) - GAP : TOP;
    const x = (column * (width - NODE_WIDTH)) / (COLUMNS - 1);
    for (const { id, label } of drawn.filter((place) => place.column === column)) {
      const height = Math.max(1, size(id) * scale);
      nodes.push({ id, label, column, patients: size(id), x, y, height });
      y += height + GAP;
    }
  }
  const height = Math.max(...nodes.map((node) => node.y + node.height)) + 16;
  return { nodes, links: linksOf(flow, nodes, scale), height };
}

function linksOf(flow: Flow, nodes: readonly PlacedNode[], scale: number): PlacedLink[] {
  const order = (id: FlowPlace) => FLOW_PLACES.findIndex((place) => place.id === id);
  const used = new Map<string, number>();
  const take = (node: PlacedNode, side: 'in' | 'out', thickness: number): number => {
    const before = used.get(`${node.id} ${side}`) ?? 0;
    used.set(`${node.id} ${side}`, before + thickness);
    return node.y + before + thickness / 2;
  };
  const sorted = [...flow.links].sort(
    (a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to),
  );
  return sorted.flatMap(({ from, to, patients }) => {
    const [start, end] = [from, to].map((id) => nodes.find((node) => node.id === id));
    if (start === undefined || end === undefined) return [];
    const thickness = patients * scale;
    const y0 = take(start, 'out', thickness);
    const y1 = take(end, 'in', thickness);
    return [{ from, to, patients, x0: start.x + NODE_WIDTH, y0, x1: end.x, y1, thickness }];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
