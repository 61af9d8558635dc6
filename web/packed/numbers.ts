// web/packed/numbers.ts: columns of numbers as short texts that a compressor makes shorter still, and that
// restore every bit. What stands in the built page is written once, by the build, and read by the page.
//
// A column is first made whole numbers: so many twentieths, say, and how many of the numbers that a computer knows
// lie between that and the value (1.9000000000000001 is one beyond 1.9). Then each is what it is more than
// the one before, and that in letters: most days differ little, so most take one letter.

/** Letters that need no escape in a script; the first are ends of a number, the others go on. */
const LETTERS =
  ' !#%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
const ENDS = 60;
const MORE = LETTERS.length - ENDS;
const WHOLE_MOST = 2 ** 51; // twice as much, and one, is still whole
/** Parts of which whole numbers are made: means of 20 winters are twentieths. */
const PARTS = [1, 2, 4, 20, 100, 1e3, 1e4, 1e6, 1e8, 1e10];

/** A column as it stands in the page: packed, or as it is where that would not be shorter. */
export type PackedNumbers = string | readonly (number | null)[];

/** Packs a column; one that holds nulls, or whose numbers have many digits, stays as it is. */
export function packNumbers(values: readonly (number | null)[]): PackedNumbers {
  const { length } = JSON.stringify(values);
  const texts = PARTS.flatMap((parts, which) => {
    const whole = values.map((value) => Math.round((value ?? Number.NaN) * parts));
    const steps = values.map((value, i) => stepsTo(value ?? Number.NaN, whole[i] / parts));
    const isWhole = (one: number): boolean => Math.abs(one) <= WHOLE_MOST && !Object.is(one, -0);
    if (![...whole, ...steps].every(isWhole)) return [];
    const isExact = steps.every((one) => one === 0);
    return [lettersOf([which, values.length, ...rises(whole), ...(isExact ? [] : steps)])];
  });
  const shortest = texts.reduce<string | null>(
    (best, text) => (text.length < (best?.length ?? length) ? text : best),
    null,
  );
  return shortest ?? values;
}

/** The column of a packed one. */
export function unpackNumbers(packed: PackedNumbers): (number | null)[] {
  if (typeof packed !== 'string') return [...packed];
  const [which, count, ...numbers] = numbersOf(packed);
  let whole = 0;
  return Array.from({ length: count }, (_, i) => {
    whole += numbers[i];
    return stepped(whole / PARTS[which], numbers[count + i] ?? 0);
  });
}

/** The same of a column that holds no null. */
export function unpackDefined(packed: PackedNumbers): number[] {
  return unpackNumbers(packed) as number[];
}

const view = new DataView(new ArrayBuffer(8));

/** How many numbers that a computer knows lie from one value to another of the same sign. */
export function stepsTo(value: number, from: number): number {
  view.setFloat64(0, value);
  const bits = view.getBigInt64(0);
  view.setFloat64(0, from);
  return Number(bits - view.getBigInt64(0));
}

/** The value so many of those numbers away. */
export function stepped(from: number, steps: number): number {
  if (steps === 0) return from;
  view.setFloat64(0, from);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(steps));
  return view.getFloat64(0);
}

function rises(whole: readonly number[]): number[] {
  return whole.map((one, i) => one - (i === 0 ? 0 : whole[i - 1]));
}

/** Whole numbers as letters: 0, -1, 1, -2 … take the first ones; larger ones take several. */
function lettersOf(numbers: readonly number[]): string {
  let text = '';
  for (const number of numbers) {
    let left = number < 0 ? -2 * number - 1 : 2 * number;
    while (left >= ENDS) {
      left -= ENDS;
      text += LETTERS[ENDS + (left % MORE)];
      left = Math.floor(left / MORE);
    }
    text += LETTERS[left];
  }
  return text;
}

function numbersOf(text: string): number[] {
  const numbers: number[] = [];
  let sum = 0;
  let place = 1;
  for (const letter of text) {
    const digit = LETTERS.indexOf(letter);
    sum += digit * place;
    place *= MORE;
    if (digit >= ENDS) continue;
    numbers.push(sum % 2 === 0 ? sum / 2 : -(sum + 1) / 2);
    sum = 0;
    place = 1;
  }
  return numbers;
}
