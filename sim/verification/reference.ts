// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: '7faadc02cbfdc2736b5060e25570904e0cbf0e5dfcf2e300697fd6b39851f2dc',
  results: '3fdacfb9b48411def9d12185bfbbfba5d84882fc08c208b8124e57178e298e4e',
};
