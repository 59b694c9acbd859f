import type { AllocationPolicy, modelPortfolios } from '../../../src/allocation/index.js';
import { type CompiledAssumptions, compileAssumptions } from '../../../src/market/index.js';
import exact from '../../fixtures/allocation/model-portfolios.json' with { type: 'json' };
import { wrong } from '../support.js';

export { exact };
/** The policy of the exact solutions: rules for everyone and for single levels, and a glide path. */
export const exactPolicy: AllocationPolicy = wrong(exact.policy);

/** A riskless and a risky class: the best equity share is (μ − r)/(λσ²) = 1/λ, up to the cap. */
export const merton: CompiledAssumptions = compileAssumptions({
  asOf: '2026-03-02',
  validUntil: '2027-03-01',
  assetClasses: ['CASH', 'EQUITY'],
  expectedReturn: [0.01, 0.05],
  volatility: [0, 0.2],
  correlation: [
    [1, 0],
    [0, 1],
  ],
});

const stance = (lambda: number, equityMax: number) => ({ lambda, equityMax });

export const mertonPolicy: AllocationPolicy = {
  lower: {},
  upper: {},
  equityClasses: ['EQUITY'],
  levels: {
    C1: stance(20, 0.1),
    C2: stance(10, 0.2),
    C3: stance(4, 0.4),
    C4: stance(2.5, 0.6),
    C5: stance(1.25, 1),
  },
  glidePaths: [
    {
      id: 'education',
      knots: [
        { yearsToGoal: 4, ...stance(2, 0.6) },
        { yearsToGoal: 0, ...stance(10, 0.2) },
      ],
    },
  ],
};

/** The codes of findings with what they are about. */
export const codesOf = ({ findings }: Pick<ReturnType<typeof modelPortfolios>, 'findings'>) =>
  findings.map(({ levels, reason }) => `${reason.code.slice(11)} ${levels.join(' ')}`);

export const asOf = '2026-04-01';
