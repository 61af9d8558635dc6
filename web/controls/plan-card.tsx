// web/controls/plan-card.tsx: one plan of the project: its name, what it changes, its settings.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { z } from 'zod';
import { INTERVENTIONS } from '../../sim/interventions/registry.js';
import type { Library } from '../../sim/scenario/library.js';
import { usesOf } from '../../sim/scenario/uses.js';
import type { FieldError } from '../state/check-project.js';
import { optionOf } from '../state/choices.js';
import { isFields, partsOf } from '../state/plan-parts.js';
import { changesInWords, titleOf } from '../state/plan-words.js';
import {
  type Fields,
  nameOfPlan,
  type Plan,
  type Project,
  withCopy,
  withoutPlan,
  withPlanChanged,
} from '../state/project.js';
import { FieldErrors, fieldId } from './error-summary.js';
import { SettingsFields } from './settings-form.js';

export interface PlanCardProps {
  library: Library;
  project: Project;
  plan: Plan;
  errors: readonly FieldError[];
  canCopy: boolean;
  onChange: (project: Project, field?: string) => void;
}

/** Settings that matter less than what the intervention does. */
const BACKGROUND = [
  'evidence',
  'source',
  'lateStart',
  'sites',
  'costPoundsPerDay',
  'costPoundsPerPatient',
];

/** A plan as it stands, and everything that can be changed of it. */
export function PlanCard(props: PlanCardProps): VNode {
  const { library, project, plan, errors, canCopy, onChange } = props;
  const name = nameOfPlan(library, plan);
  const parts = partsOf(library, plan);
  const own = errors.filter(({ field }) => field.startsWith(`plan-${plan.id}.`));
  const description = plan.library === '' ? '' : optionOf(library, 'plan', plan.library).hint;
  const heading = `plan-${plan.id}-name`;
  return (
    <section class="card plan-card" aria-labelledby={heading}>
      <div class="plan-card-head">
        <h3 class="card-headline" id={heading}>
          {name}
        </h3>
        <div class="plan-card-buttons">
          <button
            class="link-button"
            type="button"
            aria-disabled={!canCopy}
            onClick={() => canCopy && onChange(withCopy(project, library, plan.id))}
          >
            Duplicate<span class="nhsuk-u-visually-hidden"> {name}</span>
          </button>
          <button
            class="link-button"
            type="button"
            onClick={() => onChange(withoutPlan(project, plan.id))}
          >
            Remove<span class="nhsuk-u-visually-hidden"> {name}</span>
          </button>
        </div>
      </div>
      <p class="plan-card-text">
        {plan.interventions === null
          ? description
          : `Changed here. It began as: ${description || 'nothing'}`}
      </p>
      <ul class="card-words">
        {changesInWords(parts).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <FieldErrors field={`plan-${plan.id}.`} errors={own} isStart={true} />
      <PlanSettings {...props} name={name} interventions={parts.interventions} own={own} />
    </section>
  );
}

interface PlanSettingsProps extends PlanCardProps {
  name: string;
  interventions: Fields;
  own: readonly FieldError[];
}

/** What opens to change a plan. */
function PlanSettings(props: PlanSettingsProps): VNode {
  const { project, plan, name, interventions, own, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const set = (next: Fields, field?: string): void =>
    onChange(withPlanChanged(project, plan.id, { interventions: next }), field);
  const known = INTERVENTIONS.filter(({ id }) => isFields(interventions[id]));
  return (
    <details
      class="nhsuk-details card-details"
      open={isOpen || own.length > 0}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">
          Change<span class="nhsuk-u-visually-hidden"> {name}</span>
        </span>
      </summary>
      {(isOpen || own.length > 0) && (
        <div class="nhsuk-details__text plan-settings">
          <NameField {...props} />
          {known.map((intervention) => (
            <InterventionFields
              key={intervention.id}
              id={intervention.id}
              schema={intervention.settings as z.ZodObject}
              summary={intervention.summary}
              value={interventions[intervention.id] as Fields}
              field={`plan-${plan.id}.interventions.${intervention.id}`}
              errors={own}
              onChange={(value, field) =>
                set({ ...interventions, [intervention.id]: value }, field)
              }
              onRemove={() =>
                set(
                  Object.fromEntries(
                    Object.entries(interventions).filter(([id]) => id !== intervention.id),
                  ),
                )
              }
            />
          ))}
          <AddIntervention
            {...props}
            onAdd={(id, value) => set({ ...interventions, [id]: value })}
          />
        </div>
      )}
    </details>
  );
}

function NameField({ project, plan, name, own, onChange }: PlanSettingsProps): VNode {
  const field = `plan-${plan.id}.name`;
  const id = fieldId(field);
  return (
    <div class="nhsuk-form-group">
      <label class="nhsuk-label" for={id}>
        Name of the plan
      </label>
      <FieldErrors field={field} errors={own} />
      <input
        class="nhsuk-input"
        id={id}
        type="text"
        autocomplete="off"
        value={plan.name === '' ? name : plan.name}
        onInput={(event) =>
          onChange(withPlanChanged(project, plan.id, { name: event.currentTarget.value }), field)
        }
      />
    </div>
  );
}

interface InterventionFieldsProps {
  id: string;
  schema: z.ZodObject;
  summary: string;
  value: Fields;
  field: string;
  errors: readonly FieldError[];
  onChange: (value: Fields, field: string) => void;
  onRemove: () => void;
}

/** The settings of one intervention: what it does, and folded away, where that is known from. */
function InterventionFields(props: InterventionFieldsProps): VNode {
  const { id, summary, errors, field, onRemove, ...form } = props;
  return (
    <fieldset class="nhsuk-fieldset intervention" id={fieldId(field)} tabIndex={-1}>
      <legend class="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{titleOf(id)}</legend>
      <p class="nhsuk-hint">{summary}</p>
      <FieldErrors field={field} errors={errors} />
      <SettingsFields
        {...form}
        field={field}
        errors={errors}
        only={(key) => !BACKGROUND.includes(key)}
      />
      <h4 class="intervention-part">Evidence, cost and place</h4>
      <SettingsFields
        {...form}
        field={field}
        errors={errors}
        only={(key) => BACKGROUND.includes(key)}
      />
      <button class="link-button" type="button" onClick={onRemove}>
        Take {titleOf(id)} out of this plan
      </button>
    </fieldset>
  );
}

interface AddInterventionProps extends PlanSettingsProps {
  onAdd: (id: string, value: Fields) => void;
}

/** A further intervention, with the settings of the first plan of the library that has it. */
function AddIntervention({ library, plan, interventions, onAdd }: AddInterventionProps): VNode {
  const [chosen, setChosen] = useState('');
  const id = `plan-${plan.id}-add`;
  const others = INTERVENTIONS.filter((each) => !isFields(interventions[each.id]));
  return (
    <div class="nhsuk-form-group add-row">
      <label class="nhsuk-label" for={id}>
        Add an intervention to this plan
      </label>
      <select
        class="nhsuk-select"
        id={id}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        <option value="">Choose one</option>
        {others.map((each) => (
          <option value={each.id}>{each.title}</option>
        ))}
      </select>
      <button
        class="nhsuk-button nhsuk-button--secondary"
        type="button"
        aria-disabled={chosen === ''}
        onClick={() => {
          if (chosen === '') return;
          onAdd(chosen, usesOf(library).get(chosen)?.[0]?.settings ?? {});
          setChosen('');
        }}
      >
        Add to the plan
      </button>
    </div>
  );
}
