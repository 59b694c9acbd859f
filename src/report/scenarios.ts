import { normalQuantile } from '../numerics/index.js';

/** The return of one year in one scenario. */
export interface ReturnScenario {
  readonly scenario: 'unfavourable' | 'middle' | 'favourable';
  /** Share of years that turn out worse, decimal fraction. */
  readonly probabilityBelow: number;
  /** Of one year, after annual fees, decimal fraction. */
  readonly return: number;
}

const SCENARIOS = [
  ['unfavourable', 0.05],
  ['middle', 0.5],
  ['favourable', 0.95],
] as const;

/** A bad, a middling and a good year: μ + z·σ of a normally distributed year. */
export function returnScenarios(portfolio: {
  readonly expectedReturn: number;
  readonly volatility: number;
}): readonly ReturnScenario[] {
  const { expectedReturn, volatility } = portfolio;
  return Object.freeze(
    SCENARIOS.map(([scenario, probabilityBelow]) =>
      Object.freeze({
        scenario,
        probabilityBelow,
        return: expectedReturn + normalQuantile(probabilityBelow) * volatility + 0,
      }),
    ),
  );
}
