// sim/verification/least-squares.ts: ordinary least squares with a few regressors.

/**
 * Coefficients that fit values best: rows of regressors against one value each.
 * @throws RangeError when regressors cannot be told apart
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  values: readonly number[],
): number[] {
  const size = rows[0].length;
  const system = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
  rows.forEach((row, k) => {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) system[i][j] += row[i] * row[j];
      system[i][size] += row[i] * values[k];
    }
  });
  return solve(system);
}

/** Solves a system of equations (right side in the last column) by elimination with pivots. */
function solve(system: number[][]): number[] {
  const size = system.length;
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let j = i + 1; j < size; j++) {
      if (Math.abs(system[j][i]) > Math.abs(system[pivot][i])) pivot = j;
    }
    [system[i], system[pivot]] = [system[pivot], system[i]];
    if (system[i][i] === 0) throw new RangeError(`Regressor ${i} of ${size} adds nothing.`);
    for (let j = 0; j < size; j++) {
      if (j === i) continue;
      const factor = system[j][i] / system[i][i];
      for (let k = i; k <= size; k++) system[j][k] -= factor * system[i][k];
    }
  }
  return system.map((row, i) => row[size] / row[i]);
}
