// web/controls/share-project.tsx: a link that opens this project elsewhere; it holds no results.

import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../../sim/scenario/library.js';
import { firstProject, type Project } from '../state/project.js';
import { linkOf } from '../state/share-link.js';
import { useApp, useAppState } from '../state/use-app.js';

/** A button that makes the link, and the link to copy. */
export function ShareProject(): VNode {
  const { library } = useApp();
  const project = useAppState((state) => state.project);
  const [said, setSaid] = useState('');
  const [link, setLink] = useState('');
  useEffect(() => {
    let isCurrent = true;
    void addressOf(library, project).then((address) => isCurrent && setLink(address));
    return () => {
      isCurrent = false;
    };
  }, [library, project]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(await addressOf(library, project));
      setSaid('The link is copied.');
    } catch {
      setSaid('This browser does not let a page copy; select the link and copy it.');
    }
  };
  return (
    <details class="nhsuk-details card-details share">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">Share these scenarios</span>
      </summary>
      <div class="nhsuk-details__text">
        <label class="nhsuk-label" for="share-link">
          Link to these scenarios
        </label>
        <p class="nhsuk-hint">
          It holds what you chose and no results; whoever opens it simulates the same winters.
          Nothing is uploaded.
        </p>
        <input
          class="nhsuk-input"
          id="share-link"
          type="text"
          readOnly={true}
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button class="link-button" type="button" onClick={() => void copy()}>
          Copy the link
        </button>
        <p role="status">{said}</p>
      </div>
    </details>
  );
}

async function addressOf(library: Library, project: Project): Promise<string> {
  const fragment = await linkOf(project, firstProject(library));
  return location.href.replace(/#.*$/, '') + fragment;
}
