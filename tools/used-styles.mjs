// tools/used-styles.mjs: leaves out of the built style sheet what nhsuk-frontend has for classes that no
// source of the page names: widths, spacings, headings and lists of other services.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WEB = fileURLToPath(new URL('../web/', import.meta.url));
const LIBRARY_CLASS = /\.(nhsuk-[\w-]+)/g;

/** Every word of the page's sources that might be a class of the library. */
export function namedClasses() {
  const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((file) => /\.(tsx?|html)$/.test(file))
    .map((file) => readFileSync(join(WEB, file), 'utf8'));
  return new Set(texts.join('\n').match(/nhsuk-[\w-]+/g));
}

/** A plugin of PostCSS that keeps selectors whose library classes are all among those. */
export function usedStyles(named = namedClasses()) {
  const isUsed = (selector) =>
    [...selector.matchAll(LIBRARY_CLASS)].every(([, name]) => named.has(name));
  return {
    postcssPlugin: 'winterflow-used-styles',
    OnceExit(root) {
      root.walkRules((rule) => {
        if (rule.parent.type === 'atrule' && /keyframes$/.test(rule.parent.name)) return;
        const selectors = rule.selectors.filter(isUsed);
        if (selectors.length === 0) rule.remove();
        else if (selectors.length < rule.selectors.length) rule.selectors = selectors;
      });
      root.walkAtRules((atRule) => {
        if (atRule.nodes?.length === 0) atRule.remove();
      });
    },
  };
}
