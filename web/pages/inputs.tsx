// web/pages/inputs.tsx: the page "Inputs": every value of the base, part by part, with where it comes
// from, and what it may be.

import type { VNode } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { z } from 'zod';
import { valueText } from '../../sim/scenario/problems.js';
import type { Resolved } from '../../sim/scenario/resolve.js';
import { modelSchema } from '../../sim/scenario/schema.js';
import { BedsWeeks } from '../controls/beds-weeks.js';
import { ErrorSummary } from '../controls/error-summary.js';
import { SettingsFields } from '../controls/settings-form.js';
import { fragmentOf } from '../state/address.js';
import { optionOf } from '../state/choices.js';
import {
  INPUT_PARTS,
  type InputPart,
  partValue,
  sourceOf,
  sourcesOf,
  typicalRange,
  withPart,
} from '../state/inputs.js';
import { isFields } from '../state/plan-parts.js';
import { type Fields, firstProject } from '../state/project.js';
import { saveFile } from '../state/save-file.js';
import { askedOf } from '../state/scenario-texts.js';
import { useApp, useAppState } from '../state/use-app.js';
import { useBases } from '../state/use-bases.js';
import { useScenarios } from '../state/use-scenarios.js';
import type { PageProps } from './registry.js';

const CHECK_MS = 500; // after the last change

/** The page "Inputs"; `?part=beds` in its address says which part is shown. */
export function InputsPage({ query }: PageProps): VNode {
  const app = useApp();
  const project = useAppState((state) => state.project);
  const errors = useAppState((state) => state.errors);
  const asked = new URLSearchParams(query).get('part');
  const part = INPUT_PARTS.find(({ name }) => name === asked) ?? INPUT_PARTS[0];
  const { system, winter } = project;
  const untouched = useMemo(
    // Of the project as it opens: what else is typed wrong must not hide the base.
    () => ({ ...firstProject(app.library), system, winter, plans: [] }),
    [system, winter],
  );
  const bases = useScenarios(app.library, untouched);
  const own = errors.filter(({ field }) => field.startsWith('input.'));
  // What is typed is checked as a whole when typing pauses.
  useEffect(() => {
    const timer = setTimeout(() => void app.check(), CHECK_MS);
    return () => clearTimeout(timer);
  }, [project]);
  return (
    <>
      <h1>Inputs of {optionOf(app.library, 'system', system).label}</h1>
      <p class="lead">
        Every value of the base, with its source. Change what you know better; the rest stays as it
        is. Aggregate numbers only: nothing about single patients belongs here.
      </p>
      {own.length > 0 && <ErrorSummary errors={own} title="Some inputs cannot be used yet" />}
      <nav class="views" aria-label="Parts of the inputs">
        <ul>
          {INPUT_PARTS.map(({ name, label, field }) => (
            <li>
              <a
                href={`${fragmentOf('inputs')}?part=${name}`}
                aria-current={name === part.name ? 'true' : undefined}
              >
                {label}
                {isFields(project.changes[field]) && ' (changed)'}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {bases === undefined && <p aria-busy="true">Reading the base …</p>}
      {bases === null && (
        <p class="notice">There is no hospital of this name; choose another on Scenarios.</p>
      )}
      {bases && <Part key={part.name} part={part} base={bases[0]} />}
      <AsFile />
    </>
  );
}

function Part({ part, base }: { part: InputPart; base: Resolved }): VNode {
  const app = useApp();
  const project = useAppState((state) => state.project);
  const errors = useAppState((state) => state.errors);
  const others = useBases(app.library);
  const sources = useMemo(() => sourcesOf(app.library, base), [base]);
  const value = partValue(base, project, part);
  const change = (next: Fields, field?: string): void =>
    app.change(withPart(project, base, part, next), field);
  const note = (field: string): string | null => {
    const path = field.replace(/^input\./, '');
    const range = typicalRange(others, path);
    const source = sourceOf(sources, path);
    const before = path
      .split('.')
      .reduce<unknown>((at, key) => (isFields(at) ? at[key] : undefined), base.model);
    const now = path
      .split('.')
      .slice(1)
      .reduce<unknown>((at, key) => (isFields(at) ? at[key] : undefined), value);
    const was =
      JSON.stringify(now) === JSON.stringify(before) ? '' : `It was ${valueText(before)}. `;
    const typical = range === null ? '' : `Other hospitals here: ${range[0]} to ${range[1]}. `;
    const from = source === null ? '' : `Source: ${source.source} (${source.confidence}).`;
    return `${was}${typical}${from}` || null;
  };
  return (
    <section class="card inputs" aria-labelledby="part-heading">
      <div class="plans-head">
        <h2 id="part-heading">{part.label}</h2>
        <button
          class="link-button"
          type="button"
          aria-disabled={project.changes[part.field] === undefined}
          onClick={() => change(base.model[part.field] as unknown as Fields)}
        >
          Back to the values of this hospital
        </button>
      </div>
      <p>{part.text}</p>
      {part.field === 'beds' && (
        <BedsWeeks beds={value} period={base.model.period} onChange={(beds) => change(beds)} />
      )}
      <SettingsFields
        schema={modelSchema.shape[part.field] as unknown as z.ZodObject}
        value={value}
        field={`input.${part.field}`}
        errors={errors}
        note={note}
        onChange={change}
      />
    </section>
  );
}

/** The base as the scenario file that the command line reads. */
function AsFile(): VNode {
  const { library } = useApp();
  const project = useAppState((state) => state.project);
  const [base] = askedOf(library, { ...project, plans: [], together: false });
  const text =
    base.file?.text ??
    `winterflow: 1\nname: ${base.name}\nsystem: ${project.system}\nwinter: ${project.winter}\n`;
  return (
    <details class="nhsuk-details card-details">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">Show as YAML</span>
      </summary>
      <div class="nhsuk-details__text">
        <p>The base as a scenario file: only what you changed stands in it.</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
        <pre class="table-scroll yaml" tabIndex={0}>
          {text}
        </pre>
        <button
          class="nhsuk-button nhsuk-button--secondary"
          type="button"
          onClick={() => saveFile('base.yaml', 'application/yaml', text)}
        >
          Download base.yaml
        </button>
      </div>
    </details>
  );
}
