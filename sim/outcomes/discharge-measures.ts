// sim/outcomes/discharge-measures.ts: outcomes of discharge, delays and care afterwards.

import { type Days, SATURDAY } from '../engine/time.js';
import { ATTRIBUTIONS } from '../hospital/categories.js';
import type { Observed, Series } from '../hospital/observed.js';

const MINUTES_PER_DAY = 1440;

/** Outcomes of one site, or of a system; NaN where there is nothing to take a share of. */
export function dischargeValues({ daily, delayMinutesByAttribution }: Observed, days: Days) {
  const total = (name: Series) => daily[name].reduce((sum, value) => sum + value, 0);
  const attributed = ATTRIBUTIONS.map((_, i) =>
    byAttribution(delayMinutesByAttribution, i).reduce((sum, value) => sum + value, 0),
  );
  const delays = attributed.reduce((sum, value) => sum + value, 0);
  const reported = daily.discharges.length;
  return {
    dtocNhsShare: attributed[0] / delays,
    dtocSocialCareShare: attributed[1] / delays,
    dtocBothShare: attributed[2] / delays,
    dischargesAliveCount: total('discharges'),
    dischargesWithSupportCount: total('dischargesSupport'),
    dischargesToCommunityBedCount: total('dischargesCommunityBed'),
    dischargesToCareHomeCount: total('dischargesCareHome'),
    weekendDischargeShare: weekendShare(daily.discharges, days),
    dischargesBefore10Share: total('dischargesBefore10') / total('dischargesLonger'),
    dischargesBeforeNoonShare: total('dischargesBeforeNoon') / total('dischargesLonger'),
    expectedDateWithin3DaysShare: total('expectedDateSet') / total('expectedDateDue'),
    chcInHospitalShare: total('chcInHospital') / total('chcAssessments'),
    communityBedsDelayedMean: total('onward0800') / reported,
    virtualWardMean: total('virtualWard0800') / reported,
    readmissionShare: total('readmissions') / total('leftAlive'),
  };
}

/** Bed days of each day by who answers for them. */
export function dischargeDaily({ delayMinutesByAttribution }: Observed) {
  const [nhs, socialCare, both] = ATTRIBUTIONS.map((_, i) =>
    byAttribution(delayMinutesByAttribution, i).map((minutes) => minutes / MINUTES_PER_DAY),
  );
  return { dtocNhsBeds: nhs, dtocSocialCareBeds: socialCare, dtocBothBeds: both };
}

function byAttribution(minutes: Float64Array, attribution: number): Float64Array {
  const width = ATTRIBUTIONS.length;
  return Float64Array.from(
    { length: minutes.length / width },
    (_, day) => minutes[day * width + attribution],
  );
}

/** Discharges of a Saturday or Sunday ÷ those of a Monday to Friday that is no bank holiday. */
function weekendShare(discharges: Float64Array, days: Days): number {
  let [weekend, weekendDays, week, weekDays] = [0, 0, 0, 0];
  discharges.forEach((count, i) => {
    const day = days.reportedFrom + i;
    if (days.weekday[day] >= SATURDAY) {
      weekend += count;
      weekendDays++;
    } else if (!days.bankHoliday[day]) {
      week += count;
      weekDays++;
    }
  });
  return weekend / weekendDays / (week / weekDays);
}
