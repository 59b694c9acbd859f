export {
  parseAttributionOptions,
  parseClientContacts,
  parseFunnelJourney,
  safeParseAttributionOptions,
  safeParseClientContacts,
  safeParseFunnelJourney,
} from './acquisition-inputs.js';
export {
  parseAdviserFile,
  parseAdviserScores,
  parseRateAdvisersOptions,
  parseTrainingGroups,
  parseTrainingOptions,
  safeParseAdviserFile,
  safeParseAdviserScores,
  safeParseRateAdvisersOptions,
  safeParseTrainingGroups,
  safeParseTrainingOptions,
} from './adviser-inputs.js';
export {
  parseAccountPeriod,
  parseClientReturn,
  parseTranslationOptions,
  safeParseAccountPeriod,
  safeParseClientReturn,
  safeParseTranslationOptions,
} from './asset-inputs.js';
export {
  parseChartOptions,
  parseKpiTarget,
  safeParseChartOptions,
  safeParseKpiTarget,
} from './chart-inputs.js';
export {
  parseHandledCase,
  parseProcessJourney,
  parseQueueVisit,
  safeParseHandledCase,
  safeParseProcessJourney,
  safeParseQueueVisit,
} from './efficiency-inputs.js';
export {
  parseFairnessSplitOptions,
  parseGapOptions,
  parseGroupStates,
  parseLikeWithLikeOptions,
  safeParseFairnessSplitOptions,
  safeParseGapOptions,
  safeParseGroupStates,
  safeParseLikeWithLikeOptions,
} from './fairness-inputs.js';
export {
  parseKpiCubeState,
  parseKpiRecord,
  parseScorecardDefinition,
  parseServiceCase,
  safeParseKpiCubeState,
  safeParseKpiRecord,
  safeParseScorecardDefinition,
  safeParseServiceCase,
} from './kpi-cube.js';
export { parseKpiDefinition, safeParseKpiDefinition } from './kpi-definition.js';
export {
  parseServiceKpiOptions,
  parseServicePanelOptions,
  safeParseServiceKpiOptions,
  safeParseServicePanelOptions,
} from './kpi-options.js';
export {
  type AnyKpiState,
  parseKpiEvent,
  parseKpiState,
  safeParseKpiEvent,
  safeParseKpiState,
} from './kpi-state.js';
export {
  parseClientActivity,
  parseClientRetention,
  parseClientTenure,
  parseWarningPolicy,
  parseWatchedClient,
  safeParseClientActivity,
  safeParseClientRetention,
  safeParseClientTenure,
  safeParseWarningPolicy,
  safeParseWatchedClient,
} from './retention-inputs.js';
export {
  parseCohortOptions,
  parseDatedSubjects,
  parseEvaluationOptions,
  parseMatchOptions,
  parseTenureOptions,
  safeParseCohortOptions,
  safeParseDatedSubjects,
  safeParseEvaluationOptions,
  safeParseMatchOptions,
  safeParseTenureOptions,
} from './retention-options.js';
export {
  parseCheckedOrder,
  parseClosedCase,
  parseLossEvent,
  parseRiskFinding,
  parseRiskOptions,
  safeParseCheckedOrder,
  safeParseClosedCase,
  safeParseLossEvent,
  safeParseRiskFinding,
  safeParseRiskOptions,
} from './risk-inputs.js';
export {
  parseComparedProposal,
  parsePersonalisationOptions,
  safeParseComparedProposal,
  safeParsePersonalisationOptions,
} from './satisfaction-inputs.js';
export { parseServiceQuarter, safeParseServiceQuarter } from './service-quarter.js';
export {
  parseServiceWindow,
  parseToolRequest,
  parseToolTask,
  parseToolUsage,
  safeParseServiceWindow,
  safeParseToolRequest,
  safeParseToolTask,
  safeParseToolUsage,
} from './tool-inputs.js';
