// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: '786f69ac8c400696c68c80f090d07b7ed77f7653dd1fb7becbde0c1cba98ef40',
  results: 'a9eb74d57d66dde25ea4ec1b41d15aa3bb17f0b42e77cd9c3785bf577494e604',
};
