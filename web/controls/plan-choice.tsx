// web/controls/plan-choice.tsx: up to five plans, and whether to put them together as well.

import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Library } from '../../sim/scenario/library.js';
import type { FieldError } from '../state/check-project.js';
import { optionsOf } from '../state/choices.js';
import { PLANS_MOST, type Project, withPlans } from '../state/project.js';
import { FieldErrors, fieldId } from './error-summary.js';

export interface PlanChoiceProps {
  library: Library;
  project: Project;
  errors: readonly FieldError[];
  onChange: (project: Project) => void;
}

/** The plans as boxes to tick; they keep the order of the library, not that of ticking. */
export function PlanChoice({ library, project, errors, onChange }: PlanChoiceProps): VNode {
  const plans = useMemo(() => optionsOf(library, 'plan'), [library]);
  const wrong = errors.some(({ field }) => field === 'plans');
  const isChosen = (plan: string): boolean =>
    project.plans.some(({ library: name }) => name === plan);
  const toggle = (plan: string, chosen: boolean): void => {
    const kept = plans
      .map(({ value }) => value)
      .filter((value) => (value === plan ? chosen : isChosen(value)));
    onChange(withPlans(project, kept));
  };
  return (
    <fieldset
      class={`nhsuk-fieldset nhsuk-form-group ${wrong ? 'nhsuk-form-group--error' : ''}`}
      id={fieldId('plans')}
      tabIndex={-1}
      aria-describedby={`plans-hint${wrong ? ` ${fieldId('plans')}-error` : ''}`}
    >
      <legend class="nhsuk-fieldset__legend">Plans</legend>
      <div class="nhsuk-hint" id="plans-hint">
        Choose up to {PLANS_MOST}; each is compared with the base. {project.plans.length} chosen.
      </div>
      <FieldErrors field="plans" errors={errors} />
      <div class="nhsuk-checkboxes nhsuk-checkboxes--small plan-boxes">
        {plans.map(({ value, label, hint }) => (
          <Box
            id={`plan-${value}`}
            label={label}
            hint={hint}
            checked={isChosen(value)}
            onChange={(chosen) => toggle(value, chosen)}
          />
        ))}
      </div>
      <div class="nhsuk-checkboxes nhsuk-checkboxes--small together-box">
        <Box
          id="plans-together"
          label="Also put the chosen plans together"
          hint="One more scenario, with all of them at once."
          checked={project.together}
          onChange={(together) => onChange({ ...project, together })}
        />
      </div>
    </fieldset>
  );
}

interface BoxProps {
  id: string;
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Box({ id, label, hint, checked, onChange }: BoxProps): VNode {
  return (
    <div class="nhsuk-checkboxes__item">
      <input
        class="nhsuk-checkboxes__input"
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label class="nhsuk-label nhsuk-checkboxes__label" for={id}>
        {label}
      </label>
      <div class="nhsuk-hint nhsuk-checkboxes__hint" id={`${id}-hint`}>
        {hint}
      </div>
    </div>
  );
}
