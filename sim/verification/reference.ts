// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: 'f55ddf091e1b98a64c7175602a352010bd4c860013b583ec78d2c546bb76110e',
  results: '0808f7ba753bed55d51e3c6d71aba5fc26e60145d537b7de8d53936b004a96aa',
};
