// tools/lighter-libraries.mjs: what the page leaves out of zod, yaml and d3, which it has the whole of
// otherwise: parts of them hang on what every schema, file or scale begins with.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** A file of a package that is installed. */
const fileOf = (name, path) => join(dirname(require.resolve(`${name}/package.json`)), path);

const PROCESSORS = 'v4/core/json-schema-processors.js';
const TO_JSON_SCHEMA = 'v4/core/to-json-schema.js';
const SCHEMAS = 'v4/classic/schemas.js';
/** Methods of texts such as .email(): each brings a schema and an expression. */
const FORMATS =
  /(\("ZodString", \(inst, def\) => {[^}]*}), {\n(?: {4}\w+\(params\) {\n.*\n {4}},\n){20,}}\);/;

/** Methods of every schema that no schema of this project asks for; each brings a kind of schema. */
const METHODS = [
  'exactOptional',
  'nonoptional',
  'and',
  'transform',
  'prefault',
  'catch',
  'pipe',
  'readonly',
];

/** The schemas of zod without those formats and methods, and without code made from text. */
function schemaKinds() {
  const text = readFileSync(fileOf('zod', SCHEMAS), 'utf8');
  const without = (from, what, by) => {
    if (!what.test(from)) throw new Error(`zod has nothing like ${what} where it is looked for.`);
    return from.replace(what, by);
  };
  const plain = without(
    without(text, FORMATS, '$1);'),
    /core\.\$ZodObjectJIT\./,
    'core.$$ZodObject.',
  );
  return METHODS.reduce(
    (left, name) => without(left, new RegExp(`^ {4}${name}\\(\\w*\\) {\\n.*\\n {4}},\\n`, 'm'), ''),
    plain,
  );
}

/** Names that a module of functions and constants exports. */
function namesOf(text) {
  const declared = [...text.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
  const renamed = [...text.matchAll(/^export \{ \w+ as (\w+) \};/gm)].map(([, name]) => name);
  if (declared.length === 0) throw new Error('zod exports nothing as it is looked for.');
  return [...declared, ...renamed];
}

/** Functions by those names that refuse. */
function refusing(names) {
  const refuse = `() => { throw new Error('The page writes no JSON schemas; that is left out of it.'); }`;
  return `const refuse = ${refuse};\n${names.map((name) => `export { refuse as ${name} };\n`).join('')}`;
}

/**
 * Modules of zod without what writes JSON schemas (`winterflow schema` does, the page does not; the
 * summary of a schema's limits stands among it and stays), and without formats and kinds of schemas that
 * nothing here declares: to ask for one fails where the schema is declared.
 * @throws Error when the package is not as it is looked for
 */
export function zodParts() {
  const processors = readFileSync(fileOf('zod', PROCESSORS), 'utf8');
  const cut = processors.indexOf('export const stringProcessor');
  const before = processors.slice(0, cut);
  if (cut < 0 || !before.includes('export function aggregateChecks')) {
    throw new Error('zod has no aggregateChecks as it is looked for.');
  }
  const toJsonSchema = readFileSync(fileOf('zod', TO_JSON_SCHEMA), 'utf8');
  return {
    [fileOf('zod', SCHEMAS)]: schemaKinds(),
    [fileOf('zod', PROCESSORS)]: before + refusing(namesOf(processors.slice(cut))),
    [fileOf('zod', TO_JSON_SCHEMA)]: refusing(namesOf(toJsonSchema)),
  };
}

const TAGS = `
import { schema } from './core/schema.js';
export const coreKnownTags = {};
export function getTags(custom, name, merges) {
  if (custom || merges || name !== 'core') throw new Error('The page reads YAML 1.2 alone.');
  return schema.slice();
}
`;

/** The tags of YAML 1.2 alone: a scenario that asks for others is refused (sim/scenario/parse.ts). */
export function yamlParts() {
  return { [fileOf('yaml', 'browser/dist/schema/tags.js')]: TAGS };
}

/**
 * Of d3-interpolate what scales between numbers need: those between colours bring a package of their own.
 * @throws Error when the package is not as it is looked for
 */
export function interpolateParts() {
  const text = readFileSync(require.resolve('d3-interpolate'), 'utf8');
  const [number, round] = ['number', 'round'].map((name) => {
    const found = new RegExp(`^function ${name}\\(a, b\\) {[\\s\\S]*?^}`, 'm').exec(text);
    if (found === null) throw new Error(`d3-interpolate has no ${name} as it is looked for.`);
    return found[0];
  });
  const piecewise = `function piecewise() { throw new Error('The page has no diverging scales.'); }`;
  const names = 'number as interpolateNumber, number as interpolate, round as interpolateRound';
  return `${number}\n${round}\n${piecewise}\nexport { ${names}, piecewise };\n`;
}

/** Scales would bring all of d3-format for labels that charts here write themselves. */
const NO_FORMAT = [
  "const refuse = () => { throw new Error('Charts write their own labels.'); };",
  ...[
    ...['format', 'formatPrefix', 'formatSpecifier'],
    ...['precisionFixed', 'precisionPrefix', 'precisionRound'],
  ].map((name) => `export { refuse as ${name} };`),
].join('\n');

const INTERPOLATE = '\0winterflow-interpolate';
const FORMAT = '\0winterflow-format';
const FOR_SCALES = { 'd3-interpolate': INTERPOLATE, 'd3-format': FORMAT };

/** Puts these parts in the place of the whole. */
export function lighterLibraries() {
  const parts = {
    ...zodParts(),
    ...yamlParts(),
    [INTERPOLATE]: interpolateParts(),
    [FORMAT]: NO_FORMAT,
  };
  return {
    name: 'winterflow-lighter-libraries',
    enforce: 'pre',
    resolveId: (source, importer) =>
      importer?.includes('/d3-scale/') ? (FOR_SCALES[source] ?? null) : null,
    load: (id) => (Object.hasOwn(parts, id) ? parts[id] : null),
  };
}
