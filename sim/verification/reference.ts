// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: '786f69ac8c400696c68c80f090d07b7ed77f7653dd1fb7becbde0c1cba98ef40',
  results: 'ccba0f7150998b21d8f45f3830d99663c9107c29a27aae18377c09f22b98bfcc',
};
