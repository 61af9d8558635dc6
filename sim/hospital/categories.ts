// sim/hospital/categories.ts: the small closed sets of the model, and their numbers.

export const AGE_BANDS = ['0-17', '18-39', '40-64', '65-74', '75-84', '85+'] as const;
export const AGES = AGE_BANDS.length;
export const AGE_UNDER_18 = 0;
export const AGE_65_74 = 3;
export const AGE_75_84 = 4;
export const AGE_85_PLUS = 5;

/** Clinical Frailty Scale up to 4, 5-6, and 7 or more. */
export const FRAILTY_LEVELS = ['none', 'moderate', 'severe'] as const;
export const FRAILTIES = FRAILTY_LEVELS.length;
export const FRAIL = 1; // from this level on: CFS 5 or more

export const MODES = ['walkIn', 'ambulance', 'referred'] as const;
export const WALK_IN = 0;
export const AMBULANCE = 1;
export const REFERRED = 2; // by a GP, straight to a bed

/** Manchester triage: red, orange, yellow, green, blue as 0-4. */
export const ACUITIES = ['red', 'orange', 'yellow', 'green', 'blue'] as const;
export const RED = 0;
export const ORANGE = 1;
export const YELLOW = 2;
export const GREEN = 3;
export const BLUE = 4;

export const AREAS = ['resus', 'majors', 'minors'] as const;
export const RESUS = 0;
export const MAJORS = 1;
export const MINORS = 2;
export const NO_AREA = 3;

export const POOLS = ['assessment', 'medical', 'surgical', 'olderPeople', 'children'] as const;
/** As adjectives. */
export const POOL_WORDS = [
  'assessment',
  'medical',
  'surgical',
  "older people's",
  "children's",
] as const;
export type PoolName = (typeof POOLS)[number];
export const POOL_ASSESSMENT = 0;
export const POOL_MEDICAL = 1;
export const POOL_SURGICAL = 2;
export const POOL_OLDER_PEOPLE = 3;
export const POOL_CHILDREN = 4;
export const NO_POOL = 255;

/** Classes of patients by the ward they belong to; class c belongs to pool c + 1. */
export const BED_CLASSES = ['medical', 'surgical', 'olderPeople', 'children'] as const;
export type BedClass = (typeof BED_CLASSES)[number];
export const CLASSES = BED_CLASSES.length;
export const MEDICAL = 0;
export const SURGICAL = 1;
export const OLDER_PEOPLE = 2;
export const CHILDREN = 3;

/** Home pool of a class. */
export function homePool(bedClass: number): number {
  return bedClass + 1;
}

/** P0 home, P1 home with support, P2 rehabilitation or community bed, P3 care home. */
export const PATHWAYS = ['p0', 'p1', 'p2', 'p3'] as const;
export const P0 = 0;
export const P1 = 1;
export const P2 = 2;
export const P3 = 3;

/** What a patient who no longer meets the criteria to reside waits for. */
export const DELAY_REASONS = ['process', 'assessment', 'choice', 'place'] as const;
export const REASON_PROCESS = 0;
export const REASON_ASSESSMENT = 1;
export const REASON_CHOICE = 2;
export const REASON_PLACE = 3;

/** Reasons of delayed transfers as England counted them until 2020: A to C, Di, Dii, E to I. */
export const DTOC_REASONS = [
  'assessment',
  'publicFunding',
  'nonAcuteNhsCare',
  'residentialHome',
  'nursingHome',
  'homeCarePackage',
  'equipment',
  'choice',
  'disputes',
  'housing',
] as const;

/** Who answers for a delay. */
export const ATTRIBUTIONS = ['nhs', 'socialCare', 'both'] as const;
/** Waves of illness beside flu. Append only: the place of one keys its patients. */
export const WAVES = ['rsv', 'covid', 'other'] as const;
export type WaveName = (typeof WAVES)[number];
export const WAVE_COVID = 1;
