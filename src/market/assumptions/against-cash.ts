import { eigenSymmetric } from '../../numerics/index.js';
import type { CompiledAssumptions } from '../assumptions.js';
import { type AssumptionsFinding, finding } from './finding.js';
import type { AssumptionsPolicy } from './policy.js';

/** A class with a volatility, and what it earns above cash for each unit of it. */
interface RiskyClass {
  readonly index: number;
  readonly sharpe: number;
}

/** Eigenvalues of a correlation below this are 0, but for rounding. */
const NO_VARIANCE = 1e-10;

/** Findings that take the return of cash as riskless; none where no class stands for cash. */
export function againstCash(
  compiled: CompiledAssumptions,
  policy: AssumptionsPolicy,
): readonly AssumptionsFinding[] {
  const { assetClasses, expectedReturn, volatility } = compiled;
  if (policy.cash === undefined) return [];
  const cash = assetClasses.indexOf(policy.cash);
  if (cash < 0) {
    const parameters = { assetClass: policy.cash };
    return [finding('assetClasses', 'market.assumptions-cash-missing', parameters)];
  }
  const rate = expectedReturn[cash]!;
  const others = assetClasses.map((_, i) => i).filter((i) => i !== cash);
  const risky = others
    .filter((i) => volatility[i]! > 0)
    .map((index) => ({ index, sharpe: (expectedReturn[index]! - rate) / volatility[index]! }));
  return [
    ...others.flatMap((index) => classFindings(compiled, policy, cash, index)),
    ...portfolioFindings(compiled, policy, risky),
  ];
}

function classFindings(
  { assetClasses, expectedReturn, volatility }: CompiledAssumptions,
  { maxSharpe }: AssumptionsPolicy,
  cash: number,
  index: number,
): readonly AssumptionsFinding[] {
  const assetClass = assetClasses[index]!;
  const [expected, rate] = [expectedReturn[index]!, expectedReturn[cash]!];
  const [risk, cashRisk] = [volatility[index]!, volatility[cash]!];
  const path = `expectedReturn[${index}]`;
  const parameters = { assetClass, expected, cash: rate };
  if (expected > rate && risk === 0) {
    return [finding(path, 'market.assumptions-riskless-gain', parameters)];
  }
  if (expected < rate && risk > cashRisk) {
    return [finding(path, 'market.assumptions-below-cash', parameters)];
  }
  if (maxSharpe === undefined || risk === 0) return [];
  const sharpe = (expected - rate) / risk;
  if (Math.abs(sharpe) <= maxSharpe) return [];
  const figures = { assetClass, sharpe: legible(sharpe), bound: maxSharpe };
  return [finding(path, 'market.assumptions-sharpe', figures)];
}

/** The best mix has the Sharpe ratio √(s'R⁻¹s), of the classes' ratios s and their correlations R (Gibbons, Ross and Shanken 1989). */
function portfolioFindings(
  { correlation }: CompiledAssumptions,
  { maxPortfolioSharpe: bound }: AssumptionsPolicy,
  risky: readonly RiskyClass[],
): readonly AssumptionsFinding[] {
  if (bound === undefined || risky.length === 0) return [];
  const n = risky.length;
  const matrix = risky.flatMap(({ index: i }) => risky.map(({ index: j }) => correlation[i]![j]!));
  const { values, vectors } = eigenSymmetric(Float64Array.from(matrix), n);
  let square = 0;
  for (let d = 0; d < n; d++) {
    const along = risky.reduce((sum, { sharpe }, i) => sum + vectors[i * n + d]! * sharpe, 0);
    if (values[d]! > NO_VARIANCE) square += (along * along) / values[d]!;
    else if (Math.abs(along) > Math.sqrt(NO_VARIANCE)) {
      // A mix without any risk that earns something else than cash does.
      return [finding('correlation', 'market.assumptions-arbitrage', {})];
    }
  }
  const sharpe = Math.sqrt(square);
  if (sharpe <= bound) return [];
  const parameters = { sharpe: legible(sharpe), bound };
  return [finding('correlation', 'market.assumptions-portfolio-sharpe', parameters)];
}

function legible(ratio: number): number {
  return Math.round(ratio * 1e4) / 1e4;
}
