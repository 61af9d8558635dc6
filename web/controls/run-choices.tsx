// web/controls/run-choices.tsx: how many winters, or how precise; and the seed phrase.

import type { VNode } from 'preact';
import type { FieldError } from '../state/check-project.js';
import { type Project, REPLICATIONS_MOST } from '../state/project.js';
import { FieldErrors, fieldId } from './error-summary.js';

export interface RunChoicesProps {
  project: Project;
  errors: readonly FieldError[];
  onChange: (project: Project, field?: string) => void;
}

const QUICK = '20';
const BOARD = '200';
const PRECISE_DAYS = '1';

type Mode = 'quick' | 'board' | 'precise' | 'own';

const MODES: readonly { mode: Mode; label: string; hint: string }[] = [
  { mode: 'quick', label: 'Quick look', hint: '20 winters of each scenario, for a first answer.' },
  { mode: 'board', label: 'For a board', hint: '200 winters: narrow intervals and rare winters.' },
  {
    mode: 'precise',
    label: 'Until precise enough',
    hint: 'Winters are added until the mean number of days over 92 % is known as well as you ask.',
  },
  { mode: 'own', label: 'Another number', hint: `From 1 to ${REPLICATIONS_MOST}.` },
];

function modeOf({ replications, precision }: Project): Mode {
  if (precision !== '') return 'precise';
  if (replications.trim() === QUICK) return 'quick';
  return replications.trim() === BOARD ? 'board' : 'own';
}

/** The project in another mode. */
function inMode(project: Project, mode: Mode): Project {
  switch (mode) {
    case 'quick':
      return { ...project, precision: '', replications: QUICK };
    case 'board':
      return { ...project, precision: '', replications: BOARD };
    case 'precise':
      return { ...project, precision: PRECISE_DAYS, replications: String(REPLICATIONS_MOST) };
    case 'own':
      return { ...project, precision: '', replications: '50' };
  }
}

/** Radios, the fields that belong to them, and the seed phrase. */
export function RunChoices({ project, errors, onChange }: RunChoicesProps): VNode {
  const mode = modeOf(project);
  const typed = { errors, onChange: (value: Project, field: string) => onChange(value, field) };
  return (
    <>
      <fieldset class="nhsuk-fieldset nhsuk-form-group">
        <legend class="nhsuk-fieldset__legend">How many winters?</legend>
        <div class="nhsuk-radios nhsuk-radios--small">
          {MODES.map((each) => (
            <div class="nhsuk-radios__item">
              <input
                class="nhsuk-radios__input"
                id={`mode-${each.mode}`}
                name="mode"
                type="radio"
                checked={each.mode === mode}
                aria-describedby={`mode-${each.mode}-hint`}
                onChange={() => onChange(inMode(project, each.mode))}
              />
              <label class="nhsuk-label nhsuk-radios__label" for={`mode-${each.mode}`}>
                {each.label}
              </label>
              <div class="nhsuk-hint nhsuk-radios__hint" id={`mode-${each.mode}-hint`}>
                {each.hint}
              </div>
            </div>
          ))}
        </div>
      </fieldset>
      <div class="run-fields">
        {mode === 'precise' && (
          <TextField
            {...typed}
            field="precision"
            label="Precision, days either side"
            hint="Half-width of the 95 % interval of the mean."
            value={project.precision}
            set={(precision) => ({ ...project, precision: precision === '' ? ' ' : precision })}
          />
        )}
        <TextField
          {...typed}
          field="replications"
          label={mode === 'precise' ? 'Winters at most' : 'Number of winters'}
          hint={`Of each scenario; at most ${REPLICATIONS_MOST} here.`}
          value={project.replications}
          set={(replications) => ({ ...project, replications })}
        />
        <TextField
          {...typed}
          field="seed"
          label="Seed phrase"
          hint="The same phrase gives the same winters again."
          isLong={true}
          value={project.seed}
          set={(seed) => ({ ...project, seed })}
        />
      </div>
    </>
  );
}

interface TextFieldProps {
  field: string;
  label: string;
  hint: string;
  value: string;
  isLong?: boolean;
  errors: readonly FieldError[];
  set: (value: string) => Project;
  onChange: (project: Project, field: string) => void;
}

function TextField(props: TextFieldProps): VNode {
  const { field, label, hint, value, isLong = false, errors, set, onChange } = props;
  const id = fieldId(field);
  const wrong = errors.some((error) => error.field === field);
  return (
    <div class={`nhsuk-form-group ${wrong ? 'nhsuk-form-group--error' : ''}`}>
      <label class="nhsuk-label" for={id}>
        {label}
      </label>
      <FieldErrors field={field} errors={errors} />
      <input
        class={`nhsuk-input ${isLong ? '' : 'nhsuk-input--width-5'} ${wrong ? 'nhsuk-input--error' : ''}`}
        id={id}
        type="text"
        inputMode={isLong ? 'text' : 'decimal'}
        autocomplete="off"
        spellcheck={false}
        value={value}
        aria-invalid={wrong}
        aria-describedby={`${id}-hint${wrong ? ` ${id}-error` : ''}`}
        onInput={(event) => onChange(set(event.currentTarget.value), field)}
      />
      <div class="nhsuk-hint choice-hint" id={`${id}-hint`}>
        {hint}
      </div>
    </div>
  );
}
