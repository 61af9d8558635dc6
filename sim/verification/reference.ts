// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: 'aac2430552d54b7d0ec3abbaba986b5ef086299c9093fb085c201a38e255e49b',
  results: '46fd485eb43aaec63370b1f7a5e23bac861ad395179d14b327359c39fa650066',
};
