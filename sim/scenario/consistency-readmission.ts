// sim/scenario/consistency-readmission.ts: more patients who come back than A&E admits in all.

import { AGE_BANDS, FRAILTIES } from '../hospital/categories.js';
import { leftOutShares } from './compile-readmission.js';
import type { Add } from './consistency.js';
import type { Model } from './schema.js';
import { siteModels } from './sites.js';

/** Problems of readmissions: those who come back take the places of new patients of their age. */
export function checkReadmission(model: Model, add: Add): void {
  if (model.discharge.readmission === undefined) return;
  for (const site of siteModels(model, '')) {
    const { readmission } = site.model.discharge;
    if (readmission === undefined) continue;
    const shares = leftOutShares(site.model);
    const cell = shares.findIndex((share) => share > 1);
    if (cell < 0) continue;
    const band = AGE_BANDS[Math.floor(cell / FRAILTIES)];
    add(
      ['discharge', 'readmission', 'share', band],
      (path) =>
        `${path} is ${readmission.share[band]}, with which ${shares[cell].toFixed(1)} times as many ` +
        'would come back as A&E admits; allowed: at most as many.',
    );
    return;
  }
}
