// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: '7faadc02cbfdc2736b5060e25570904e0cbf0e5dfcf2e300697fd6b39851f2dc',
  results: 'bec2600982bbcfc894f74ede737ed4e0eeb801b66e81acd89413e4fccf822e35',
};
