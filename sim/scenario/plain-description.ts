// sim/scenario/plain-description.ts: a description without the references by which the project keeps
// account of its requirements (docs/coverage.md), for people who choose a plan.

const ID = String.raw`(?:IV|SYS|W|T)\d+`;
const LINES = String.raw`\d{3}(?: [LC]\d+(?:-\d+)?(?:, L\d+(?:-\d+)?)*)?`;
const REFERENCE = `(?:${ID}|${LINES})`;
const REFERENCES = new RegExp(`^${REFERENCE}(?:(?:, |; | and )${REFERENCE})*(?:[:;,] |$)`);
const BEGINNING = new RegExp(
  String.raw`^${ID}(?:, review area \d)?(?: \(${LINES}\))?(?:[.,:] | (?=as ))`,
);

/** "IV5. Beds cut (002 L1432; as planned)." becomes "Beds cut (as planned)." */
export function plainDescription(text: string): string {
  const plain = text.replace(BEGINNING, '').replace(/ ?\(([^()]*)\)/g, (whole, inside: string) => {
    const rest = inside.replace(REFERENCES, '');
    if (rest === inside) return whole;
    return rest === '' ? '' : ` (${rest})`;
  });
  return plain.slice(0, 1).toUpperCase() + plain.slice(1);
}
