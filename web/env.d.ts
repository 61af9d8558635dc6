// web/env.d.ts: what Vite adds to modules: import.meta.glob and text imports.

/// <reference types="vite/client" />
