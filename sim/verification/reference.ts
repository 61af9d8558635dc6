// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: '7faadc02cbfdc2736b5060e25570904e0cbf0e5dfcf2e300697fd6b39851f2dc',
  results: '9daa24eb47ff40e6bbbf2d77d6801750508593d3501469b6867888119599200b',
};
