// test/differential/independent/servers.ts: staff or spaces, and a line of who waits for them.

import type { Patient } from './hospital.js';

interface Waiting {
  patient: Patient;
  priority: number;
}

/** Identical servers; who waits is served by priority (0 first), then first come first served. */
export class Servers {
  busy = 0;
  line: Waiting[] = [];

  constructor(public capacity = 0) {}

  /** Gives a server at once if one is free and nobody waits; else the patient joins the line. */
  ask(patient: Patient, priority: number): boolean {
    if (this.busy < this.capacity && this.line.length === 0) {
      this.busy++;
      return true;
    }
    this.line.push({ patient, priority });
    patient.waitsFor = this;
    return false;
  }

  /** The next in line, now with a server; null if nobody waits or none is free. */
  next(): Patient | null {
    if (this.busy >= this.capacity || this.line.length === 0) return null;
    let best = 0;
    this.line.forEach(({ priority }, i) => {
      if (priority < this.line[best].priority) best = i;
    });
    const [{ patient }] = this.line.splice(best, 1);
    this.busy++;
    patient.waitsFor = null;
    return patient;
  }

  /** Gives free servers to who waits. */
  serve(begin: (patient: Patient) => void): void {
    for (let patient = this.next(); patient !== null; patient = this.next()) begin(patient);
  }

  /** Takes a patient out of the line. */
  leaveLine(patient: Patient): void {
    this.line = this.line.filter((waiting) => waiting.patient !== patient);
    patient.waitsFor = null;
  }
}
