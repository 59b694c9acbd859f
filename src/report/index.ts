export type {
  AllocationChart,
  Chart,
  DriftChart,
  FanChart,
  FrontierChart,
  KpiChart,
  NamedPoint,
  RiskReturnPoint,
} from './charts.js';
export { allocationChart, driftChart, fanChart, frontierChart, kpiChart } from './make-charts.js';
export { reportMessages } from './messages.js';
export { type PeriodFacts, type PeriodReport, reportPeriod } from './period-report.js';
export {
  type IncompleteProposal,
  type Proposal,
  type ProposalPart,
  type ProposalParts,
  type ProposedProduct,
  prepareProposal,
} from './proposal.js';
export type { ReturnScenario } from './scenarios.js';
