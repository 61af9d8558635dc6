// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: 'aac2430552d54b7d0ec3abbaba986b5ef086299c9093fb085c201a38e255e49b',
  results: '95c596d2d282813789a0a6bf047215aa577649763a765c0ea7e8d450d375560b',
};
