// web/controls/save-chart.tsx: saves a chart of the page as SVG or PNG, and its table as CSV.

import type { RefObject, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { csvOf, pngOf, svgOf } from '../state/picture.js';
import { saveFile } from '../state/save-file.js';

/** Buttons for the chart in a place; what stands around it is taken from its card. */
export function SaveChart({ place }: { place: RefObject<HTMLDivElement | null> }): VNode {
  const [said, setSaid] = useState('');
  const save = async (kind: 'svg' | 'png' | 'csv'): Promise<void> => {
    const element = place.current;
    const card = element?.closest('.card') ?? null;
    if (element === null || card === null) return;
    const text = (selector: string): string =>
      (card.querySelector(selector)?.textContent ?? '').trim();
    const name = `${(card.id || 'chart').replace(/^pack-/, '')}.${kind}`;
    try {
      if (kind === 'csv') {
        const table = card.querySelector<HTMLTableElement>('table.data-table');
        if (table === null) return;
        saveFile(name, 'text/csv', csvOf(table));
      } else {
        const svg = svgOf(element, {
          headline: text('.card-headline'),
          subtitle: text('.card-subtitle'),
          foot: text('.card-source'),
        });
        if (kind === 'svg') saveFile(name, 'image/svg+xml', svg);
        else saveFile(name, 'image/png', await pngOf(svg));
      }
      setSaid(`${name} is saved.`);
    } catch (error) {
      setSaid(`${name} could not be made: ${error instanceof Error ? error.message : error}`);
    }
  };
  return (
    <div class="save-chart">
      <span>Save this chart:</span>
      {(['svg', 'png', 'csv'] as const).map((kind) => (
        <button class="link-button" type="button" onClick={() => void save(kind)}>
          {kind === 'csv' ? 'table (CSV)' : kind.toUpperCase()}
        </button>
      ))}
      <span role="status">{said}</span>
    </div>
  );
}
