// sim/hospital/purposes.ts: what each draw is for. Append only: a number once used never changes
// its meaning, or scenarios of two versions would not meet the same patients.
//
// Purposes 2k and 2k + 1 are two halves of one hash (sim/engine/draws.ts): draws made together are
// numbered together.

// 0-3 belong to sim/engine/arrivals.ts
export const AGE = 4;
export const FRAILTY = 5;
export const MODE = 6;
export const ACUITY = 7;
export const NEED = 8; // latent need for admission
export const PATIENCE = 9; // whether
export const AREA = 10; // majors or minors when both would do
export const PRIMARY_CARE = 11; // suitable for the streaming GP
export const HANDOVER = 12;
export const ASSESSMENT = 13;
export const CONSULT = 14;
export const INVESTIGATE = 15; // whether
export const INVESTIGATION = 16; // how long
export const REVIEW = 17;
export const SPECIALTY = 18;
export const DEPARTURE = 19;
export const BED_CLASS = 20;
export const SHORT_STAY = 21; // whether
export const STAY = 22;
export const DEATH = 23;
export const TRANSFER = 24;
export const TURNAROUND = 25;
export const ASSESSMENT_STAY = 26; // time in the assessment unit
export const PATHWAY = 28;
export const DISCHARGE_ASSESSMENT = 29;
export const DISCHARGE_CHANCE = 30; // one a day: the attempt is the day
export const DISCHARGE_HOUR = 31;
export const COMMUNITY_STAY = 32;
export const ELAPSED = 33; // share of the stay already over at the initial census
export const PRIMARY_CARE_TIME = 34;
export const PRIMARY_CARE_COMPLETE = 35;
export const SDEC_TIME = 36;
export const CHOICE = 37; // whether patient or family choice delays the discharge
export const DAY_EFFECT = 38;
export const ELECTIVE_COUNT = 39;
export const ELECTIVE_TIME = 40;
export const CHOICE_TIME = 41;
export const DELAY_REASON = 42;
export const CENSUS_MIX = 43; // age and frailty of a patient already in bed
export const PATIENCE_TIME = 44;
export const WINTER_DEMAND = 48;
export const WINTER_STAYS = 49;
export const WARD_ROUND = 46; // whether it decides, one a day: the attempt is the day
export const WARD_ROUND_MINUTE = 47;
export const CENSUS_DELAYED = 50; // whether the clinical stay of a patient already in bed is over
export const CRITICAL = 57; // whether critical care is needed first
export const CRITICAL_STAY = 58;
export const UNIT_NEED = 59; // whether a unit's patient needs A&E
export const UNIT_SITE = 60; // of which site
export const UNIT_CLOSED = 61; // what who finds it closed does
export const UNIT_TIME = 238;
export const TRAVEL = 239;
export const LOCALITY = 51; // where a patient lives
export const ONWARD = 52; // whether a stay in a community bed ends in a further wait
export const ONWARD_PATHWAY = 53; // and for what
export const KEPT = 56; // whether a candidate comes, where some ages come less often
export const OUTBREAKS = 230; // that begin on a day
export const OUTBREAK_PLACE = 232; // which pool
export const OUTBREAK_SIZE = 233; // bay or ward
export const OUTBREAK_DAYS = 234;
export const BAY_BED = 235; // whether the bed left is in a closed bay
export const ROSTER = 236; // rounds the clinicians of a day
export const CHC = 54; // whether assessed in full for continuing healthcare
export const CHC_PLACE = 55; // and where
export const EXPECTED_DATE = 224; // whether an expected date of discharge is set in time
export const LOUNGE = 225; // whether the patient can wait in the discharge lounge
export const BOOKED_MINUTE = 240;
export const MENTAL_HEALTH = 242; // whether
export const LIAISON_TIME = 243;

export const COMES_BACK = 244; // whether who leaves alive comes back within 30 days
export const BACK_AFTER = 245; // and on which day
export const LEFT_OUT = 246; // whether a new patient is left out, because others come back
export const BACK_MINUTE = 247; // at which minute of the day who comes back does

export const BAY_REUSED = 248; // whether the bed left in a closed bay takes a further patient
export const LATE_START = 249; // whether a service starts late this winter: by its number

export const DIVERT = 62; // whether an ambulance is sent to another site

/** Interventions draw from here: four purposes each, by their number in the registry. */
export const FIRST_OFFER = 64;
export const OFFER_PURPOSES = 4;
/** Numbers of interventions end below this; the purposes beyond belong to the model again. */
export const OFFERS_MAX = 40;
