// web/controls/settings-form.tsx: a form made from a schema: whatever a scenario file may hold at a
// place can be typed here, and gets the sentences that the file would get.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { z } from 'zod';
import { describeSchema } from '../../sim/scenario/schema-words.js';
import { ListPreview, namesOfList } from '../charts/list-preview.js';
import type { FieldError } from '../state/check-project.js';
import { dayText, fieldLabel } from '../state/field-words.js';
import { isFields } from '../state/plan-parts.js';
import type { Fields } from '../state/project.js';
import {
  bare,
  flowText,
  flowValue,
  isSeries,
  numbersIn,
  pastedCells,
  plainText,
  sentence,
  simpleValue,
} from '../state/setting-values.js';
import { FieldErrors, fieldId } from './error-summary.js';

/** Shortest list that is drawn. */
const LIST_SHOWN = 5;

export interface SettingsProps {
  schema: z.ZodObject;
  value: Fields;
  /** Path of the value, as errors name it. */
  field: string;
  errors: readonly FieldError[];
  /** @param field the field that was typed into */
  onChange: (value: Fields, field: string) => void;
  /** Fields to show; all by default. */
  only?: (key: string) => boolean;
  /** What else is known of a value, by its field: typical range, source. */
  note?: (field: string) => string | null;
}

/** The fields of an object, each with its words and range. */
export function SettingsFields(props: SettingsProps): VNode {
  const { schema, value, field, errors, onChange, only = () => true, note } = props;
  const shape = Object.entries(schema.shape as Record<string, z.ZodType>);
  return (
    <div class="settings">
      {shape
        .filter(([key]) => only(key))
        .map(([key, given]) => (
          <Setting
            name={key}
            given={given}
            value={value[key]}
            field={`${field}.${key}`}
            errors={errors}
            note={note}
            onChange={(next, typed) => onChange(withField(value, key, next), typed)}
          />
        ))}
    </div>
  );
}

