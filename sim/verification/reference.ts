// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: '786f69ac8c400696c68c80f090d07b7ed77f7653dd1fb7becbde0c1cba98ef40',
  results: '891f6bd8eeeb412624c57fb58ae6e9c6a85cb293e16ceb48210331c37d27cd65',
};
