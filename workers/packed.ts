// workers/packed.ts: the result of a replication as bytes, for journals and queues, and back, exactly.
//
// A line of JSON tells the shape (names and lengths), then come the numbers as doubles. Bytes of equal
// weight stand together, because counts repeat them and compress well so. What comes back is checked
// against its shape: bytes from elsewhere can be wrong or made to harm.

import { z } from 'zod';
import { DELAY_CELLS } from '../sim/hospital/delays.js';
import { DAILY, OUTCOMES } from '../sim/outcomes/keys.js';
import type { Measured } from '../sim/outcomes/measures.js';
import { RUN_DAYS_MAX, SITES_MAX } from '../sim/scenario/schema.js';
import { UNITS_MAX } from '../sim/scenario/schema-units.js';

const NAMES_MAX = 400; // services or actions: 20 sites with 20 each
const NAME_MAX = 200;
const BYTES = 8;
const LINE_END = 10;

const nameSchema = z.string().max(NAME_MAX);
const shapeSchema = z.strictObject({
  sites: z.int().min(0).max(SITES_MAX),
  services: z.array(nameSchema).max(NAMES_MAX),
  units: z
    .array(z.strictObject({ name: nameSchema, visits: z.boolean() }))
    .max(UNITS_MAX * SITES_MAX),
  actions: z.array(nameSchema).max(NAMES_MAX),
  days: z.int().min(1).max(RUN_DAYS_MAX),
});

/** Names and lengths of a result; all replications of a scenario have one. */
export type Shape = z.infer<typeof shapeSchema>;

const SERVICE_COUNTS = ['eligible', 'reached', 'changed'] as const;
const ACTION_COUNTS = ['calls', 'days', 'bedDays', 'patients'] as const;
const UNIT_COUNTS = [
  'attendances',
  'clocked',
  'within4h',
  'begun',
  'within2h',
  'sentOn',
  'foundClosed',
] as const;

/** The shape of a result. */
export function shapeOf({ sites, services, units = [], actions, daily }: Measured): Shape {
  return {
    sites: sites.length,
    services: services.map(({ name }) => name),
    units: units.map(({ name, visits }) => ({ name, visits })),
    actions: actions.map(({ name }) => name),
    days: daily[0].length,
  };
}

/** Numbers of a result that stand before its daily series. */
export function widthOf({ sites, services, units, actions }: Shape): number {
  const named =
    services.length * SERVICE_COUNTS.length +
    units.length * UNIT_COUNTS.length +
    actions.length * ACTION_COUNTS.length;
  return 1 + OUTCOMES.length * (1 + sites) + DELAY_CELLS + named;
}

/** The numbers of a result before its daily series, in the order of its shape. */
export function valuesOf(measured: Measured): number[] {
  const { eventsCount, outcomes, sites, delays, services, units = [], actions } = measured;
  return [
    eventsCount,
    ...outcomes,
    ...sites.flatMap((site) => [...site]),
    ...delays,
    ...services.flatMap((service) => SERVICE_COUNTS.map((key) => service[key])),
    ...units.flatMap((unit) => UNIT_COUNTS.map((key) => unit[key])),
    ...actions.flatMap((action) => ACTION_COUNTS.map((key) => action[key])),
  ];
}

/** A result whose numbers stand in one array; its daily series are loaded when they are needed. */
export class Row implements Measured {
  daily: Float64Array[] = [];

  constructor(
    private readonly shape: Shape,
    private readonly values: Float64Array,
  ) {}

  get eventsCount(): number {
    return this.values[0];
  }

  get outcomes(): Float64Array {
    return this.part(1, OUTCOMES.length);
  }

  get sites(): Float64Array[] {
    return Array.from({ length: this.shape.sites }, (_, site) =>
      this.part(1 + OUTCOMES.length * (1 + site), OUTCOMES.length),
    );
  }

  get delays(): Float64Array {
    return this.part(1 + OUTCOMES.length * (1 + this.shape.sites), DELAY_CELLS);
  }

