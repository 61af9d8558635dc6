// test/build-first.ts: tests of workers and commands run the built files, so build them first.

import { build } from '../tools/build.mjs';

export default build;
