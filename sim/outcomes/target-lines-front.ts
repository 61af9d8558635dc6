// sim/outcomes/target-lines-front.ts: targets of beds, A&E and ambulances (T1 to T5, T11, T12, T14).

import type { TargetLine } from './targets.js';

const OCCUPANCY = 'NHSE/I Review of Winter 2016-17; Operational Planning Guidance 2020/21';
const FOUR_HOUR = '003 L574, L603, L934';
const HANDOVER = '003 L604, L935';
const FRAILTY = '003 L605, L937';

/** Lines in the order of tables. */
export const FRONT_LINES: readonly TargetLine[] = [
  {
    id: 'T1',
    text: 'Mean occupancy at 08:00 at most 92 %',
    key: 'occupancy0800ShareMean',
    source: OCCUPANCY,
    atMost: 0.92,
  },
  {
    id: 'T1',
    text: 'Mean occupancy at 08:00 at most 85 %',
    key: 'occupancy0800ShareMean',
    source: 'Bagust 1999 BMJ 319:155-158',
    atMost: 0.85,
  },
  {
    id: 'T1',
    text: 'No day over 95 % at 08:00',
    key: 'daysOver95Count',
    source: 'second line beside T1; Nuffield Trust 2016',
    atMost: 0,
  },
  {
    id: 'T1',
    text: 'No day over 98 % at 08:00',
    key: 'daysOver98Count',
    source: 'second line beside T1; Nuffield Trust 2016',
    atMost: 0,
  },
  {
    id: 'T2',
    text: '4 hours, type 1: 90 % (by Sept 2018)',
    key: 'within4hType1Share',
    source: FOUR_HOUR,
    atLeast: 0.9,
  },
  {
    id: 'T2',
    text: '4 hours, type 1: 95 % (by March 2019)',
    key: 'within4hType1Share',
    source: FOUR_HOUR,
    atLeast: 0.95,
  },
  {
    id: 'T2',
    text: '4 hours, all types: 90 % (by Sept 2018)',
    key: 'within4hShare',
    source: FOUR_HOUR,
    atLeast: 0.9,
  },
  {
    id: 'T2',
    text: '4 hours, all types: 95 % (by March 2019)',
    key: 'within4hShare',
    source: FOUR_HOUR,
    atLeast: 0.95,
  },
  {
    id: 'T3',
    text: 'Every handover within 15 min (by Sept 2018)',
    key: 'handoverOver15Share',
    source: HANDOVER,
    atMost: 0,
  },
  {
    id: 'T3',
    text: 'No handover over 30 min (by Sept 2018)',
    key: 'handoverOver30Share',
    source: HANDOVER,
    atMost: 0,
  },
  {
    id: 'T5',
    text: 'Frailty in-reach 50 h a week (by March 2019)',
    key: 'frailtyInReachHoursPerWeek',
    source: FRAILTY,
    atLeast: 50,
  },
  {
    id: 'T5',
    text: 'Frailty in-reach 70 h a week (by December 2019)',
    key: 'frailtyInReachHoursPerWeek',
    source: FRAILTY,
    atLeast: 70,
  },
  {
    id: 'T5',
    text: 'Frail patients assessed within 24 h, no level set',
    key: 'assessedWithin24hShare',
    source: '003 L646 (comprehensive geriatric assessment within 24 hours), which sets no level',
  },
  {
    id: 'T11',
    text: 'Initial assessment within 15 min, median',
    key: 'initialAssessmentMinutesMedian',
    source: '001 L324-330 asks to measure it; 15 min is the national standard',
    atMost: 15,
  },
  {
    id: 'T11',
    text: 'Over 12 h from arrival, no level set',
    key: 'over12hFromArrivalShare',
    source: '001 L324-330, which sets no level',
  },
  {
    id: 'T11',
    text: 'Over 1 h after ready to proceed, no level set',
    key: 'readyOver1hShare',
    source: '001 L324-330, which sets no level',
  },
  {
    id: 'T12',
    text: 'Sent by 111 and in a booked slot: 70 %',
    key: 'bookedSlotShare',
    source: '001 L320',
    atLeast: 0.7,
  },
  {
    id: 'T14',
    text: 'Crisis response at home within 2 h: 70 %',
    key: 'crisisResponseWithin2hShare',
    source: '001 L307; the level of 70 % is assumed',
    atLeast: 0.7,
  },
];
