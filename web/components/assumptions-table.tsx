// web/components/assumptions-table.tsx: what scenarios rest on, each number with source and confidence.

import type { VNode } from 'preact';
import { type Assumption, pathWords } from '../../sim/outcomes/assumptions.js';

/** What each word of confidence means, surest first. */
export const CONFIDENCE_WORDS: Readonly<Record<string, string>> = {
  published: 'stands in a document',
  computed: 'computed from published data',
  derived: 'follows from published figures by a stated step',
  fitted: 'set so that the model meets what was observed',
  assumed: 'assumed; nobody publishes it',
};

/** "Of 96 entries 21 are published, 30 computed …" */
export function confidenceSentence(all: readonly Assumption[]): string {
  const counts = Object.keys(CONFIDENCE_WORDS).flatMap((word) => {
    const count = all.filter(({ confidence }) => confidence === word).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  const last = counts.pop();
  const list = counts.length === 0 ? last : `${counts.join(', ')} and ${last}`;
  return `${all.length} entries: ${list}.`;
}

/** The register, a row for each entry. */
export function AssumptionsTable({ entries }: { entries: readonly Assumption[] }): VNode {
  return (
    <section class="table-scroll" tabindex={0} aria-labelledby="assumptions-caption">
      <table class="data-table assumptions-table" id="assumptions-table">
        <caption id="assumptions-caption">Values, their sources and how sure they are</caption>
        <thead>
          <tr>
            {['What', 'Value', 'Confidence', 'Source', 'File'].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ file, path, value, source, confidence }) => (
            <tr>
              <th scope="row">{pathWords(path)}</th>
              <td>{value}</td>
              <td>{confidence}</td>
              <td>{source}</td>
              <td>{file}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
