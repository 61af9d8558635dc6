// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: 'f55ddf091e1b98a64c7175602a352010bd4c860013b583ec78d2c546bb76110e',
  results: '44f3af7ea2a0ce9155ba24be30a93ba2e9504dcd657d0c0d798822c534140d4d',
};
