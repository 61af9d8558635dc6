// web/state/strict-policy.ts: imported first: the page's policy forbids code made from text, which
// zod would otherwise try when a schema is built.

import { z } from 'zod';

z.config({ jitless: true });
