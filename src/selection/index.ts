export type {
  Alternative,
  AlternativeComparison,
  ComparedPortfolio,
  ComparisonOptions,
  PortfolioFigures,
} from './alternatives/alternative.js';
export { compareAlternatives } from './alternatives/compare-alternatives.js';
export { checkClientFirst } from './client-first/check-client-first.js';
export type {
  ClientFirstCheck,
  ClientFirstContext,
  ClientFirstFinding,
  UndeterminedChoice,
} from './client-first/client-first.js';
export type { FitTerms, MoneyNeed } from './fit/fit-terms.js';
export { selectionMessages } from './messages.js';
export type { NearMiss } from './near-misses/near-miss.js';
export type { SelectionContext } from './prepare.js';
export { restrictionsOf, type SellOnly } from './screening/restrictions-of.js';
export { screenProducts } from './screening/screen.js';
export type {
  LevelScreening,
  PackScreening,
  ProductSuitability,
  ScreeningContext,
  ScreeningTerms,
} from './screening/screening-context.js';
export type {
  ProductReasons,
  RejectedProduct,
  ScreeningResult,
} from './screening/screening-result.js';
export { selectProducts } from './select.js';
export type {
  NoSelection,
  Selection,
  SelectionCertificate,
  SelectionResult,
} from './selection-result.js';
export { findSubstitutes, type Substitute } from './substitutes.js';
export type { ClassRange, ClassTarget, SelectionTarget } from './target/target.js';
