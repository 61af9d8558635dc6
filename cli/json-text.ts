// cli/json-text.ts: JSON that may be damaged, before a schema checks it.

/** The value of a text of JSON; undefined when it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
