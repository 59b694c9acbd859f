export { type CaseCheck, checkCases, type FailedCase, type RuleCoverage } from './cases.js';
export {
  type CompiledPack,
  type CompileOptions,
  compilePack,
  type RuleFunction,
} from './compile.js';
export {
  RULE_RELATIONS,
  type RuleComparison,
  type RuleCondition,
  type RuleConstant,
  type RuleOperand,
  type RuleReckoning,
  type RuleRelation,
} from './condition.js';
export type {
  Counterfactual,
  CounterfactualOptions,
  CounterfactualSearch,
  Counterfactuals,
  FactChangeProposal,
} from './counterfactual/counterfactual.js';
export { describeCounterfactual } from './counterfactual/describe-counterfactual.js';
export { findCounterfactuals } from './counterfactual/find-counterfactuals.js';
export { type DecideOptions, decide, prepareDecisions } from './decide.js';
export type {
  ConditionTrace,
  MissingFact,
  PackReference,
  RuleConflict,
  RuleDecision,
  RuleStanding,
  RuleTrace,
  RuleVerdict,
  Truth,
  ValueTrace,
} from './decision.js';
export { RULE_STANDINGS } from './decision.js';
export {
  diffPacks,
  type NamedChanges,
  type PackDifference,
  type PartChange,
  type RuleChange,
} from './diff-packs.js';
export { describeFinding } from './explain/describe-finding.js';
export { explain } from './explain/explain.js';
export {
  EXPLANATION_KINDS,
  type Explanation,
  type ExplanationKind,
} from './explain/explanation.js';
export { writeExplanation } from './explain/write-explanation.js';
export {
  FACT_GAPS,
  FACT_TYPES,
  type FactChange,
  type FactDeclaration,
  type FactGap,
  type FactType,
  type FactValue,
  type RuleDefault,
  type RuleFacts,
  type SourcedFact,
  type ValueLabels,
} from './fact.js';
export { factMessages } from './fact-messages.js';
export {
  type ImpactExample,
  type ImpactOptions,
  type PackImpact,
  packImpact,
  type StatusMove,
} from './impact.js';
export { PACK_FAULTS, type PackFault, type PackFinding } from './lint/finding.js';
export { lintPack, type PackLint } from './lint/lint-pack.js';
export { rulesMessages } from './messages.js';
export type {
  Candidates,
  DatedParameter,
  GoldenCase,
  ParameterValue,
  RetentionRule,
  RulePack,
  Term,
  Tightening,
} from './pack.js';
export { packAt } from './pack-at.js';
export { prepareRetention } from './retention.js';
export type { InForce, OverridePermission, Rule } from './rule.js';
export type { GridFacts } from './screen/grid/grid-facts.js';
export { KEPT_STANDINGS, type KeptStanding, type RuleHit } from './screen/result/standings.js';
export { type Screening, type ScreenOptions, screen } from './screen/screen.js';
export { type GridOptions, type GridScreening, screenGrid } from './screen/screen-grid.js';
export { DECISION_STATUSES, type DecisionStatus, PERMITTED_STATUSES } from './status.js';
