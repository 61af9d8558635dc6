// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: '13c57d03969e05157b9c461a4d096cf62105751f794be413977cc9cc352788b4',
  results: '0712153123c04a20e2d9e5a0e254d7178f5450a37d32193638e2ad946eb1d799',
};
