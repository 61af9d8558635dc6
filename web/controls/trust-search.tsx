// web/controls/trust-search.tsx: a trust of the library, found by a part of its name or its code.

import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { type TrustRow, trustsNamed, trustsOf } from '../../sim/calibration/trusts.js';
import type { Library } from '../../sim/scenario/library.js';

export interface TrustSearchProps {
  library: Library;
  /** System chosen now, perhaps a trust. */
  system: string;
  onChoose: (code: string) => void;
}

const FOUND_SHOWN = 5;

/** A text field with suggestions; a text that means one trust chooses it. Nothing without trusts. */
export function TrustSearch({ library, system, onChoose }: TrustSearchProps): VNode | null {
  const rows = useMemo(() => trustsOf(library), [library]);
  const [text, setText] = useState('');
  if (rows.length === 0) return null;
  const search = (typed: string): void => {
    setText(typed);
    // A suggestion stands as "Name (CODE)".
    const wanted = /\((\w+)\)$/.exec(typed)?.[1] ?? typed;
    const found = trustsNamed(rows, wanted);
    if (found.length === 1) onChoose(found[0].code);
  };
  return (
    <div class="nhsuk-form-group">
      <label class="nhsuk-label" for="trust-search">
        Or find a trust
      </label>
      <input
        class="nhsuk-input"
        id="trust-search"
        type="search"
        list="trust-names"
        autocomplete="off"
        spellcheck={false}
        value={text}
        aria-describedby="trust-search-hint"
        onInput={(event) => search(event.currentTarget.value)}
      />
      <datalist id="trust-names">
        {rows.map(({ code, name }) => (
          <option value={`${name} (${code})`} />
        ))}
      </datalist>
      <div class="nhsuk-hint choice-hint" id="trust-search-hint" role="status">
        {hintOf(rows, text, system)}
      </div>
    </div>
  );
}

/** What was found, in words. */
export function hintOf(rows: readonly TrustRow[], text: string, system: string): string {
  const wanted = /\((\w+)\)$/.exec(text)?.[1] ?? text;
  const found = trustsNamed(rows, wanted);
  const chosen = found.length === 1 ? found[0] : rows.find(({ code }) => code === system);
  if (text.trim() !== '' && found.length === 0) return `No trust is called “${text.trim()}”.`;
  if (found.length > 1) {
    const names = found.slice(0, FOUND_SHOWN).map(({ code, name }) => `${name} (${code})`);
    return `${found.length} trusts: ${names.join(', ')}${found.length > FOUND_SHOWN ? ' …' : ''}`;
  }
  if (chosen === undefined) return `${rows.length} trusts, by a part of the name or the code.`;
  const why = chosen.reasons === '' ? '' : `: ${chosen.reasons}`;
  return `${chosen.name} (${chosen.code}), fitted to ${chosen.winter}, grade ${chosen.grade}${why}.`;
}
