// sim/hospital/trace-counts.ts: staff, spaces, beds and places of the hospital now, in words for traces.

import { AREAS, PATHWAYS, POOL_WORDS, POOLS } from './categories.js';
import type { Site, System } from './system.js';
import { actionCounts } from './trace-policy.js';

/** Counts that belong together, and their words. */
export interface Counts {
  values: readonly number[];
  words: () => string;
}

/** Staff, spaces and beds of each site, and community places. */
export function countsOf(system: System): Counts[] {
  const several = system.sites.length > 1;
  const bySite = system.sites.flatMap((site) => {
    const prefix = several ? `${site.parameters.name}: ` : '';
    return siteCounts(site, prefix, system.calendar.now);
  });
  return [...bySite, ...unitCounts(system), ...placeCounts(system)];
}

function siteCounts(site: Site, prefix: string, now: number): Counts[] {
  const staffed = [
    ['nurses', site.assessmentNurses],
    ['majors clinicians', site.clinicians[0]],
    ['minors clinicians', site.clinicians[1]],
    ['GPs', site.primaryCare],
    ['same-day spaces', site.sdec],
    ...AREAS.map((area, i) => [`${area} spaces`, site.spaces[i]] as const),
  ] as const;
  const resources = staffed.map(([name, { busy, capacity, waiting }]) => ({
    values: [busy, capacity, waiting],
    words: () => `${prefix}${busy} of ${capacity} ${name} busy, ${waiting} waiting`,
  }));
  const pools = POOLS.map((_, pool) => {
    const { open, occupied, reserved, cleaning } = site;
    const [o, taken, given, dirty] = [open[pool], occupied[pool], reserved[pool], cleaning[pool]];
    const boarded = site.boarded[pool];
    return {
      values: [o, taken, given, dirty, boarded],
      words: () =>
        `${prefix}${POOL_WORDS[pool]} beds: ${taken} of ${o} occupied, ${given} given, ` +
        `${dirty} being cleaned${boarded > 0 ? `, ${boarded} boarded` : ''}`,
    };
  });
  const { critical } = site.parameters.beds;
  const { criticalOccupied: occupied, criticalReserved: given, criticalCleaning: dirty } = site;
  if (critical !== null) {
    pools.push({
      values: [occupied, given, dirty, site.criticalLine.size],
      words: () =>
        `${prefix}critical care beds: ${occupied} of ${critical.beds} occupied, ${given} given, ` +
        `${dirty} being cleaned, ${site.criticalLine.size} waiting`,
    });
  }
  return [...resources, ...pools, ...actionCounts(site, prefix, now)];
}

function unitCounts({ units }: System): Counts[] {
  return units.map(({ clinicians: { busy, capacity, waiting }, parameters }) => ({
    values: [busy, capacity, waiting],
    words: () => `${parameters.name}: ${busy} of ${capacity} clinicians busy, ${waiting} waiting`,
  }));
}

function placeCounts({ community, parameters }: System): Counts[] {
  return parameters.community.localities.flatMap((locality, l) =>
    PATHWAYS.slice(1).map((name, i) => {
      const slot = l * PATHWAYS.length + i + 1;
      const places = community.places[slot];
      const taken = community.taken[slot];
      const waiting = community.queues[slot].size;
      const where = locality === '' ? '' : ` in ${locality}`;
      const who = `${name.toUpperCase()}${where}`;
      return {
        values: [places, taken, waiting],
        words: () => `${who}: ${taken} of ${places} places taken, ${waiting} waiting`,
      };
    }),
  );
}
