// web/state/strict-zod.ts: zod as the page has it (vite.config.ts puts it in zod's place): its policy
// forbids code made from text, which zod would otherwise try when the first schema is built.

import { z } from 'zod';

z.config({ jitless: true });

export * from 'zod';
