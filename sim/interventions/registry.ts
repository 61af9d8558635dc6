// sim/interventions/registry.ts: every intervention. Schema, documentation and forms follow from it.

import { z } from 'zod';
import { ambulanceDivert } from './ambulance-divert.js';
import { ambulanceHandover } from './ambulance-handover.js';
import { boarding } from './boarding.js';
import { chcOutOfHospital } from './chc-out-of-hospital.js';
import { communityCapacity } from './community-capacity.js';
import type { Intervention } from './definition.js';
import { demandManagement } from './demand-management.js';
import { dischargeToAssess } from './discharge-to-assess.js';
import { electivePlan } from './elective-plan.js';
import { emergencyDepartmentCapacity } from './emergency-department-capacity.js';
import { escalationBeds } from './escalation-beds.js';
import { fluVaccination } from './flu-vaccination.js';
import { frailtyInReach } from './frailty-in-reach.js';
import { fullCapacityProtocol } from './full-capacity-protocol.js';
import { longStayReview } from './long-stay-review.js';
import { mentalHealthLiaison } from './mental-health-liaison.js';
import { nhs111 } from './nhs-111.js';
import { primaryCareStreaming } from './primary-care-streaming.js';
import { reconfiguration } from './reconfiguration.js';
import { rightCare } from './right-care.js';
import { saferDischarge } from './safer-discharge.js';
import { sdec } from './sdec.js';
import { sevenDayDischarge } from './seven-day-discharge.js';
import { surgePlan } from './surge-plan.js';
import { trustedAssessor } from './trusted-assessor.js';
import { virtualWard } from './virtual-ward.js';
import { earlyInterventionVehicle, urgentCommunityResponse } from './visiting-teams.js';

/** In the order in which they are applied and make their offers. */
export const INTERVENTIONS: readonly Intervention[] = [
  frailtyInReach,
  sdec,
  dischargeToAssess,
  escalationBeds,
  surgePlan,
  fluVaccination,
  electivePlan,
  fullCapacityProtocol,
  boarding,
  ambulanceDivert,
  trustedAssessor,
  chcOutOfHospital,
  communityCapacity,
  sevenDayDischarge,
  saferDischarge,
  longStayReview,
  virtualWard,
  rightCare,
  primaryCareStreaming,
  nhs111,
  demandManagement,
  urgentCommunityResponse,
  earlyInterventionVehicle,
  ambulanceHandover,
  emergencyDepartmentCapacity,
  mentalHealthLiaison,
  reconfiguration,
];

/** Settings by id; an intervention that is absent is off. */
export const interventionsSchema: z.ZodObject<Record<string, z.ZodOptional<z.ZodType>>> =
  z.strictObject(
    Object.fromEntries(
      INTERVENTIONS.map(({ id, settings, summary }) => [id, settings.optional().describe(summary)]),
    ),
  );
