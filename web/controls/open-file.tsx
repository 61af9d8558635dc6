// web/controls/open-file.tsx: scenarios and results of the command line, chosen or dropped.

import type { TargetedDragEvent, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { droppedFiles } from '../state/batch-files.js';

export interface OpenFileProps {
  /** Why the last files could not be shown; null when nothing is wrong. */
  problem: string | null;
  onFiles: (files: File[]) => void;
  onProblem: (problem: string) => void;
}

/** A file field that is also a place to drop files or a results folder on. */
export function OpenFile({ problem, onFiles, onProblem }: OpenFileProps): VNode {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = async (event: TargetedDragEvent<HTMLElement>): Promise<void> => {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer === null) return;
    try {
      onFiles(await droppedFiles(event.dataTransfer));
    } catch {
      onProblem('What was dropped could not be read; choose the two files instead.');
    }
  };
  const chosen = (): void => {
    const files = [...(input.current?.files ?? [])];
    // Emptied, so that choosing the same files again after mending them is noticed.
    if (input.current !== null) input.current.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the file field does the same by keyboard
    <div
      class={`load-batch ${over ? 'load-batch-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <div class={`nhsuk-form-group ${problem === null ? '' : 'nhsuk-form-group--error'}`}>
        <label class="nhsuk-label" for="batch-files">
          Choose a scenario (<code>.yaml</code>), or <code>summary.json</code> and{' '}
          <code>daily.csv</code> of a results folder; or drop them here
        </label>
        <p class="nhsuk-error-message file-problems" id="batch-files-error" role="alert">
          {problem !== null && (
            <>
              <span class="nhsuk-u-visually-hidden">Error: </span>
              {problem}
            </>
          )}
        </p>
        <input
          ref={input}
          class="file-input"
          id="batch-files"
          type="file"
          multiple
          accept=".json,.csv,.yaml,.yml"
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : 'batch-files-error'}
          onChange={chosen}
        />
      </div>
    </div>
  );
}
