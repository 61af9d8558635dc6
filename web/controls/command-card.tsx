// web/controls/command-card.tsx: the same batch without a browser: the command, and the files it needs.

import type { VNode } from 'preact';
import type { BatchCommand } from '../state/commands.js';
import { saveFile } from '../state/save-file.js';

/** A command line, with buttons for its files. */
export function CommandLine({ command, files }: BatchCommand): VNode {
  return (
    <>
      <p>
        <code class="command">{command}</code>
      </p>
      {files.length > 0 && (
        <>
          <p>It needs these scenario files beside it:</p>
          <ul class="download-list">
            {files.map(({ file, text }) => (
              <li>
                <button
                  class="nhsuk-button nhsuk-button--secondary"
                  type="button"
                  onClick={() => saveFile(file, 'application/yaml', text)}
                >
                  Download {file}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
