// web/controls/hospital-search.tsx: a hospital or trust, found by a part of its name or its code.

import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { trustsNamed, trustsOf } from '../../sim/calibration/trusts.js';
import type { Library } from '../../sim/scenario/library.js';
import { optionsOf } from '../state/choices.js';

export interface HospitalSearchProps {
  id: string;
  library: Library;
  onChoose: (system: string) => void;
}

/** A hospital that can be chosen. */
export interface Hospital {
  system: string;
  name: string;
  /** How well it is known, in words. */
  note: string;
}

const FOUND_SHOWN = 6;

/** A text field, and what it finds as buttons. */
export function HospitalSearch({ id, library, onChoose }: HospitalSearchProps): VNode {
  const hospitals = useMemo(() => hospitalsOf(library), [library]);
  const [text, setText] = useState('');
  const found = hospitalsNamed(library, hospitals, text);
  return (
    <div class="hospital-search">
      <label class="nhsuk-label" for={id}>
        Name of the hospital or trust, or its code
      </label>
      <input
        class="nhsuk-input"
        id={id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        value={text}
        aria-describedby={`${id}-found`}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="nhsuk-hint choice-hint" id={`${id}-found`} role="status">
        {foundText(hospitals, found, text)}
      </p>
      <ul class="hospital-list">
        {found.slice(0, FOUND_SHOWN).map(({ system, name, note }) => (
          <li>
            <button class="link-button" type="button" onClick={() => onChoose(system)}>
              {name}
            </button>
            <span class="hospital-note">{note}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The systems of the library, then its trusts. */
export function hospitalsOf(library: Library): Hospital[] {
  const systems = optionsOf(library, 'system').map(({ value, label }) => ({
    system: value,
    name: label,
    note: 'described in this version',
  }));
  const trusts = trustsOf(library).map(({ code, name, grade, winter, reasons }) => ({
    system: code,
    name: `${name} (${code})`,
    note: `fitted to winter ${winter}, grade ${grade}${reasons === '' ? '' : `: ${reasons}`}`,
  }));
  return [...systems, ...trusts];
}

/** Hospitals that a text means; none while nothing is typed. */
export function hospitalsNamed(
  library: Library,
  hospitals: readonly Hospital[],
  text: string,
): Hospital[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const codes = trustsNamed(trustsOf(library), wanted).map(({ code }) => code);
  return hospitals.filter(
    ({ system, name }) => codes.includes(system) || name.toLowerCase().includes(wanted),
  );
}

function foundText(all: readonly Hospital[], found: readonly Hospital[], text: string): string {
  if (text.trim() === '')
    return `${all.length} hospitals and trusts, such as “Wye Valley” or “RLQ”.`;
  if (found.length === 0) return `No hospital or trust is called “${text.trim()}”.`;
  const more = found.length > FOUND_SHOWN ? `, of which ${FOUND_SHOWN} are shown` : '';
  return `${found.length} found${more}. Choose one:`;
}
