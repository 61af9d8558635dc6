// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: 'aac2430552d54b7d0ec3abbaba986b5ef086299c9093fb085c201a38e255e49b',
  results: '8dfa9b94907d3a98688045c750d07a23453cf5d3b3cf82e95525a97ad70d15c3',
};
