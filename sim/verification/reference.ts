// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: '13c57d03969e05157b9c461a4d096cf62105751f794be413977cc9cc352788b4',
  results: '1577f335ecd899d31fa3d66748f6142b59f8c05b8c5faf506394d3828a4ba0a8',
};
