// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: 'aac2430552d54b7d0ec3abbaba986b5ef086299c9093fb085c201a38e255e49b',
  results: '123d1339007e6159fcf12b82481ef8d46c930e95c81c5d7ca44fa7ac51fd2524',
};
