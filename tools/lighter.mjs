// tools/lighter.mjs: what the page leaves out of libraries that it needs a part of. Vite cannot: jStat is
// one script, and the worker that simulates checks no input. The command line has them whole.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Functions of jStat that sim/engine/special.ts calls, and those that they call. */
const FUNCTIONS = ['gammaln', 'lowRegGamma', 'betacf', 'ibeta', 'erf', 'erfc', 'erfcinv'];
const DISTRIBUTIONS = {
  normal: ['cdf', 'inv'],
  gamma: ['cdf'],
  beta: ['cdf'],
  studentt: ['cdf'],
};

/**
 * The functions of jStat that are needed, cut out of the package as it is installed, as a module.
 * @throws Error when one is not found, or needs another that is left out
 */
export function jstatParts() {
  const file = createRequire(import.meta.url).resolve('jstat');
  const text = readFileSync(file.replace(/jstat\.min\.js$/, 'jstat.js'), 'utf8');
  const found = (what, match) => {
    if (match === null) throw new Error(`jStat has no ${what} as it is looked for.`);
    return match[1];
  };
  const functions = FUNCTIONS.map((name) =>
    found(name, new RegExp(`^(jStat\\.${name} = function[\\s\\S]*?\\n};)`, 'm').exec(text)),
  );
  const distributions = Object.entries(DISTRIBUTIONS).map(([name, wanted]) => {
    const beginning = new RegExp(`^jStat\\.extend\\(jStat\\.${name}, ({[\\s\\S]*?\\n}\\));`, 'm');
    const body = found(name, beginning.exec(text));
    const methods = wanted.map((method) =>
      found(
        `${name}.${method}`,
        new RegExp(`^ {2}(${method}: function[\\s\\S]*?\\n {2}})`, 'm').exec(body),
      ),
    );
    return `jStat.${name} = {\n  ${methods.join(',\n  ')}\n};`;
  });
  const code = [...functions, ...distributions].join('\n');
  const known = [...FUNCTIONS, ...Object.keys(DISTRIBUTIONS)];
  const absent = [...code.matchAll(/jStat\.(\w+)/g)].find(([, name]) => !known.includes(name));
  if (absent !== undefined) throw new Error(`jStat.${absent[1]} is needed too.`);
  return `const jStat = {};\n${code}\nexport default jStat;\n`;
}

const JSTAT = '\0winterflow-jstat';

/** Puts those parts in the place of jStat. */
export function lighterJstat() {
  return {
    name: 'winterflow-lighter-jstat',
    enforce: 'pre',
    resolveId: (source) => (source === 'jstat' ? JSTAT : null),
    load: (id) => (id === JSTAT ? jstatParts() : null),
  };
}

/**
 * The worker of a run gets scenarios that were checked: schemas are declared in the files of the model,
 * and nothing is behind them there. Interventions read their settings once more, which changes nothing of
 * what was read before (a test); anything else that is read fails loudly.
 */
const NO_ZOD = `
const refuse = () => {
  throw new Error('The worker of a run reads no input; schemas are left out of it.');
};
const known = (value) => value;
const schema = new Proxy(() => schema, {
  get(_, name) {
    if (name === 'parse') return known;
    return /parse|decode|encode/i.test(String(name)) ? refuse : schema;
  },
});
export { schema as z };
`;
const WITHOUT = '\0winterflow-no-zod';

/** Leaves zod out of the worker that simulates. */
export function withoutZod() {
  let isRun = false;
  return {
    name: 'winterflow-without-zod',
    enforce: 'pre',
    buildStart({ input }) {
      isRun = JSON.stringify(input).includes('browser-worker');
    },
    resolveId: (source) => (isRun && source === 'zod' ? WITHOUT : null),
    load: (id) => (id === WITHOUT ? NO_ZOD : null),
  };
}
