// web/pages/scenarios.tsx: the page "Scenarios": the base, its winter, and the plans beside it.

import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { listText } from '../charts/chart-words.js';
import { FieldErrors, fieldId } from '../controls/error-summary.js';
import { HospitalSearch } from '../controls/hospital-search.js';
import { PlanCard } from '../controls/plan-card.js';
import { ShareProject } from '../controls/share-project.js';
import { UndoButtons } from '../controls/undo-buttons.js';
import { WinterStrip } from '../controls/winter-strip.js';
import { type Option, optionOf, optionsOf } from '../state/choices.js';
import { PLANS_MOST, withPlan, withSystem } from '../state/project.js';
import { hasShock, shocksOf, withShock } from '../state/shocks.js';
import { useApp, useAppState } from '../state/use-app.js';

/** The page "Scenarios". */
export function ScenariosPage(): VNode {
  const app = useApp();
  const { library } = app;
  const project = useAppState((state) => state.project);
  const errors = useAppState((state) => state.errors);
  const isFull = project.plans.length >= PLANS_MOST;
  return (
    <>
      <h1>What do you want to compare?</h1>
      <p class="lead">
        The base is a hospital in a winter as it is. Each plan is simulated beside it, with the same
        patients, so that what differs is the plan’s doing.
      </p>
      <Opened />
      <Base />
      <section aria-labelledby="plans-heading">
        <div class="plans-head">
          <h2 id="plans-heading">
            Plans: {project.plans.length} of {PLANS_MOST}
          </h2>
          <UndoButtons />
        </div>
        <div id={fieldId('plans')} tabIndex={-1}>
          <FieldErrors field="plans" errors={errors} />
        </div>
        {project.plans.map((plan) => (
          <PlanCard
            key={plan.id}
            library={library}
            project={project}
            plan={plan}
            errors={errors}
            canCopy={!isFull}
            onChange={app.change}
          />
        ))}
        {!isFull && <AddPlan />}
        {project.plans.length > 1 && (
          <div class="nhsuk-checkboxes nhsuk-checkboxes--small">
            <div class="nhsuk-checkboxes__item">
              <input
                class="nhsuk-checkboxes__input"
                id="plans-together"
                type="checkbox"
                checked={project.together}
                onChange={(event) =>
                  app.change({ ...project, together: event.currentTarget.checked })
                }
              />
              <label class="nhsuk-label nhsuk-checkboxes__label" for="plans-together">
                Also simulate all plans together, as one more scenario
              </label>
            </div>
          </div>
        )}
      </section>
      <WinterStrip library={library} project={project} />
      <ShareProject />
      <p class="next-step">
        <a class="nhsuk-button" href="#/run">
          Next: run
        </a>
      </p>
    </>
  );
}

/** Hospital and winter. */
function Base(): VNode {
  const app = useApp();
  const { library } = app;
  const project = useAppState((state) => state.project);
  const systems = useMemo(() => systemsWith(library, project.system), [library, project.system]);
  const winters = useMemo(() => optionsOf(library, 'winter'), [library]);
  return (
    <section class="card" aria-labelledby="base-heading">
      <h2 id="base-heading">Base</h2>
      <div class="base-fields">
        <div>
          <Choice
            id="field-system"
            label="Base hospital"
            options={systems}
            value={project.system}
            onChange={(system) => app.change(withSystem(project, library, system))}
          />
          <details class="nhsuk-details card-details">
            <summary class="nhsuk-details__summary">
              <span class="nhsuk-details__summary-text">Find another hospital or trust</span>
            </summary>
            <div class="nhsuk-details__text">
              <HospitalSearch
                id="scenario-hospital"
                library={library}
                onChoose={(system) => app.change(withSystem(project, library, system))}
              />
            </div>
          </details>
        </div>
        <div>
          <Choice
            id="field-winter"
            label="Winter to simulate"
            options={winters}
            value={project.winter}
            onChange={(winter) => app.change({ ...project, winter })}
          />
          <Shocks />
        </div>
      </div>
    </section>
  );
}

/** Shocks over the winter, each with its dates and sizes from a winter of the library. */
function Shocks(): VNode {
  const app = useApp();
  const project = useAppState((state) => state.project);
  const shocks = useMemo(() => shocksOf(app.library), [app.library]);
  return (
    <fieldset class="nhsuk-fieldset">
      <legend class="nhsuk-fieldset__legend">Shocks on top of it</legend>
      <div class="nhsuk-checkboxes nhsuk-checkboxes--small">
        {shocks.map((shock) => {
          const id = `shock-${shock.path.join('-')}`;
          return (
            <div class="nhsuk-checkboxes__item">
              <input
                class="nhsuk-checkboxes__input"
                id={id}
                type="checkbox"
                checked={hasShock(project, shock)}
                onChange={(event) =>
                  app.change(withShock(project, shock, event.currentTarget.checked))
                }
              />
              <label class="nhsuk-label nhsuk-checkboxes__label" for={id}>
                {shock.label}
              </label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Systems to choose from; a trust that was found stands among them while it is chosen. */
function systemsWith(library: Parameters<typeof optionsOf>[0], chosen: string): Option[] {
  const systems = optionsOf(library, 'system');
  const isThere = systems.some(({ value }) => value === chosen);
  return isThere ? systems : [...systems, optionOf(library, 'system', chosen)];
}

/** A plan of the library, or one from nothing. */
function AddPlan(): VNode {
  const app = useApp();
  const project = useAppState((state) => state.project);
  const plans = useMemo(() => optionsOf(app.library, 'plan'), [app.library]);
  const free = plans.filter(({ value }) => !project.plans.some((plan) => plan.library === value));
  const [chosen, setChosen] = useState('');
  const add = (): void => {
    if (chosen === '') return;
    app.change(withPlan(project, chosen === OWN ? '' : chosen));
    setChosen('');
  };
  return (
    <section class="card add-plan" aria-labelledby="add-plan-heading">
      <h3 class="card-headline" id="add-plan-heading">
        Add a plan
      </h3>
      <Choice
        id="add-plan"
        label="Plan to add"
        options={[
          { value: '', label: 'Choose a plan', hint: '' },
          { value: OWN, label: 'A plan of my own', hint: 'Empty; add interventions to it.' },
          ...free,
        ]}
        value={chosen}
        onChange={setChosen}
      />
      <button
        class="nhsuk-button nhsuk-button--secondary"
        type="button"
        aria-disabled={chosen === ''}
        onClick={add}
      >
        Add plan
      </button>
    </section>
  );
}

const OWN = '(own)';

/** What became of scenario files that were opened. */
function Opened(): VNode | null {
  const { state } = useApp();
  const opened = useAppState((all) => all.opened);
  if (opened.length === 0) return null;
  return (
    <p class="notice" id="opened" role="status">
      <strong>Opened {listText(opened)}.</strong> What it changes in the hospital is in the base
      here, and what it adds stands beside it as plans. Its description and sources stay in the
      file.{' '}
      <button class="link-button" type="button" onClick={() => state.set({ opened: [] })}>
        Close
      </button>
    </p>
  );
}

interface ChoiceProps {
  id: string;
  label: string;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
}

function Choice({ id, label, options, value, onChange }: ChoiceProps): VNode {
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
