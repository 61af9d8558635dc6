// test/inputs/scenario-files-profiles.test.ts: shares that must add up, profiles, distributions.

import { describe } from 'vitest';
import { accepts, changes, refuses } from './refuses.js';

describe('pathway shares', () => {
  const row = (values: string) => changes(`discharge: { pathwayShare: { '85+': [${values}] } }`);
  const at = '5:39: changes.discharge.pathwayShare.85+';
  const allowed = 'allowed: 4 shares that add up to 1; these add up to';
  refuses(
    'a sum of 0.999',
    row('0.56, 0.27, 0.10, 0.069'),
    `${at} is [0.56,0.27,0.1,0.069]; ${allowed} 0.999.`,
  );
  refuses(
    'a sum of 1.001',
    row('0.56, 0.27, 0.10, 0.071'),
    `${at} is [0.56,0.27,0.1,0.071]; ${allowed} 1.001.`,
  );
  refuses('a sum of 0', row('0, 0, 0, 0'), `${at} is [0,0,0,0]; ${allowed} 0.`);
  refuses(
    'a pathway left out',
    row('0.5, 0.5, 0'),
    `${at} has 3 values; allowed: 4 values, each a number from 0 to 1.`,
  );
});

describe('a profile by hour', () => {
  const hours = (count: number, value = 1) =>
    changes(`discharge: { hourShare: [${new Array(count).fill(value).join(',')}] }`);
  const at = '5:27: changes.discharge.hourShare';
  const allowed = 'allowed: 24 values, each a number from 0 to 1000000.';
  for (const count of [23, 25, 169]) {
    refuses(`${count} numbers`, hours(count), `${at} has ${count} values; ${allowed}`);
  }
  refuses(
    'nothing but zeros',
    hours(24, 0),
    `${at} is [${new Array(24).fill(0).join(',')}]; allowed: 24 weights, not all of them zero.`,
  );
  refuses(
    'a negative weight',
    changes(`discharge: { hourShare: [-1,${new Array(23).fill(1).join(',')}] }`),
    '5:28: changes.discharge.hourShare[0] is -1; allowed: a number from 0 to 1000000.',
  );
});

const stay = (body: string) => changes(`stays: { electiveDays: { distribution: ${body} } }`);
const AT = 'changes.stays.electiveDays';
const KINDS = 'fixed, exponential, lognormal, gamma, weibull, uniform, triangular, empirical';

describe('a distribution of stays', () => {
  const positive = 'allowed: a number above 0 and at most 1000000.';
  refuses('a mean of 0', stay('lognormal, mean: 0, cv: 1'), `5:59: ${AT}.mean is 0; ${positive}`);
  refuses(
    'a negative mean',
    stay('lognormal, mean: -3, cv: 1'),
    `5:59: ${AT}.mean is -3; ${positive}`,
  );
  refuses(
    'a median above the mean of a lognormal',
    stay('lognormal, mean: 3, median: 4'),
    `5:70: ${AT}.median is 4; allowed: at most the mean, 3 (a lognormal is skewed to the right).`,
  );
  refuses(
    'stays of no length',
    stay('fixed, value: 0'),
    `5:26: ${AT} is {"distribution":"fixed","value":0}, of mean 0; allowed: a mean above 0.`,
  );
  accepts('a median that is the mean', stay('lognormal, mean: 3, median: 3'));
  refuses(
    'both a median and a variation',
    stay('lognormal, mean: 3, median: 2, cv: 1'),
    `5:26: ${AT} is {"distribution":"lognormal","mean":3,"median":2,"cv":1}; ` +
      'allowed: either cv or median beside the mean.',
  );
  refuses(
    'a variation of zero',
    stay('gamma, mean: 3, cv: 0'),
    `5:62: ${AT}.cv is 0; allowed: a number from 0.02 to 4.`,
  );
  refuses(
    'high below low',
    stay('uniform, low: 5, high: 2'),
    `5:65: ${AT}.high is 2; allowed: above low, which is 5.`,
  );
  refuses(
    'a triangle out of order',
    stay('triangular, low: 1, likely: 5, high: 3'),
    `5:26: ${AT} is {"distribution":"triangular","low":1,"likely":5,"high":3}; ` +
      'allowed: low ≤ likely ≤ high, and low below high.',
  );
  refuses(
    'a misspelt kind',
    stay('lognormall, mean: 3, cv: 1'),
    `5:42: ${AT}.distribution is "lognormall"; allowed: ${KINDS} or mixture; ` +
      'did you mean "lognormal"?',
  );
  refuses(
    'no kind',
    changes('stays: { electiveDays: { mean: 3, cv: 1 } }'),
    `5:26: ${AT}.distribution is missing; allowed: ${KINDS} or mixture.`,
  );
  refuses(
    'a bare number',
    changes('stays: { electiveDays: 3 }'),
    `5:26: ${AT} is 3; allowed: a distribution: ${KINDS} or mixture.`,
  );
});

describe('an empirical distribution', () => {
  const empirical = (values: string, weights: string) =>
    stay(`empirical, values: [${values}], weights: [${weights}]`);
  const values = 'allowed: 2 to 10000 values, each a number from 0 to 1000000.';
  const weights = 'allowed: 2 to 10000 values, each a number from 0 to 1000000000.';
  refuses(
    'one value',
    empirical('1', '1'),
    `5:61: ${AT}.values has 1 value; ${values}`,
    `5:75: ${AT}.weights has 1 value; ${weights}`,
  );
  refuses(
    'no value',
    empirical('', ''),
    `5:61: ${AT}.values has 0 values; ${values}`,
    `5:74: ${AT}.weights has 0 values; ${weights}`,
  );
  refuses(
    'a negative weight',
    empirical('1, 2', '1, -1'),
    `5:82: ${AT}.weights[1] is -1; allowed: a number from 0 to 1000000000.`,
  );
  refuses(
    'values out of order',
    empirical('2, 1', '1, 1'),
    `5:65: ${AT}.values[1] is 1; allowed: above the value before it, 2.`,
  );
  refuses(
    'a weight too many',
    empirical('1, 2', '1, 1, 1'),
    `5:78: ${AT}.weights is [1,1,1]; allowed: as many weights as values, 2; there are 3.`,
  );
  refuses(
    'weights of zero',
    empirical('1, 2', '0, 0'),
    `5:78: ${AT}.weights is [0,0]; allowed: weights, not all of them zero.`,
  );
});

describe('a mixture', () => {
  const parts = (one: string, other: string) =>
    stay(`mixture, parts: [{ share: 0.5, of: ${one} }, { share: 0.4, of: ${other} }]`);
  const fixed = '{ distribution: fixed, value: 1 }';
  refuses(
    'shares that do not add up',
    parts(fixed, fixed),
    `5:58: ${AT}.parts is [{"share":0.5,"of":{"distribution":"fixed","value":1}},{"sh…; ` +
      'allowed: parts whose shares add up to 1; these add up to 0.9.',
  );
  refuses(
    'a part of an unknown kind, and another with a wrong mean',
    parts('{ distribution: fixd, value: 1 }', '{ distribution: gamma, mean: -2, cv: 1 }'),
    `5:93: ${AT}.parts[0].of.distribution is "fixd"; allowed: ${KINDS.replace(
      ', empirical',
      ' or empirical',
    )}; did you mean "fixed"?`,
    `5:160: ${AT}.parts[1].of.mean is -2; allowed: a number above 0 and at most 1000000.`,
  );
});
