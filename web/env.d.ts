// web/env.d.ts: what Vite adds to modules: import.meta.glob and text imports.

/// <reference types="vite/client" />

/** The example, simulated when the page was built (tools/page-data.ts). */
declare module 'virtual:winterflow-example' {
  const packed: import('./packed/batch.js').PackedBatch;
  export default packed;
}

/** Tables and sentences of the documents, as they were when the page was built. */
declare module 'virtual:winterflow-documents' {
  const documents: import('./state/documents.js').Documents;
  export default documents;
}

/** Tables of the scenario files that the page reads, by path under scenarios/. */
declare module 'virtual:winterflow-tables' {
  const tables: Readonly<Record<string, import('./packed/table.js').PackedTable>>;
  export default tables;
}

/** Scenario files that the page needs as they are: the other data files are for calibration. */
declare module 'virtual:winterflow-texts' {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
