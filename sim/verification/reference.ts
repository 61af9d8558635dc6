// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: 'aac2430552d54b7d0ec3abbaba986b5ef086299c9093fb085c201a38e255e49b',
  results: '8f2cb1e71ad99d4514a6be5c685f824bb2c0e73bd0c715daa0d5e6e39380536e',
};
