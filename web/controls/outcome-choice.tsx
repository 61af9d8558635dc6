// web/controls/outcome-choice.tsx: a choice among the main outcomes.

import type { VNode } from 'preact';
import { OUTCOMES, type Outcome } from '../../sim/outcomes/keys.js';
import { Choice } from './choice.js';

/** A choice among the main outcomes. */
export function OutcomeChoice({
  id,
  value,
  onChange,
}: {
  id: string;
  value: Outcome;
  onChange: (key: Outcome) => void;
}): VNode {
  return (
    <Choice
      id={id}
      label="Outcome"
      value={value}
      options={OUTCOMES.filter((outcome) => 'main' in outcome && outcome.better !== null).map(
        ({ key, label }) => ({ value: key, label }),
      )}
      onChange={(key) => onChange(key as Outcome)}
    />
  );
}
