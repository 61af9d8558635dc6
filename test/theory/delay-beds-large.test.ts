// test/theory/delay-beds-large.test.ts: V10 for 500 beds from 95 to 98 %, and 560 at 92 %.

import { describeBeds } from './delay-beds.js';

describeBeds({
  beds: 500,
  occupancyShare: 0.95,
  stays: 34_000,
  printedShare: '.176964',
  printedWait: '1.0193',
  printedOver: [[4, '.088367']],
});

describeBeds({
  beds: 500,
  occupancyShare: 0.97,
  stays: 39_000,
  printedShare: '.387758',
  printedWait: '3.7225',
  printedOver: [
    [4, '.255626'],
    [12, '.111095'],
  ],
});

describeBeds({
  beds: 500,
  occupancyShare: 0.98,
  stays: 46_000,
  printedShare: '.546673',
  printedWait: '7.8721',
});

describeBeds({
  beds: 560,
  occupancyShare: 0.92,
  stays: 81_000,
  printedShare: '.031554',
  printedWait: '.1014',
});
