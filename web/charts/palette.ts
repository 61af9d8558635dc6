// web/charts/palette.ts: how scenarios are told apart: by colour, dash and marker, never colour alone.
//
// Colours of the Government Analysis Function, each at least 2.8:1 on white; text is always ink.

export const INK = '#212b32';
export const SOFT = '#4c6272'; // secondary text: 6.3:1 on white
export const GRID = '#d8dde0';
export const FONT = "Arial, 'Liberation Sans', Arimo, sans-serif";

/** Sizes of text in px; nothing in a chart is smaller than SMALL. */
export const SMALL = 12;
export const MEDIUM = 13;
export const LARGE = 15;

export type Marker = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross';

/** How one scenario is drawn in every chart. */
export interface ScenarioStyle {
  colour: string;
  /** SVG dash pattern; null is a solid line. */
  dash: string | null;
  marker: Marker;
}

const STYLES: readonly ScenarioStyle[] = [
  { colour: '#3D3D3D', dash: '5 3', marker: 'circle' },
  { colour: '#12436D', dash: null, marker: 'square' },
  { colour: '#F46A25', dash: '12 4', marker: 'triangle' },
  { colour: '#801650', dash: '2 3', marker: 'diamond' },
  { colour: '#28A197', dash: '10 3 2 3', marker: 'cross' },
  { colour: '#A285D1', dash: '16 3 2 3 2 3', marker: 'circle' },
  { colour: '#7A5C00', dash: '6 2', marker: 'square' },
];

/** Style of a scenario by its position in the batch; the base (0) is grey in every chart. */
export function styleOf(position: number): ScenarioStyle {
  return STYLES[position % STYLES.length];
}
