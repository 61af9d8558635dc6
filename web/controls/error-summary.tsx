// web/controls/error-summary.tsx: what must be put right before a run, each with a way to its field.

import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { goTo } from '../state/address.js';
import type { Field, FieldError } from '../state/check-project.js';
import { INPUT_PARTS } from '../state/inputs.js';

const SHOWN_MOST = 6;

/** Id of the element that a field's errors lead to. */
export function fieldId(field: Field): string {
  return `field-${field}`;
}

/** The errors of the form; takes the focus when it appears. */
export function ErrorSummary({
  errors,
  title = 'The run cannot start yet',
}: {
  errors: readonly FieldError[];
  title?: string;
}): VNode {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.focus(), [errors]);
  const more = errors.length - SHOWN_MOST;
  return (
    <div
      class="nhsuk-error-summary"
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary-title"
    >
      <h2 class="nhsuk-error-summary__title" id="error-summary-title">
        {title}
      </h2>
      <div class="nhsuk-error-summary__body">
        <ul class="nhsuk-list nhsuk-error-summary__list">
          {errors.slice(0, SHOWN_MOST).map(({ field, message }) => (
            <li>
              <a
                href={`#${fieldId(field)}`}
                onClick={(event) => {
                  event.preventDefault();
                  leadTo(field);
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
        {more > 0 && <p>… and {more} more.</p>}
      </div>
    </div>
  );
}

/** The page on which a field is. */
function pageOf(field: Field): string {
  if (['replications', 'precision', 'seed'].includes(field)) return 'run';
  return field.startsWith('input.') ? 'inputs' : 'scenarios';
}

/** The part of the inputs in which a field is. */
function inputPartOf(field: Field): string {
  const [, name] = field.split('.');
  return INPUT_PARTS.find((part) => part.field === name)?.name ?? '';
}

/** Goes to the page of a field and puts the focus into it, or into the nearest place around it. */
function leadTo(field: Field): void {
  const page = pageOf(field);
  if (page === 'inputs') goTo(`inputs?part=${inputPartOf(field)}`);
  else goTo(page);
  const tries = 20;
  const focus = (left: number): void => {
    for (let at = field; at !== ''; at = at.replace(/(^|[.[])[^.[]*$/, '')) {
      const found = document.getElementById(fieldId(at));
      if (found?.offsetParent) {
        found.scrollIntoView({ block: 'center' });
        return found.focus();
      }
    }
    if (left > 0) requestAnimationFrame(() => focus(left - 1)); // the page is being opened
  };
  focus(tries);
}

/** The errors of one field, beside it. */
export function FieldErrors({
  field,
  errors,
  isStart = false,
}: {
  field: Field;
  errors: readonly FieldError[];
  /** Also those of every field whose path begins so. */
  isStart?: boolean;
}): VNode | null {
  const own = errors.filter((error) =>
    isStart ? error.field.startsWith(field) : error.field === field,
  );
  if (own.length === 0) return null;
  return (
    <span class="nhsuk-error-message" id={`${fieldId(field)}-error`}>
      {own.slice(0, SHOWN_MOST).map(({ message }) => (
        <span class="field-error">
          <span class="nhsuk-u-visually-hidden">Error: </span>
          {message}
        </span>
      ))}
    </span>
  );
}
