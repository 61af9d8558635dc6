// web/env.d.ts: what Vite adds to modules: import.meta.glob and text imports.

/// <reference types="vite/client" />

/** The example, simulated when the page was built (tools/example.mjs). */
declare module 'virtual:winterflow-example' {
  const batch: import('./charts/batch.js').Batch;
  export default batch;
}

/** Names and descriptions of the scenario files, read when the page was built. */
declare module 'virtual:winterflow-names' {
  const names: import('./state/choices.js').Names;
  export default names;
}
