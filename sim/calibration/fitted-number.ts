// sim/calibration/fitted-number.ts: one number of a fitted system, and where it comes from.

/** A number or a list of a system file; a list is shown by its mean and range. */
export interface FittedNumber {
  path: string;
  value: number;
  /** 95 % interval, where the data give one. */
  low: number | null;
  high: number | null;
  /** What it was fitted to; for a default, why it could not be. */
  basis: string;
  confidence: 'computed' | 'fitted' | 'derived' | 'default';
}
