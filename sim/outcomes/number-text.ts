// sim/outcomes/number-text.ts: numbers in tables of results: short, and never so that rounding them again
// shows another number than rounding the true one.

const DIGITS = 10; // significant
/** What people are shown has fewer digits than this, so that a number of so many is no tie for them. */
const TIE_DIGITS = 9;

/**
 * A number as text: 10 significant digits, or all of them where 10 make a rounder number of it.
 * 4461.49999999999 is 4461 beds and 4461.5, its 10 digits, would be 4462.
 */
export function numberText(value: number): string {
  const text = String(Number(value.toPrecision(DIGITS)));
  return digitsOf(text) >= TIE_DIGITS ? text : String(value);
}

function digitsOf(text: string): number {
  const [digits] = text.split('e');
  return digits.replace(/\D/g, '').replace(/^0+/, '').length;
}
