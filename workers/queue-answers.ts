// workers/queue-answers.ts: what comes back through a queue server: taken only if it is sealed for its own
// replication and shaped as one that was simulated here; two results of one replication must be equal.

import type { Measured } from '../sim/outcomes/measures.js';
import { shapeOf } from './packed.js';
import type { Job, Wanted } from './queue-messages.js';
import { type unseal, unsealKeeping } from './sealed.js';

type Line = NonNullable<ReturnType<typeof unseal>>;

export class Answers {
  private readonly shapes = new Map<string, Promise<string>>();
  /** Sums of the results taken, by what they are named. */
  private readonly sums = new Map<string, string>();

  constructor(private readonly batch: string) {}

  /** Resolves once a result of a scenario has shown its shape; undefined when none is simulated yet. */
  known(hash: string): Promise<unknown> | undefined {
    return this.shapes.get(hash);
  }

  /** Learns the shape of a scenario's results from one that is simulated here. */
  learn(hash: string, first: Promise<Measured>): void {
    const shape = first.then((measured) => JSON.stringify(shapeOf(measured)));
    shape.catch(() => undefined); // nobody may wait for it
    this.shapes.set(hash, shape);
  }

  /** The results of a job in its order; null unless every one of them fits. */
  async taken({ replications }: Job, returned: unknown): Promise<Measured[] | null> {
    const texts = textsOf(returned);
    const lines: Line[] = [];
    for (const [i, wanted] of replications.entries()) {
      const line = this.line(texts[i]);
      if (line === null || !(await this.fits(line, wanted))) return null;
      lines.push(line);
    }
    for (const line of lines) this.sums.set(nameOf(line), line.sum);
    return lines.map(({ measured }) => measured);
  }

  /** A replication that came before with another result; null when none did. */
  contradicted(returned: unknown): string | null {
    for (const text of textsOf(returned)) {
      const line = this.line(text);
      if (line === null) continue;
      const sum = this.sums.get(nameOf(line));
      if (sum !== undefined && sum !== line.sum) return nameOf(line);
    }
    return null;
  }

  private line(text: unknown): Line | null {
    return typeof text === 'string' ? unsealKeeping(this.batch, text) : null;
  }

  private async fits(line: Line, { scenario, replication, hash }: Wanted): Promise<boolean> {
    const isOwn = line.scenario === scenario && line.replication === replication;
    return isOwn && JSON.stringify(shapeOf(line.measured)) === (await this.shapes.get(hash));
  }
}

function textsOf(returned: unknown): unknown[] {
  return Array.isArray(returned) ? returned : [];
}

function nameOf({ scenario, replication }: Pick<Line, 'scenario' | 'replication'>): string {
  return `Replication ${replication} of scenario ${scenario}`;
}
