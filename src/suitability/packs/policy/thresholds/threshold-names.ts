/** Numbers on what the client holds once the order is done, and on the product against the client. */
const PORTFOLIO_THRESHOLDS = [
  'issuerShareWarn',
  'issuerShareBlock',
  'productShareWarn',
  'productShareBlock',
  'employerShareWarn',
  'reserveMonthsLeast',
  'reserveMonthsRegular',
  'reserveMonthsIrregular',
  'illiquidShareWarn',
  'holdingExcessBlock',
  'knowledgeGapRefer',
  'currencyShareWarn',
  'leverageAbove',
  'leverageLevelMin',
  'volatilityCapC1',
  'volatilityCapC2',
  'volatilityCapC3',
  'volatilityCapC4',
  'volatilityCapC5',
] as const;

/** Numbers on the order, on earlier ones, on the assessment before it and on the time to consider. */
const ORDER_THRESHOLDS = [
  'assessmentMonths',
  'duplicateMinutes',
  'repeatDays',
  'orderCount24h',
  'orderSum24h',
  'coolingRiskFrom',
  'coolingHours',
  'seniorAgeFrom',
  'seniorRiskFrom',
  'coolingHoursSenior',
  'firstContactHours',
  'approvalFrom',
  'dailyAmount',
  'sizeMultiple',
  'firstOrderConfirmFrom',
] as const;

/** A number on what the client holds once the order is done, or on the product against the client. */
export type PortfolioThreshold = (typeof PORTFOLIO_THRESHOLDS)[number];

/** A number on the order, on earlier ones, on the assessment before it or on the time to consider. */
export type OrderThreshold = (typeof ORDER_THRESHOLDS)[number];

/** A number of a bank's policy; see `POLICY_THRESHOLDS`. */
export type PolicyThreshold = PortfolioThreshold | OrderThreshold;

/** The numbers of a bank's policy, by name. */
export const POLICY_THRESHOLDS: readonly PolicyThreshold[] = Object.freeze([
  ...PORTFOLIO_THRESHOLDS,
  ...ORDER_THRESHOLDS,
]);

/** Thresholds of which none may be above the next. */
export const THRESHOLD_ORDER: readonly (readonly PolicyThreshold[])[] = [
  ['issuerShareWarn', 'issuerShareBlock'],
  ['productShareWarn', 'productShareBlock'],
  ['reserveMonthsLeast', 'reserveMonthsRegular', 'reserveMonthsIrregular'],
  ['volatilityCapC1', 'volatilityCapC2', 'volatilityCapC3', 'volatilityCapC4', 'volatilityCapC5'],
];
