// sim/outcomes/measures-shocks.ts: what one replication saw of waves of illness and of beds lost.

import type { Observed, Series } from '../hospital/observed.js';
import type { ShockOutcome } from './keys-shocks.js';

/** Outcomes of one site, or of several added up. */
export function shockValuesOf({ daily, days }: Observed): Record<ShockOutcome, number> {
  const total = (name: Series) => daily[name].reduce((a, b) => a + b, 0);
  const most = (name: Series) => daily[name].reduce((a, b) => Math.max(a, b), 0);
  const criticalBeds = total('criticalOpen0800');
  return {
    spellsZeroDayCovidCount: total('spellsZeroDayCovid'),
    spellsOneDayPlusCovidCount: total('spellsOneDayPlusCovid'),
    covidBedsMean: total('covid0800') / days,
    covidBedsMax: most('covid0800'),
    fluBedsMean: total('flu0800') / days,
    fluBedsMax: most('flu0800'),
    infectionControlBedDays: total('infectionLost0800'),
    norovirusClosedBedsMean: total('norovirusClosed0800') / days,
    sicknessBedDays: total('sicknessLost0800'),
    clinicianHoursLost: total('clinicianHoursLost'),
    criticalCareOccupancyShareMean: total('critical0800') / criticalBeds,
    criticalCareStepDownDelayedMean:
      criticalBeds > 0 ? total('criticalDelayed0800') / days : Number.NaN,
  };
}
