// web/export/definitions.tsx: what each outcome means, word for word as in sim/outcomes/keys.ts.

import type { VNode } from 'preact';
import { OUTCOMES } from '../../sim/outcomes/keys.js';

/** The definitions of all outcomes. */
export function Definitions(): VNode {
  return (
    <section aria-labelledby="definitions-heading" class="card definitions">
      <h2 id="definitions-heading">What the outcomes mean</h2>
      <dl>
        {OUTCOMES.map(({ key, label, definition }) => (
          <div>
            <dt>
              {label} <code>{key}</code>
            </dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
