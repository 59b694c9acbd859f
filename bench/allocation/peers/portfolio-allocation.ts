import PortfolioAllocation from 'portfolio-allocation';
import { type Market, rowsOf } from '../market.js';

/** How many portfolios are asked for: the peer finds every corner, but gives portfolios at even steps of the return. */
const PORTFOLIOS = 5;

/** The peer's frontier by its critical-line method: some portfolios, from the least risk up. */
export function peerFrontier(market: Market): () => readonly (readonly number[])[] {
  const rows = rowsOf(market);
  const expected = [...market.expected];
  return () => {
    const portfolios = PortfolioAllocation.meanVarianceEfficientFrontierPortfolios(expected, rows, {
      optimizationMethod: 'critical-line',
      optimizationMethodParams: { maxIterCriticalLine: -1 },
      discretizationType: 'return',
      nbPortfolios: PORTFOLIOS,
    });
    return portfolios.map(([weights]) => weights);
  };
}

/** The peer's portfolio of least variance by sequential minimisation, as exact as it takes for six digits. */
export function peerLeastVariance(market: Market): () => readonly number[] {
  const rows = rowsOf(market);
  return () => {
    return PortfolioAllocation.globalMinimumVarianceWeights(rows, {
      optimizationMethod: 'gsmo',
      optimizationMethodParams: { epsGsmo: 1e-8, maxIterGsmo: -1 },
    });
  };
}
