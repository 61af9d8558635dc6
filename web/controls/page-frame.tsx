// web/controls/page-frame.tsx: header and footer of the page.

import type { ComponentChildren, VNode } from 'preact';
import { VERSION } from '../../sim/outcomes/provenance.js';

/** The page around its contents. */
export function PageFrame({ children }: { children: ComponentChildren }): VNode {
  return (
    <>
      <a class="nhsuk-skip-link" href="#main">
        Skip to main content
      </a>
      <header class="page-header">
        <div class="width">
          <span class="product">Winterflow</span>
          <span class="tagline">Simulated winters of an NHS hospital</span>
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
