// sim/hospital/kinds.ts: the kinds of event, numbered by rank: at one instant the lower goes first.
//
// What frees or changes capacity comes before what wants it, arrivals come after both, and the
// census last: a bed freed and wanted in the same minute goes to who already waits, and what
// happened at 08:00 is in the 08:00 census.

export const DAY = 1; // midnight: beds and places of the new day, electives planned
export const HOUR = 2; // rota of the hour; its arrivals are drawn
export const PLACE_FREE = 3; // a community place is free again
export const BED_READY = 4; // a bed is clean
export const DISCHARGE_TRY = 5; // leaves the ward, or tries again tomorrow
export const CLINICAL_END = 6; // no longer meets the criteria to reside
export const STEP_DOWN_DUE = 7; // assessment is over; asks for a ward bed
export const DTOC_BEGINS = 8; // assessment has taken longer than its notice
export const DISCHARGE_ASSESSED = 9; // needs after discharge are assessed
export const CHOICE_MADE = 10; // patient and family have chosen
export const COMMUNITY_ROUND = 11; // free community places are given to who waits
export const TRANSFERRED = 12; // arrives in a bed
export const DEPARTED = 13; // leaves A&E for home
export const SDEC_END = 14; // leaves same-day emergency care
export const UNIT_END = 15; // seen in an urgent care unit, or visited: home or on to A&E
export const PRIMARY_CARE_END = 16; // seen by the streaming GP
export const DECIDED = 17; // decision to admit
export const LIAISON_END = 18; // assessed by the mental health liaison team
export const REVIEWED = 19; // second look by the clinician is over
export const INVESTIGATED = 20; // results are back
export const CONSULTED = 21; // first look by the clinician is over
export const ASSESSED = 22; // initial assessment is over
export const HANDED_OVER = 23; // the ambulance crew has handed over
export const BED_SEARCH = 24; // waited long enough to look in other pools
export const PATIENCE_ENDS = 25; // leaves unless seen by now
export const ELECTIVE_LIST = 26; // the morning's decision on elective patients
export const ELECTIVE_DUE = 27; // an elective patient needs the bed
export const ARRIVED = 28; // comes through the door
export const CENSUS = 29; // the 08:00 count

/** Names by number, for traces and messages. */
export const KIND_NAMES = [
  'cancelled',
  'day begins',
  'hour begins',
  'community place free',
  'bed ready',
  'discharge tried',
  'clinical stay ends',
  'step-down due',
  'delayed transfer begins',
  'assessed for discharge',
  'choice made',
  'community round',
  'arrived in bed',
  'departed for home',
  'same-day care ends',
  'unit care ends',
  'primary care ends',
  'decision to admit',
  'liaison ends',
  'reviewed',
  'investigated',
  'consulted',
  'initially assessed',
  'handed over',
  'bed search widened',
  'patience ends',
  'elective list',
  'elective due',
  'arrived',
  'census',
] as const;
