/** What Vite takes as a plugin of PostCSS. */
interface StylePlugin {
  postcssPlugin: string;
  OnceExit(root: unknown): void;
}

export function namedClasses(): Set<string>;
export function usedStyles(named?: ReadonlySet<string>): StylePlugin;
