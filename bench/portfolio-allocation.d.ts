declare module 'portfolio-allocation' {
  /** Long only and fully invested. */
  const PortfolioAllocation: {
    /** Weights, return and volatility of portfolios at even steps along the frontier, from the least risk up. */
    readonly meanVarianceEfficientFrontierPortfolios: (
      mu: readonly number[],
      sigma: readonly (readonly number[])[],
      options: {
        readonly optimizationMethod: 'critical-line';
        readonly optimizationMethodParams: { readonly maxIterCriticalLine: number };
        readonly discretizationType: 'return';
        readonly nbPortfolios: number;
      },
    ) => readonly (readonly [
      weights: readonly number[],
      expectedReturn: number,
      volatility: number,
    ])[];
    readonly globalMinimumVarianceWeights: (
      sigma: readonly (readonly number[])[],
      options: {
        readonly optimizationMethod: 'gsmo';
        readonly optimizationMethodParams: {
          readonly epsGsmo: number;
          readonly maxIterGsmo: number;
        };
      },
    ) => readonly number[];
  };
  export default PortfolioAllocation;
}
