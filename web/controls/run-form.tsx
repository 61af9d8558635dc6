// web/controls/run-form.tsx: base, winter, plans, number of winters and seed phrase.

import type { TargetedSubmitEvent, VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Library } from '../../sim/scenario/library.js';
import type { Field, FieldError } from '../state/check-project.js';
import { type Option, optionOf, optionsOf, ownWinter } from '../state/choices.js';
import { PLANS_MOST, type Project, REPLICATIONS_MOST } from '../state/project.js';
import { FieldErrors, fieldId } from './error-summary.js';
import { PlanChoice } from './plan-choice.js';
import { TrustSearch } from './trust-search.js';

export interface RunFormProps {
  library: Library;
  project: Project;
  errors: readonly FieldError[];
  running: boolean;
  onChange: (project: Project) => void;
  onRun: () => void;
}

/** The form of a run. */
export function RunForm(props: RunFormProps): VNode {
  const { library, project, errors, running, onChange, onRun } = props;
  const systems = useMemo(() => systemsWith(library, project.system), [library, project.system]);
  const winters = useMemo(() => optionsOf(library, 'winter'), [library]);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!running) onRun();
  };
  return (
    <form class="card run-form" onSubmit={submit} noValidate aria-labelledby="choose">
      <h2 id="choose">Choose what to compare</h2>
      <div class="run-form-basics">
        <Choice
          field="system"
          label="Base hospital"
          options={systems}
          value={project.system}
          onChange={(system) =>
            onChange({ ...project, system, winter: ownWinter(library, system) })
          }
        />
        <TrustSearch
          library={library}
          system={project.system}
          onChoose={(system) =>
            onChange({ ...project, system, winter: ownWinter(library, system) })
          }
        />
        <Choice
          field="winter"
          label="Winter to simulate"
          options={winters}
          value={project.winter}
          onChange={(winter) => onChange({ ...project, winter })}
        />
        <TextField
          field="replications"
          label="Number of winters"
          hint={`20 for a first look, 200 for a board; at most ${REPLICATIONS_MOST}.`}
          value={project.replications}
          numeric={true}
          errors={errors}
          onChange={(replications) => onChange({ ...project, replications })}
        />
        <TextField
          field="seed"
          label="Seed phrase"
          hint="The same phrase gives the same winters again."
          value={project.seed}
          numeric={false}
          errors={errors}
          onChange={(seed) => onChange({ ...project, seed })}
        />
      </div>
      <PlanChoice library={library} project={project} errors={errors} onChange={onChange} />
      <div class="run-form-end">
        <button class="nhsuk-button" type="submit" aria-disabled={running}>
          {running ? 'Running …' : 'Run'}
        </button>
        <p class="run-form-note">{sizeText(project)}</p>
      </div>
    </form>
  );
}

/** Systems to choose from; a trust that was found stands among them while it is chosen. */
function systemsWith(library: Library, chosen: string): Option[] {
  const systems = optionsOf(library, 'system');
  const isThere = systems.some(({ value }) => value === chosen);
  return isThere ? systems : [...systems, optionOf(library, 'system', chosen)];
}

/** How much a run is, in words: "3 scenarios × 50 winters = 150 winters to simulate". */
function sizeText({ plans, together, replications }: Project): string {
  const scenarios = 1 + plans.length + (together && plans.length > 1 ? 1 : 0);
  const winters = Number(replications);
  if (plans.length > PLANS_MOST || !Number.isInteger(winters) || winters < 1) return '';
  const what = scenarios === 1 ? 'The base alone' : `The base and ${scenarios - 1} more`;
  return `${what}, ${winters} winters each: ${scenarios * winters} to simulate.`;
}

interface ChoiceProps {
  field: Field;
  label: string;
  options: readonly { value: string; label: string; hint: string }[];
  value: string;
  onChange: (value: string) => void;
}

function Choice({ field, label, options, value, onChange }: ChoiceProps): VNode {
  const id = fieldId(field);
  const chosen = options.find((option) => option.value === value);
  return (
    <div class="nhsuk-form-group">
      <label class="nhsuk-label" for={id}>
        {label}
      </label>
      <select
        class="nhsuk-select"
        id={id}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option value={option.value}>{option.label}</option>
        ))}
      </select>
      <div class="nhsuk-hint choice-hint" id={`${id}-hint`}>
        {chosen?.hint}
      </div>
    </div>
  );
}

interface TextFieldProps {
  field: Field;
  label: string;
  hint: string;
  value: string;
  numeric: boolean;
  errors: readonly FieldError[];
  onChange: (value: string) => void;
}

function TextField(props: TextFieldProps): VNode {
  const { field, label, hint, value, numeric, errors, onChange } = props;
  const id = fieldId(field);
  const wrong = errors.some((error) => error.field === field);
  return (
    <div class={`nhsuk-form-group ${wrong ? 'nhsuk-form-group--error' : ''}`}>
      <label class="nhsuk-label" for={id}>
        {label}
      </label>
      <FieldErrors field={field} errors={errors} />
      <input
        class={`nhsuk-input ${numeric ? 'nhsuk-input--width-5' : ''} ${wrong ? 'nhsuk-input--error' : ''}`}
        id={id}
        type="text"
        inputMode={numeric ? 'numeric' : 'text'}
        autocomplete="off"
        spellcheck={false}
        value={value}
        aria-invalid={wrong}
        aria-describedby={`${id}-hint${wrong ? ` ${id}-error` : ''}`}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      <div class="nhsuk-hint choice-hint" id={`${id}-hint`}>
        {hint}
      </div>
    </div>
  );
}
