// web/controls/recent-work.tsx: work that this machine keeps, to open again or to forget.

import type { VNode } from 'preact';
import type { KeptWork } from '../state/kept-work.js';

export interface RecentWorkProps {
  kept: readonly KeptWork[];
  onOpen: (work: KeptWork) => void;
  onForget: (work: KeptWork) => void;
}

const SHOWN_MOST = 6;
const whenText = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** The latest pieces of work. */
export function RecentWork({ kept, onOpen, onForget }: RecentWorkProps): VNode {
  if (kept.length === 0) {
    return <p>What you work on is kept here, on this machine only.</p>;
  }
  return (
    <ul class="hospital-list">
      {kept.slice(0, SHOWN_MOST).map((work) => (
        <li class="recent">
          <span>
            <button class="link-button" type="button" onClick={() => onOpen(work)}>
              {work.title}
            </button>
            <span class="hospital-note">{whenText.format(work.savedAt)}</span>
          </span>
          <button class="link-button" type="button" onClick={() => onForget(work)}>
            Delete<span class="nhsuk-u-visually-hidden"> {work.title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