/** An object with one field replaced; without it when there is nothing in it any more. */
function withField(value: Fields, key: string, next: unknown): Fields {
  if (next !== undefined) return { ...value, [key]: next };
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

interface SettingProps {
  note?: (field: string) => string | null;
  name: string;
  given: z.ZodType;
  value: unknown;
  field: string;
  errors: readonly FieldError[];
  onChange: (value: unknown, field: string) => void;
}

function Setting(props: SettingProps): VNode {
  const { given, name, value, field, errors, note, onChange } = props;
  const schema = bare(given);
  const isOptional = given instanceof z.ZodOptional;
  if (schema instanceof z.ZodObject) {
    return <Group {...props} schema={schema} isOptional={isOptional} />;
  }
  const text = given.description ?? schema.description;
  const isSimple = [z.ZodNumber, z.ZodString, z.ZodEnum, z.ZodBoolean].some(
    (kind) => schema instanceof kind,
  );
  const common = { name, field, errors, value, text, isOptional, note, onChange };
  if (schema instanceof z.ZodEnum || schema instanceof z.ZodBoolean) {
    const options = schema instanceof z.ZodEnum ? schema.options.map(String) : ['true', 'false'];
    return <Choice {...common} options={options} isBoolean={schema instanceof z.ZodBoolean} />;
  }
  return <Typed {...common} schema={schema} isSimple={isSimple} />;
}

/** Fields that belong together: a range in one row, other objects under their name. */
function Group(props: SettingProps & { schema: z.ZodObject; isOptional: boolean }): VNode {
  const { schema, given, name, value, field, errors, note, isOptional, onChange } = props;
  const isThere = isFields(value);
  const isRange = 'likely' in schema.shape;
  const label = fieldLabel(name);
  const text = given.description ?? schema.description;
  return (
    <fieldset class={`nhsuk-fieldset setting ${isRange ? 'setting-range' : groupClass(schema)}`}>
      <legend class="nhsuk-fieldset__legend">{label}</legend>
      {text && <div class="nhsuk-hint">{sentence(text)}</div>}
      <FieldErrors field={field} errors={errors} />
      {isOptional && (
        <label class="setting-switch">
          <input
            type="checkbox"
            checked={isThere}
            onChange={(event) => onChange(event.currentTarget.checked ? {} : undefined, field)}
          />{' '}
          {label}: set
        </label>
      )}
      {(isThere || !isOptional) && (
        <SettingsFields
          schema={schema}
          value={isThere ? value : {}}
          field={field}
          errors={errors}
          note={note}
          onChange={onChange}
        />
      )}
    </fieldset>
  );
}

/** A group of one field takes no row for itself. */
function groupClass({ shape }: z.ZodObject): string {
  return Object.keys(shape).length === 1 ? 'setting-single' : 'setting-group';
}

interface FieldProps {
  note?: (field: string) => string | null;
  name: string;
  field: string;
  errors: readonly FieldError[];
  value: unknown;
  text: string | undefined;
  isOptional: boolean;
  onChange: (value: unknown, field: string) => void;
}

function Typed(props: FieldProps & { schema: z.ZodType; isSimple: boolean }): VNode {
  const { name, field, errors, value, text, isOptional, onChange, schema, isSimple } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const id = fieldId(field);
  const isNumber = schema instanceof z.ZodNumber;
  const isWrong = errors.some((error) => error.field === field);
  const shown = isSimple ? plainText(value) : value === undefined ? '' : flowText(value);
  const allowed = isNumber ? describeSchema(schema) : '';
  const day = typeof value === 'string' ? dayText(value) : '';
  const known = props.note?.(field) ?? null;
  const hint = [text && sentence(text), allowed && sentence(allowed), day !== value && day, known];
  const numbers = numbersIn(value);
  return (
    <div class={`nhsuk-form-group setting ${isWrong ? 'nhsuk-form-group--error' : ''}`}>
      <label class="nhsuk-label" for={id}>
        {fieldLabel(name)}
        {isOptional && <span class="optional"> (may be left empty)</span>}
      </label>
      <FieldErrors field={field} errors={errors} />
      <input
        class={`nhsuk-input ${isNumber ? 'nhsuk-input--width-5' : ''} ${isWrong ? 'nhsuk-input--error' : ''}`}
        id={id}
        type="text"
        inputMode={isNumber ? 'decimal' : 'text'}
        autocomplete="off"
        spellcheck={false}
        value={draft ?? shown}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint${isWrong ? ` ${id}-error` : ''}`}
        onPaste={(event) => {
          const cells = schema instanceof z.ZodArray ? pastedCells(event.clipboardData) : null;
          if (cells === null) return;
          event.preventDefault();
          onChange(cells, field);
        }}
        // Until the field is left the text is a draft, which nothing else that is drawn may undo.
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setDraft(null);
          if (typed === '' && isOptional) onChange(undefined, field);
          else onChange(isSimple ? simpleValue(schema, typed) : flowValue(typed), field);
        }}
      />
      <div class="nhsuk-hint choice-hint" id={`${id}-hint`}>
        {hint.filter((part) => part).join(' ')}
      </div>
      {numbers.length >= LIST_SHOWN && isSeries(schema) && (
        <ListPreview
          values={numbers}
          names={namesOfList(numbers.length)}
          label={`${fieldLabel(name)}: ${numbers.join(', ')}`}
        />
      )}
    </div>
  );
}

function Choice(props: FieldProps & { options: string[]; isBoolean: boolean }): VNode {
  const { name, field, errors, value, text, isOptional, onChange, options, isBoolean } = props;
  const id = fieldId(field);
  const isWrong = errors.some((error) => error.field === field);
  const given = value === undefined ? '' : String(value);
  const words = isBoolean ? { true: 'yes', false: 'no' } : {};
  return (
    <div class={`nhsuk-form-group setting ${isWrong ? 'nhsuk-form-group--error' : ''}`}>
      <label class="nhsuk-label" for={id}>
        {fieldLabel(name)}
      </label>
      <FieldErrors field={field} errors={errors} />
      <select
        class="nhsuk-select"
        id={id}
        value={given}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          const next = isBoolean ? chosen === 'true' : chosen;
          onChange(chosen === '' ? undefined : next, field);
        }}
      >
        {(isOptional || !options.includes(given)) && <option value="">not set</option>}
        {options.map((option) => (
          <option value={option}>
            {words[option as keyof typeof words] ?? optionText(option)}
          </option>
        ))}
      </select>
      <div class="nhsuk-hint choice-hint" id={`${id}-hint`}>
        {text && sentence(text)}
      </div>
    </div>
  );
}

function optionText(option: string): string {
  return option.length > 1 ? fieldLabel(option) : option;
}
