// Types of packages that ship none: only what Winterflow calls.

declare module 'seedrandom/lib/xor4096.js' {
  interface Generator {
    int32(): number;
  }
  export default function xor4096(seed: string): Generator;
}

declare module 'jstat' {
  interface Distribution1 {
    inv(p: number, a: number): number;
    cdf(x: number, a: number): number;
  }
  interface Distribution2 {
    inv(p: number, a: number, b: number): number;
    cdf(x: number, a: number, b: number): number;
  }
  const jStat: {
    normal: Distribution2;
    gamma: Distribution2;
    beta: Distribution2;
    studentt: Distribution1;
    chisquare: Distribution1;
    gammaln(x: number): number;
  };
  export default jStat;
}
