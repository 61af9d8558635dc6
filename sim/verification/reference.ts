// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: '13c57d03969e05157b9c461a4d096cf62105751f794be413977cc9cc352788b4',
  results: '65ffb0b41713d6e04e6d55d0963ed41c5442e31cdfe284fa2b9f6b1dc8320a98',
};
