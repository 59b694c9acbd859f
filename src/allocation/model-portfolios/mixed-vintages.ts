import { checkVector, renamePaths } from '../../errors/index.js';
import { type CompiledAssumptions, covarianceFromCorrelation } from '../../market/index.js';

/** What may change from one vintage of model portfolios to the next, in the order in which it takes its later value. */
export const VINTAGE_BLOCKS = ['returns', 'volatilities', 'correlations', 'policy'] as const;

export type VintageBlock = (typeof VINTAGE_BLOCKS)[number];

/**
 * Assumptions on the way from an earlier vintage to a later one of the same classes, in the earlier one's order: with later
 * returns; with later volatilities too; with later correlations too.
 */
export function mixedVintages(
  before: CompiledAssumptions,
  after: CompiledAssumptions,
): readonly CompiledAssumptions[] {
  const places = before.assetClasses.map((name) => after.assetClasses.indexOf(name));
  const inOrder = (field: 'expectedReturn' | 'volatility'): readonly number[] => {
    const values = checkVector(after[field], `after.assumptions.${field}`, places.length);
    return places.map((place) => values[place]!);
  };
  const volatility = inOrder('volatility');
  const returns = { ...before, expectedReturn: inOrder('expectedReturn') };
  const covariance = renamePaths(
    { volatility: 'after.assumptions.volatility', correlation: 'before.assumptions.correlation' },
    () => covarianceFromCorrelation(volatility, before.correlation),
  );
  const later = places.map((i) => places.map((j) => after.covariance[i]![j]!));
  return [returns, { ...returns, covariance }, { ...returns, covariance: later }];
}
