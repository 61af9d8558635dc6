// web/controls/page-frame.tsx: header with the way to each page, and footer.

import type { ComponentChildren, VNode } from 'preact';
import { VERSION } from '../../sim/outcomes/provenance.js';
import { fragmentOf } from '../state/address.js';

/** A page as the navigation shows it. */
export interface PageLink {
  page: string;
  label: string;
}

export interface PageFrameProps {
  links: readonly PageLink[];
  /** The page whose link is marked. */
  current: string;
  children: ComponentChildren;
}

/** The page around its contents. */
export function PageFrame({ links, current, children }: PageFrameProps): VNode {
  return (
    <>
      <a class="nhsuk-skip-link" href="#main">
        Skip to main content
      </a>
      <header class="page-header">
        <div class="width">
          <span class="product">Winterflow</span>
          <span class="tagline">Simulated winters of an NHS hospital</span>
          <nav class="page-links" aria-label="Pages">
            {links.map(({ page, label }) => (
              <a href={fragmentOf(page)} aria-current={page === current ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
        </div>
      </header>
      <main class="width" id="main">
        {children}
      </main>
      <footer class="page-footer">
        <div class="width">
          <p>For NHS planners; not an NHS England product.</p>
          <p>
            Winterflow {VERSION}. MIT licence. Contains public sector information licensed under the
            Open Government Licence v3.0.
          </p>
          <p>Everything runs in this browser. Nothing that you choose or load leaves it.</p>
        </div>
      </footer>
    </>
  );
}
