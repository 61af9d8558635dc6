// web/state/use-bases.ts: the models of the systems of the library, for what is typical among them.

import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../../sim/scenario/library.js';
import { filesRead, resolve } from '../../sim/scenario/resolve.js';
import type { Model } from '../../sim/scenario/schema.js';
import { nextTask } from './turns.js';

const known = new WeakMap<Library, readonly Model[]>();

/** The models, read one by one so that the page stays responsive; fewer while they are read. */
export function useBases(library: Library): readonly Model[] {
  const [models, setModels] = useState<readonly Model[]>(known.get(library) ?? []);
  useEffect(() => {
    if (known.has(library)) return;
    let isWanted = true;
    void (async () => {
      const read: Model[] = [];
      for (const system of library.names('system')) {
        for (const _ of filesRead(library, { system })) await nextTask();
        await nextTask();
        read.push(resolve(library, { system }).model);
      }
      known.set(library, read);
      if (isWanted) setModels(read);
    })();
    return () => {
      isWanted = false;
    };
  }, [library]);
  return models;
}