  get services(): Measured['services'] {
    const from = this.afterDelays();
    return this.shape.services.map((name, i) => ({
      name,
      ...this.counts(SERVICE_COUNTS, from, i),
    }));
  }

  get units(): Measured['units'] {
    const { services, units } = this.shape;
    const from = this.afterDelays() + services.length * SERVICE_COUNTS.length;
    return units.map((unit, i) => ({ ...unit, ...this.counts(UNIT_COUNTS, from, i) }));
  }

  get actions(): Measured['actions'] {
    const { services, units, actions } = this.shape;
    const from =
      this.afterDelays() +
      services.length * SERVICE_COUNTS.length +
      units.length * UNIT_COUNTS.length;
    return actions.map((name, i) => ({ name, ...this.counts(ACTION_COUNTS, from, i) }));
  }

  private afterDelays(): number {
    return 1 + OUTCOMES.length * (1 + this.shape.sites) + DELAY_CELLS;
  }

  private part(from: number, length: number): Float64Array {
    return this.values.subarray(from, from + length);
  }

  private counts<K extends string>(keys: readonly K[], from: number, i: number): Record<K, number> {
    const at = from + i * keys.length;
    return Object.fromEntries(keys.map((key, k) => [key, this.values[at + k]])) as Record<
      K,
      number
    >;
  }
}

/** A result as bytes: equal results have equal bytes, on any machine. */
export function pack(measured: Measured): Uint8Array {
  const shape = shapeOf(measured);
  const head = new TextEncoder().encode(JSON.stringify(shape));
  const values = valuesOf(measured);
  const count = values.length + DAILY.length * shape.days;
  if (values.length !== widthOf(shape) || measured.daily.length !== DAILY.length) {
    throw new RangeError(`A result of ${values.length} numbers does not fit its shape.`);
  }
  const numbers = new Float64Array(count);
  numbers.set(values);
  measured.daily.forEach((series, s) => {
    if (series.length !== shape.days) {
      throw new RangeError(`A series of ${series.length} days stands among ${shape.days}.`);
    }
    numbers.set(series, values.length + s * shape.days);
  });
  const packed = new Uint8Array(head.length + 1 + count * BYTES);
  packed.set(head);
  packed[head.length] = LINE_END;
  transpose(bytesOf(numbers), packed.subarray(head.length + 1), count, BYTES);
  return packed;
}

/**
 * The result that bytes hold, with its daily series.
 * @throws RangeError when they are not those of a result
 */
export function unpack(packed: Uint8Array): Row {
  const end = packed.indexOf(LINE_END);
  const shape = shapeSchema.safeParse(jsonOf(packed.subarray(0, Math.max(end, 0))));
  if (!shape.success) throw new RangeError('It does not begin with the shape of a result.');
  const width = widthOf(shape.data);
  const count = width + DAILY.length * shape.data.days;
  const body = packed.subarray(end + 1);
  if (body.length !== count * BYTES) {
    throw new RangeError(
      `It holds ${body.length} bytes of numbers; its shape needs ${count * BYTES}.`,
    );
  }
  const numbers = new Float64Array(count);
  transpose(body, bytesOf(numbers), BYTES, count);
  const row = new Row(shape.data, numbers.subarray(0, width));
  const { days } = shape.data;
  row.daily = DAILY.map((_, s) => numbers.subarray(width + s * days, width + (s + 1) * days));
  return row;
}

/** Bytes of a packed result at most; more is refused before it is unpacked. */
export const PACKED_BYTES_MAX = 2e6 + BYTES * (OUTCOMES.length * 21 + DAILY.length * RUN_DAYS_MAX);

function bytesOf(numbers: Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** Turns `rows` rows of `columns` bytes into columns; doubles are little-endian wherever this runs. */
function transpose(from: Uint8Array, to: Uint8Array, rows: number, columns: number): void {
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) to[column * rows + row] = from[row * columns + column];
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
