// sim/calibration/history.ts: what is known of one organisation in one winter, from any of its files.

import { type BedDay, mean, median, usableBeds } from './defects.js';
import { usableLongStays } from './long-stay-returns.js';
import type { OrganisationSeries, Point, SeriesFile } from './series.js';

/** Type 1 A&E of one month; NaN where a number is missing. */
export interface EmergencyMonth {
  /** YYYY-MM. */
  month: string;
  attendances: number;
  breaches: number;
  admissions: number;
}

export interface History {
  org: string;
  /** Days of the winter with a usable bed return. */
  days: BedDay[];
  /** Months with usable A&E figures, those of the winter and all others in the files. */
  months: EmergencyMonth[];
  /** Patients who came by hour, of all days in the files. */
  arrivals?: readonly Point[];
  notes: string[];
  isPinned: boolean;
}

const GAP_SHARE = 0.7; // a month below this share of the median month has a gap in its records

/**
 * The history of an organisation.
 * @param files read by readSeries; a series in several files is taken from the last
 */
export function historyOf(
  org: string,
  files: readonly SeriesFile[],
  firstDay: string,
  lastDay: string,
): History {
  const series = new Map<string, Point[]>();
  for (const { organisations } of files) {
    for (const own of organisations) {
      if (own.org !== org && own.org !== '') continue;
      for (const [name, points] of own.series) {
        series.set(name, joined(series.get(name) ?? [], points));
      }
    }
  }
  const own: OrganisationSeries = { org, series };
  const beds = usableBeds(own, firstDay, lastDay);
  const all = monthsOf(own);
  const months = withoutGaps(all);
  const stays = usableLongStays(beds.days);
  const notes = [...beds.notes, ...stays.notes.map((note) => `${org}: ${note}.`)];
  const gaps = all.filter((month) => !months.includes(month)).map(({ month }) => month);
  if (gaps.length > 0) {
    notes.push(`${org}: ${gaps.join(', ')} left out: far fewer attendances than other months.`);
  }
  const arrivals = series.get('arrivals');
  return {
    org,
    days: stays.days,
    months,
    ...(arrivals ? { arrivals } : {}),
    notes,
    isPinned: beds.isPinned,
  };
}

/** Two parts of a series; where both have a value the later part counts. */
function joined(before: readonly Point[], after: readonly Point[]): Point[] {
  const values = new Map([...before, ...after].map(({ when, value }) => [when, value]));
  return [...values]
    .map(([when, value]) => ({ when, value }))
    .sort((a, b) => (a.when < b.when ? -1 : 1));
}

function monthsOf({ series }: OrganisationSeries): EmergencyMonth[] {
  const values = (name: string) =>
    new Map((series.get(name) ?? []).map(({ when, value }) => [when, value]));
  const breaches = values('breaches_over_4h');
  const admissions = values('emergency_admissions');
  return [...values('attendances')].map(([month, attendances]) => ({
    month,
    attendances,
    breaches: breaches.get(month) ?? Number.NaN,
    admissions: admissions.get(month) ?? Number.NaN,
  }));
}

function withoutGaps(months: readonly EmergencyMonth[]): EmergencyMonth[] {
  if (months.length === 0) return [];
  const typical = median(months.map(({ attendances }) => attendances));
  return months.filter(({ attendances }) => attendances >= GAP_SHARE * typical);
}

/** Mean of a number over days that have it; NaN when none has. */
export function meanOfDays(days: readonly BedDay[], of: (day: BedDay) => number): number {
  const known = days.map(of).filter((value) => !Number.isNaN(value));
  return known.length === 0 ? Number.NaN : mean(known);
}
