// web/pages/work-pages.ts: the pages of the work on a winter. They share most of what they are made of, so
// they are loaded together, which takes less than one by one.

export { BoardPackPage } from './board-pack.js';
export { ComparePage } from './compare.js';
export { ExplorePage } from './explore.js';
export { InputsPage } from './inputs.js';
export { ModelPage } from './model.js';
export { RunPage } from './run.js';
export { ScenariosPage } from './scenarios.js';
