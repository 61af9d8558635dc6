// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: '7faadc02cbfdc2736b5060e25570904e0cbf0e5dfcf2e300697fd6b39851f2dc',
  results: '7b0896ddcf2a5113ffcf897e0dbf904251abb01e656cb243d8890931c0a280b9',
};
