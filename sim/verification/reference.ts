// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: 'aac2430552d54b7d0ec3abbaba986b5ef086299c9093fb085c201a38e255e49b',
  results: 'dad0c1573ab30a74f9af81a52ce69d639d59ed34971d42fd71c4d1ae44c44a13',
};
