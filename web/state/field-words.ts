// web/state/field-words.ts: what the settings of a scenario file are called on a page.

/** Names that are not just the field's own words. */
const LABELS: Readonly<Record<string, string>> = {
  from: 'First day',
  to: 'Last day',
  rampDays: 'Days to reach full strength',
  lateStart: 'Late start',
  evidence: 'Strength of the evidence',
  source: 'Where the effect comes from',
  sites: 'Sites',
  costPoundsPerDay: 'Cost, pounds a day',
  costPoundsPerPatient: 'Cost, pounds for each patient reached',
  patientsPerDayMax: 'Patients a day at most',
  avoidableStayDaysMax: 'Longest stay avoided (days)',
  beds: 'Beds',
  core: 'Beds staffed all year',
  changes: 'Changes by date',
  uptakeShare: 'Share of eligible patients reached',
  hours: 'Hours',
  weekday: 'Monday to Friday',
  weekend: 'Weekends and bank holidays',
  effect: 'Effect',
  pool: 'Kind of beds',
  p1: 'Pathway 1: home with support',
  p2: 'Pathway 2: rehabilitation or community bed',
  p3: 'Pathway 3: care home',
  olderPeople: 'Older people',
};
/** What stands at the end of a field's name, and how it is written behind the label. */
const UNITS: readonly [string, string][] = [
  ['Share', 'share, 0 to 1'],
  ['Minutes', 'minutes'],
  ['Days', 'days'],
  ['Pounds', 'pounds'],
  ['Beds', 'beds'],
];

/** "extraPlaces" is "Extra places", "stayMeanDays" is "Stay mean (days)". */
export function fieldLabel(key: string): string {
  if (Object.hasOwn(LABELS, key)) return LABELS[key];
  const unit = UNITS.find(([end]) => key.endsWith(end) && key.length > end.length);
  const bare = unit === undefined ? key : key.slice(0, -unit[0].length);
  const words = bare
    .replace(/([A-Z0-9]+)/g, ' $1')
    .replace(/-/g, ' ')
    .trim()
    .toLowerCase();
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  return unit === undefined ? label : `${label} (${unit[1]})`;
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** "12-01" is "1 December", "2017-12-01" is "1 December 2017"; another text stands as it is. */
export function dayText(text: string): string {
  const match = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return text;
  const [, year, month, day] = match;
  return [Number(day), MONTHS[Number(month) - 1], year].filter((part) => part).join(' ');
}
