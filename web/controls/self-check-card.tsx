// web/controls/self-check-card.tsx: whether this browser reproduces the reference run, and how one
// can see it.

import type { VNode } from 'preact';
import { browserText } from '../state/checks-words.js';
import type { SelfCheckState } from '../state/use-checks.js';

/** The result of the self-check, with both hashes. */
export function SelfCheckCard({ state }: { state: SelfCheckState }): VNode {
  return (
    <section class="card" aria-labelledby="self-check-heading">
      <h2 id="self-check-heading">This browser</h2>
      <p class="card-headline" id="self-check" role="status">
        {sentence(state)}
      </p>
      <p class="check-words">
        The same seed phrase must give the same winters on every machine. Two weeks of a hospital
        with every plan were simulated when this page opened; the hash (SHA-256) of every number
        that came out stands beside the one stored with this version.
      </p>
      {state !== null && 'found' in state && <Hashes {...state.found} />}
    </section>
  );
}

function sentence(state: SelfCheckState): string {
  if (state === null) return 'Simulating the reference run …';
  return 'found' in state
    ? browserText(state.found)
    : `The reference run could not be simulated: ${state.problem}`;
}

type Found = Extract<SelfCheckState, { found: unknown }>['found'];

/** The hashes of the results; those of the scenarios where these already differ. */
function Hashes({ verdict, expected, found }: Found): VNode {
  const of = verdict === 'other scenario' ? 'model' : 'results';
  const what = of === 'model' ? 'scenario' : 'results';
  return (
    <dl class="hashes">
      <dt>Reference {what}</dt>
      <dd>
        <code id="hash-expected">{expected[of]}</code>
      </dd>
      <dt>This browser’s {what}</dt>
      <dd>
        <code id="hash-found">{found[of]}</code>
      </dd>
    </dl>
  );
}
