// sim/verification/reference.ts: hashes of the reference run; written by `npm run golden`.

export const REFERENCE = {
  model: '786f69ac8c400696c68c80f090d07b7ed77f7653dd1fb7becbde0c1cba98ef40',
  results: '2505123202af9db6bb6b6dfaa03412fb9b11b66ea80e9d1ae9324e69b4468c97',
};
