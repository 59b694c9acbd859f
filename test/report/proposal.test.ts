import { LOCALES } from 'aptfolio/evidence';
import { type ProposalParts, prepareProposal } from 'aptfolio/report';
import { describe, expect, it } from 'vitest';
import expected from '../fixtures/scenario/expected.json';
import { allocation, costs, selection, universe } from './support.js';

const conflicts = [{ en: 'None.', 'zh-Hans': '无。', 'zh-Hant': '無。' }];
const parts: ProposalParts<'CNY'> = {
  level: 'C3',
  allocation,
  selection,
  universe,
  costs,
  conflicts,
};

function complete(given: ProposalParts<'CNY'> = parts) {
  const proposal = prepareProposal(given);
  if (proposal.status !== 'complete') throw new Error(proposal.missing.join());
  return proposal;
}

describe('the sample client’s proposal', () => {
  const proposal = complete();

  it('states the risk characteristics', () => {
    const { risk } = proposal;
    expect(risk.level).toBe('C3');
    expect(risk.highestRating).toBe('R3');
    expect(risk.volatility).toBeCloseTo(expected['allocation.C3'].vol, 8);
    expect(risk.figures.valueAtRisk).toBeCloseTo(expected['allocation.C3.risk'].VaR95_1y_normal, 6);
    expect(risk.figures.expectedShortfall).toBeCloseTo(
      expected['allocation.C3.risk'].ES95_1y_normal,
      7,
    );
  });

  it('states where the money goes, by look-through and by product', () => {
    const { direction } = proposal;
    for (const [assetClass, weight] of Object.entries(expected['products.lookThrough'].w)) {
      expect(direction.assetClasses[assetClass]).toBeCloseTo(weight, 8);
    }
    expect(direction.products.map(({ product }) => product)).toEqual(
      Object.keys(expected['products.weights']),
    );
    expect(direction.products.map(({ rating }) => rating)).toEqual(['R1', 'R2', 'R3', 'R3', 'R3']);
  });

  it('shows a bad, a middling and a good year after annual fees, and promises nothing', () => {
    // By hand: net = 0.04081838 − 0.00761985 = 0.03319853; z = 1.644854; σ = 0.04864103.
    const returns = proposal.returns.scenarios.map((scenario) => scenario.return);
    expect(returns[0]).toBeCloseTo(0.03319853 - 1.644854 * 0.04864103, 6);
    expect(returns[1]).toBeCloseTo(0.03319853, 8);
    expect(returns[2]).toBeCloseTo(0.03319853 + 1.644854 * 0.04864103, 6);
    expect(proposal.reasons.map(({ code }) => code)).toEqual(['report.no-promise']);
    expect(proposal.returns).not.toHaveProperty('goal');
  });

  it('states fees, liquidity and conflicts', () => {
    expect(proposal.fees.entryFees.amount).toBe('315.95');
    expect(proposal.liquidity).toEqual({ longestLockUpDays: 0, withoutLockUp: 1 });
    expect(proposal.conflicts).toEqual(conflicts);
  });

  it('is frozen and plain data', () => {
    expect(Object.isFrozen(proposal)).toBe(true);
    expect(JSON.parse(JSON.stringify(proposal))).toEqual(proposal);
  });
});

describe('prepareProposal', () => {
  it('counts what is locked up', () => {
    const byId = { ...universe.byId };
    byId.P03 = { ...universe.byId.P03!, lockUpDays: 30 };
    const { liquidity } = complete({ ...parts, universe: { ...universe, byId } });
    expect(liquidity.longestLockUpDays).toBe(30);
    expect(liquidity.withoutLockUp).toBeCloseTo(1 - expected['products.weights'].P03, 8);
  });

  it.each([['allocation'], ['selection'], ['costs'], ['conflicts']] as const)(
    'presents nothing without %s',
    (part) => {
      const { [part]: _, ...rest } = parts;
      const proposal = prepareProposal(rest);
      expect(proposal.status).toBe('incomplete');
      expect(proposal.status === 'incomplete' && proposal.missing).toEqual([part]);
      expect(proposal.reasons.map(({ code, severity }) => [code, severity])).toEqual([
        [`report.missing-${part}`, 'block'],
      ]);
    },
  );

  it('takes null for a part that is missing', () => {
    const proposal = prepareProposal({ ...parts, selection: null as never });
    expect(proposal.status === 'incomplete' && proposal.missing).toEqual(['selection']);
  });

  it('takes an empty list of statements for no statement', () => {
    expect(prepareProposal({ ...parts, conflicts: [] }).status).toBe('incomplete');
  });

  it.each(LOCALES)('refuses a statement without %s', (locale) => {
    const { [locale]: _, ...rest } = conflicts[0]!;
    expect(() => prepareProposal({ ...parts, conflicts: [rest] as never })).toThrow(
      expect.objectContaining({ code: 'missing-value' }),
    );
  });

  it.each([
    ['no parts', undefined, 'missing-value', 'parts'],
    ['an unknown level', { ...parts, level: 'C6' }, 'unknown-value', 'parts.level'],
    ['no universe', { ...parts, universe: null }, 'missing-value', 'parts.universe'],
    [
      'a statement in no language',
      { ...parts, conflicts: ['none'] },
      'invalid-type',
      'parts.conflicts[0]',
    ],
  ])('refuses %s', (_, given, code, path) => {
    expect(() => prepareProposal(given as never)).toThrow(expect.objectContaining({ code, path }));
  });
});
