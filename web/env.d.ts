// web/env.d.ts: what Vite adds to modules: import.meta.glob and text imports.

/// <reference types="vite/client" />

/** The example, simulated when the page was built (tools/example.mjs). */
declare module 'virtual:winterflow-example' {
  export const summary: string;
  export const daily: string;
  export const singles: string;
}
