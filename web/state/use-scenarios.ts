// web/state/use-scenarios.ts: the scenarios of a project, made without holding up the page.

import { useEffect, useState } from 'preact/hooks';
import type { Library } from '../../sim/scenario/library.js';
import type { Resolved } from '../../sim/scenario/resolve.js';
import { checkProject } from './check-project.js';
import type { Project } from './project.js';

/** The scenarios; undefined while they are made, null for no project or one with mistakes. */
export function useScenarios(
  library: Library,
  project: Project | null,
): readonly Resolved[] | null | undefined {
  const [made, setMade] = useState<readonly Resolved[] | null | undefined>(undefined);
  useEffect(() => {
    let isLatest = true;
    const finish = (scenarios: readonly Resolved[] | null): void => {
      if (isLatest) setMade(scenarios);
    };
    if (project === null) finish(null);
    else {
      void checkProject(library, project).then((checked) =>
        finish(Array.isArray(checked) ? null : checked.scenarios),
      );
    }
    return () => {
      isLatest = false;
    };
  }, [library, project]);
  return made;
}
