// web/controls/assumptions.tsx: the register of assumptions of the project, by confidence and by words.

import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Assumption, assumptionsOf, pathWords } from '../../sim/outcomes/assumptions.js';
import type { Library } from '../../sim/scenario/library.js';
import {
  AssumptionsTable,
  CONFIDENCE_WORDS,
  confidenceSentence,
} from '../components/assumptions-table.js';
import { checkProject } from '../state/check-project.js';
import type { Project } from '../state/project.js';
import { useApp, useAppState } from '../state/use-app.js';

const ALL = 'all';

/** The register with its two filters. */
export function Assumptions(): VNode {
  const { library } = useApp();
  const project = useAppState((state) => state.project);
  const [confidence, setConfidence] = useState(ALL);
  const [words, setWords] = useState('');
  const entries = useEntries(library, project);
  if (entries === undefined) return <p aria-busy="true">Reading the scenarios …</p>;
  if (entries === null) {
    return <p>The scenarios have mistakes; once they are mended, their assumptions stand here.</p>;
  }
  const shown = entries.filter(
    (entry) => (confidence === ALL || entry.confidence === confidence) && holds(entry, words),
  );
  return (
    <>
      <p class="check-words">
        Every number of the scenarios that you work on, with where it comes from.{' '}
        {confidenceSentence(entries)}
      </p>
      <dl class="facts">
        {Object.entries(CONFIDENCE_WORDS).map(([word, meaning]) => (
          <div>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <div class="chart-controls">
        <div class="chart-control">
          <label class="nhsuk-label" for="assumptions-confidence">
            Confidence
          </label>
          <select
            class="nhsuk-select"
            id="assumptions-confidence"
            value={confidence}
            onChange={({ currentTarget }) => setConfidence(currentTarget.value)}
          >
            {[ALL, ...Object.keys(CONFIDENCE_WORDS)].map((word) => (
              <option value={word}>{word}</option>
            ))}
          </select>
        </div>
        <div class="chart-control">
          <label class="nhsuk-label" for="assumptions-words">
            Words in name or source
          </label>
          <input
            class="nhsuk-input"
            id="assumptions-words"
            type="search"
            value={words}
            onInput={({ currentTarget }) => setWords(currentTarget.value)}
          />
        </div>
        <p class="nhsuk-hint" role="status">
          {shown.length} of {entries.length} entries
        </p>
      </div>
      {shown.length > 0 && <AssumptionsTable entries={shown} />}
    </>
  );
}

/** The register; undefined while it is read, null while the scenarios have mistakes. */
function useEntries(library: Library, project: Project): Assumption[] | null | undefined {
  const [entries, setEntries] = useState<Assumption[] | null | undefined>(undefined);
  useEffect(() => {
    let isLatest = true;
    void checkProject(library, project).then((checked) => {
      if (!isLatest) return;
      setEntries(Array.isArray(checked) ? null : assumptionsOf(library, checked.scenarios));
    });
    return () => {
      isLatest = false;
    };
  }, [library, project]);
  return entries;
}

function holds({ path, source, file }: Assumption, words: string): boolean {
  const text = `${pathWords(path)} ${path} ${source} ${file}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
