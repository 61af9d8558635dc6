// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: 'aac2430552d54b7d0ec3abbaba986b5ef086299c9093fb085c201a38e255e49b',
  results: '8f2d25ac2e39fd5771db5a9254da8010a63315bfe5d080e5c72b5f531e18cc65',
};
