import type * as z from 'zod/mini';
import { attributionOptions, clientContacts, funnelJourney } from './acquisition-inputs.js';
import {
  adviserFile,
  adviserScores,
  rateAdvisersOptions,
  trainingGroups,
  trainingOptions,
} from './adviser-inputs.js';
import { accountPeriod, clientReturn, translationOptions } from './asset-inputs.js';
import { chartOptions, kpiTarget } from './chart-inputs.js';
import { handledCase, processJourney, queueVisit } from './efficiency-inputs.js';
import {
  fairnessSplitOptions,
  gapOptions,
  groupStates,
  likeWithLikeOptions,
} from './fairness-inputs.js';
import { kpiCubeState, kpiRecord, scorecardDefinition, serviceCase } from './kpi-cube.js';
import { kpiDefinition } from './kpi-definition.js';
import { serviceKpiOptions, servicePanelOptions } from './kpi-options.js';
import { kpiEvent, kpiState } from './kpi-state.js';
import {
  clientActivity,
  clientRetention,
  clientTenure,
  warningPolicy,
  watchedClient,
} from './retention-inputs.js';
import {
  cohortOptions,
  datedSubjects,
  evaluationOptions,
  matchOptions,
  tenureOptions,
} from './retention-options.js';
import { checkedOrder, closedCase, lossEvent, riskFinding, riskOptions } from './risk-inputs.js';
import { comparedProposal, personalisationOptions } from './satisfaction-inputs.js';
import { serviceQuarter } from './service-quarter.js';
import { serviceWindow, toolRequest, toolTask, toolUsage } from './tool-inputs.js';

/** The names of what the service KPIs take in. */
type KpiInputName =
  | 'account-period'
  | 'adviser-file'
  | 'adviser-scores'
  | 'attribution-options'
  | 'chart-options'
  | 'checked-order'
  | 'client-activity'
  | 'client-contacts'
  | 'client-retention'
  | 'client-return'
  | 'client-tenure'
  | 'closed-case'
  | 'cohort-options'
  | 'compared-proposal'
  | 'dated-subjects'
  | 'evaluation-options'
  | 'fairness-split-options'
  | 'funnel-journey'
  | 'gap-options'
  | 'group-states'
  | 'handled-case'
  | 'kpi-cube-state'
  | 'kpi-definition'
  | 'kpi-event'
  | 'kpi-record'
  | 'kpi-state'
  | 'kpi-target'
  | 'like-with-like-options'
  | 'loss-event'
  | 'match-options'
  | 'personalisation-options'
  | 'process-journey'
  | 'queue-visit'
  | 'rate-advisers-options'
  | 'risk-finding'
  | 'risk-options'
  | 'scorecard-definition'
  | 'service-case'
  | 'service-kpi-options'
  | 'service-panel-options'
  | 'service-quarter'
  | 'service-window'
  | 'tenure-options'
  | 'tool-request'
  | 'tool-task'
  | 'tool-usage'
  | 'training-groups'
  | 'training-options'
  | 'translation-options'
  | 'warning-policy'
  | 'watched-client';

/** The schemas of what the service KPIs take in, by the name of the input. */
export const KPI_SCHEMAS: Readonly<Record<KpiInputName, z.ZodMiniType>> = {
  'account-period': accountPeriod,
  'adviser-file': adviserFile,
  'adviser-scores': adviserScores,
  'attribution-options': attributionOptions,
  'chart-options': chartOptions,
  'checked-order': checkedOrder,
  'client-activity': clientActivity,
  'client-contacts': clientContacts,
  'client-retention': clientRetention,
  'client-return': clientReturn,
  'client-tenure': clientTenure,
  'closed-case': closedCase,
  'cohort-options': cohortOptions,
  'compared-proposal': comparedProposal,
  'dated-subjects': datedSubjects,
  'evaluation-options': evaluationOptions,
  'fairness-split-options': fairnessSplitOptions,
  'funnel-journey': funnelJourney,
  'gap-options': gapOptions,
  'group-states': groupStates,
  'handled-case': handledCase,
  'kpi-cube-state': kpiCubeState,
  'kpi-definition': kpiDefinition,
  'kpi-event': kpiEvent,
  'kpi-record': kpiRecord,
  'kpi-state': kpiState,
  'kpi-target': kpiTarget,
  'like-with-like-options': likeWithLikeOptions,
  'loss-event': lossEvent,
  'match-options': matchOptions,
  'personalisation-options': personalisationOptions,
  'process-journey': processJourney,
  'queue-visit': queueVisit,
  'rate-advisers-options': rateAdvisersOptions,
  'risk-finding': riskFinding,
  'risk-options': riskOptions,
  'scorecard-definition': scorecardDefinition,
  'service-case': serviceCase,
  'service-kpi-options': serviceKpiOptions,
  'service-panel-options': servicePanelOptions,
  'service-quarter': serviceQuarter,
  'service-window': serviceWindow,
  'tenure-options': tenureOptions,
  'tool-request': toolRequest,
  'tool-task': toolTask,
  'tool-usage': toolUsage,
  'training-groups': trainingGroups,
  'training-options': trainingOptions,
  'translation-options': translationOptions,
  'warning-policy': warningPolicy,
  'watched-client': watchedClient,
};
