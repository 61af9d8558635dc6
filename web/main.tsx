// web/main.tsx: starts the page.

import './state/strict-policy.js';
import { render } from 'preact';
import { ComparePage } from './pages/compare.js';
import { scenarioLibrary } from './state/scenario-files.js';

const root = document.getElementById('app');
if (root !== null) {
  root.replaceChildren();
  render(<ComparePage library={scenarioLibrary()} />, root);
}
