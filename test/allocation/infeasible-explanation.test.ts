import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/allocation/compile/compile-problem.js';
import { conflictingRules } from '../../src/allocation/conflicts.js';
import { explainConflict } from '../../src/allocation/infeasible/explain-conflict.js';
import { highestReachableReturn } from '../../src/allocation/infeasible/highest-return.js';
import { largestBreach } from '../../src/allocation/infeasible/largest-breach.js';
import { readRules } from '../../src/allocation/infeasible/rule-book.js';
import { shownBound } from '../../src/allocation/infeasible/shown-bound.js';
import { smallestRelaxation } from '../../src/allocation/infeasible/smallest-relaxation.js';
import { allocationMessages } from '../../src/allocation/messages.js';
import type { AllocationProblem } from '../../src/allocation/problem.js';
import { formatReason, type Reason } from '../../src/evidence/index.js';

/** 5 % cash at least, 20 % equity at most: 0.05·1 % + 0.75·3 % + 0.2·7 % = 3.7 % is the most there is. */
const ambitious: AllocationProblem = {
  assets: ['CASH', 'BOND', 'EQUITY'],
  expectedReturn: [0.01, 0.03, 0.07],
  covariance: [
    [0, 0, 0],
    [0, 0.0016, 0],
    [0, 0, 0.04],
  ],
  objective: { kind: 'target-return', expectedReturn: 0.05 },
  bounds: { CASH: { min: 0.05 } },
  groups: [{ id: 'risky', members: ['EQUITY'], max: 0.2 }],
};

const explained = (problem: AllocationProblem) =>
  explainConflict(compileProblem(problem), problem.relative);
const relaxed = (problem: AllocationProblem) =>
  smallestRelaxation(compileProblem(problem), problem.relative);

/** What gives way, from where to where. */
function steps(problem: AllocationProblem): readonly (readonly [string, number, number])[] {
  const found = relaxed(problem);
  if (found.status !== 'possible') throw new Error(found.status);
  return found.relaxations.map(({ rule, from, to }) => [rule, from, rounded(to ?? Number.NaN)]);
}

function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

describe('explainConflict', () => {
  it('proves a target that is out of reach by multipliers worked out by hand', () => {
    // Bonds, at 3 %, are what the rest is measured against: the budget counts 0.03, cash falls 0.02 short of it, equity
    // exceeds it by 0.04. 0.05 + 0.02·0.05 − 0.04·0.2 − 0.03·1 = 0.013.
    const { conflicting, proof } = explained(ambitious);
    expect(conflicting).toEqual(['min:CASH', 'group-max:risky', 'target-return', 'budget']);
    const terms = proof?.terms.map(({ rule, sense, multiplier, coefficients, limit }) => [
      ...[rule, sense, rounded(multiplier), coefficients, limit],
    ]);
    expect(terms).toEqual([
      ['min:CASH', 'at-least', 0.02, { CASH: 1 }, 0.05],
      ['group-max:risky', 'at-most', 0.04, { EQUITY: 1 }, 0.2],
      ['target-return', 'at-least', 1, { CASH: 0.01, BOND: 0.03, EQUITY: 0.07 }, 0.05],
      ['budget', 'at-most', 0.03, { CASH: 1, BOND: 1, EQUITY: 1 }, 1],
    ]);
    expect(proof?.gap).toBeCloseTo(0.013, 12);
    // 0.013 / 0.02, 0.013 / 0.04, 0.013 / 1 and 0.013 / 0.03.
    const alone = proof?.terms.map(({ looseBy }) => rounded(looseBy));
    expect(alone).toEqual([0.65, 0.325, 0.013, 0.433333333]);
  });

  it('says in three languages what conflicts, what can be reached and what would do', () => {
    const { reasons, highestReturn } = explained(ambitious);
    expect(highestReturn).toBeCloseTo(0.037, 12);
    const spoken = (locale: 'en' | 'zh-Hans' | 'zh-Hant') =>
      reasons.slice(1).map((reason) => formatReason(allocationMessages, reason, locale));
    expect(spoken('en')).toEqual([
      'Under the other requirements the highest expected return within reach is 3.70%, below the target of 5.00%.',
      'What would do: lower the target of the expected return from 5.00% to 3.70%.',
    ]);
    expect(spoken('zh-Hans')).toEqual([
      '在其他要求之下，预期收益最高只能达到3.70%，低于5.00%的目标。',
      '可行办法：将预期收益目标由5.00%降至3.70%。',
    ]);
    expect(spoken('zh-Hant')).toEqual([
      '在其他要求之下，預期回報最高只能達到3.70%，低於5.00%的目標。',
      '可行辦法：將預期回報目標由5.00%降至3.70%。',
    ]);
  });

  it('has a text for every rule that may give way', () => {
    const { reasons } = explained({
      ...ambitious,
      objective: { kind: 'minimum-variance' },
      bounds: { CASH: { min: 0.6 }, BOND: { max: 0.1 } },
      groups: [{ id: 'risky', members: ['EQUITY'], max: 0.2 }],
      rules: [{ id: 'score', coefficients: { CASH: 1, BOND: 2, EQUITY: 4 }, min: 3 }],
      relative: [{ id: 'ratio', members: ['EQUITY'], of: ['BOND'], max: 0.5 }],
    });
    const texts = reasons.map((reason) => formatReason(allocationMessages, reason, 'en'));
    expect(texts.every((text) => text.length > 20)).toBe(true);
    expect(texts.at(-1)).toBe('All of these have to give way together.');
  });

  it('says so where what conflicts must not give way', () => {
    const names = ['min:CASH', 'group-max:risky', 'target-return'];
    const priorities = Object.fromEntries(names.map((name) => [name, 'hard' as const]));
    const { relaxation, reasons } = explained({ ...ambitious, priorities });
    expect(relaxation).toEqual({ status: 'impossible', conflicting: [...names, 'budget'] });
    expect(reasons.at(-1)?.code).toBe('allocation.firm-rules-conflict');
  });
});

describe('conflictingRules', () => {
  it('counts what is sold below a floor that was taken away', () => {
    // Half in A, half in B: to sell all of A and to hold 0.9 of B turns over 0.45. The floor of A is no part of it.
    const problem: AllocationProblem = {
      assets: ['A', 'B'],
      expectedReturn: [0, 0],
      covariance: [
        [1, 0],
        [0, 1],
      ],
      objective: { kind: 'minimum-variance' },
      bounds: { A: { min: 0.05 }, B: { min: 0.9 } },
      trading: { current: { A: 0.5, B: 0.5 }, maxTurnover: 0.3 },
    };
    expect(conflictingRules(compileProblem(problem))).toEqual(['min:B', 'turnover', 'budget']);
    // 0.1 + 0.9 turns over 0.4.
    expect(steps(problem)).toEqual([['min:B', 0.9, 0.8]]);
    expect(steps({ ...problem, priorities: { 'min:B': 'hard' } })).toEqual([
      ['turnover', 0.3, 0.4],
    ]);
  });

  it('names an asset that was frozen above its group’s limit', () => {
    const problem: AllocationProblem = {
      ...ambitious,
      objective: { kind: 'minimum-variance' },
      trading: { current: { EQUITY: 0.3 }, frozen: ['EQUITY'] },
    };
    expect(conflictingRules(compileProblem(problem))).toEqual(['frozen:EQUITY', 'group-max:risky']);
    expect(steps(problem)).toEqual([['group-max:risky', 0.2, 0.3]]);
    const softer = {
      ...problem,
      priorities: { 'frozen:EQUITY': 1, 'group-max:risky': 'hard' } as const,
    };
    expect(steps(softer)).toEqual([['frozen:EQUITY', 0.3, 0.2]]);
    const [reason] = explained(softer).reasons.slice(-1);
    expect(formatReason(allocationMessages, reason as Reason, 'en')).toBe(
      'What would do: let EQUITY move from 30.00% to 20.00%.',
    );
  });

  it('is empty where the rules can hold', () => {
    const modest = { ...ambitious, objective: { kind: 'minimum-variance' } as const };
    expect(conflictingRules(compileProblem(modest))).toEqual([]);
    expect(steps(modest)).toEqual([]);
  });
});

describe('smallestRelaxation', () => {
  it('spares what is firm, and then what weighs more', () => {
    // Without bonds the rest splits between cash and equity: 0.05·1 % + 0.425·3 % + 0.525·7 % = 5 %.
    const firm = { ...ambitious, priorities: { 'target-return': 'hard' } as const };
    expect(steps(firm)).toEqual([['group-max:risky', 0.2, 0.525]]);
    const both = { 'target-return': 3, 'group-max:risky': 2, 'min:CASH': 1 };
    // Cash alone gains 0.05·2 %; what is missing then, 1.2 %, takes 0.3 more of equity.
    expect(steps({ ...ambitious, priorities: both })).toEqual([
      ['min:CASH', 0.05, 0],
      ['group-max:risky', 0.2, 0.5],
    ]);
  });

  it('lets of equals the first by name give way, in any order', () => {
    const floors: AllocationProblem = {
      ...ambitious,
      objective: { kind: 'minimum-variance' },
      bounds: { CASH: { min: 0.6 }, BOND: { min: 0.6 } },
      groups: [],
    };
    expect(steps(floors)).toEqual([['min:BOND', 0.6, 0.4]]);
    const backwards = { bounds: { BOND: { min: 0.6 }, CASH: { min: 0.6 } } };
    const assets = ['EQUITY', 'BOND', 'CASH'];
    expect(steps({ ...floors, ...backwards, assets })).toEqual([['min:BOND', 0.6, 0.4]]);
  });

  it('gives of a relative rule the amount and the multiple that holds', () => {
    // 0.6 of equity against 0.4 of the others: 1.5 times. Half of 0.4 is 0.2, missed by 0.4.
    const problem: AllocationProblem = {
      ...ambitious,
      objective: { kind: 'minimum-variance' },
      bounds: { EQUITY: { min: 0.6 } },
      groups: [],
      relative: [{ id: 'ratio', members: ['EQUITY'], of: ['CASH', 'BOND'], max: 0.5 }],
      priorities: { 'min:EQUITY': 'hard' },
    };
    const found = relaxed(problem);
    if (found.status !== 'possible') throw new Error(found.status);
    const [only] = found.relaxations;
    expect(only).toMatchObject({ rule: 'relative-max:ratio', subject: 'ratio', from: 0.5 });
    expect(only?.by).toBeCloseTo(0.4, 12);
    expect(only?.to).toBeCloseTo(1.5, 12);
    const unnamed = smallestRelaxation(compileProblem(problem));
    if (unnamed.status !== 'possible') throw new Error(unnamed.status);
    expect(unnamed.relaxations[0]).not.toHaveProperty('to');
  });

  it('gives no multiple of nothing', () => {
    const found = relaxed({
      ...ambitious,
      objective: { kind: 'minimum-variance' },
      bounds: { EQUITY: { min: 1 } },
      groups: [],
      relative: [{ id: 'ratio', members: ['EQUITY'], of: ['CASH', 'BOND'], max: 0.5 }],
      priorities: { 'min:EQUITY': 'hard' },
    });
    if (found.status !== 'possible') throw new Error(found.status);
    const [only, ...others] = found.relaxations;
    expect(others).toEqual([]);
    expect(only).not.toHaveProperty('to');
    expect(only?.by).toBeCloseTo(1, 12);
  });

  it('lets no floor give way to short positions', () => {
    // With 20 % of equity and no cash 0.8·3 % + 0.2·7 % = 3.8 % is the most: to gain more, cash would have to be sold short.
    const firm = { 'target-return': 'hard', 'group-max:risky': 'hard' } as const;
    expect(relaxed({ ...ambitious, priorities: firm })).toEqual({
      status: 'impossible',
      conflicting: ['min:CASH', 'group-max:risky', 'target-return', 'budget'],
    });
    const objective = { kind: 'target-return', expectedReturn: 0.038 } as const;
    expect(steps({ ...ambitious, objective, priorities: firm })).toEqual([['min:CASH', 0.05, 0]]);
    // Where shorts are allowed a tenth sold short adds 0.1·2 %.
    const short: AllocationProblem = {
      ...ambitious,
      objective: { kind: 'target-return', expectedReturn: 0.04 },
      bounds: { CASH: { min: -0.05 } },
      priorities: firm,
    };
    expect(steps(short)).toEqual([['min:CASH', -0.05, -0.1]]);
  });

  it('moves the budget where that alone may give way', () => {
    const capped: AllocationProblem = {
      ...ambitious,
      objective: { kind: 'minimum-variance' },
      bounds: { CASH: { max: 0.3 }, BOND: { max: 0.3 } },
    };
    const priorities = { 'max:CASH': 2, 'max:BOND': 2, 'group-max:risky': 2, budget: 1 };
    expect(steps({ ...capped, priorities })).toEqual([['budget', 1, 0.8]]);
  });
});

describe('highestReachableReturn', () => {
  it('is net of the costs of trading', () => {
    // As above, less 1 % of each purchase: 0.75 of bonds and 0.2 of equity. 3.7 % − 0.95 %.
    const trading = { current: { CASH: 1 }, buyCost: 0.01 };
    const net = highestReachableReturn(compileProblem({ ...ambitious, trading }));
    expect(net).toBeCloseTo(0.0275, 12);
  });

  it('is unknown without a target, and where the other rules conflict', () => {
    const aimless = { ...ambitious, objective: { kind: 'minimum-variance' } as const };
    expect(highestReachableReturn(compileProblem(aimless))).toBeUndefined();
    const torn = { ...ambitious, bounds: { CASH: { min: 0.7 }, BOND: { min: 0.7 } } };
    expect(highestReachableReturn(compileProblem(torn))).toBeUndefined();
  });
});

describe('largestBreach', () => {
  it('measures weights against every rule', () => {
    const book = readRules(compileProblem(ambitious));
    // Equity exceeds its limit by 0.3; the return, 0.5·1 % + 0.5·7 % = 4 %, is short by 1 % of units of 7 %.
    expect(largestBreach(book, Float64Array.of(0.5, 0, 0.5))).toBeCloseTo(0.3, 12);
    expect(largestBreach(book, Float64Array.of(0.9, 0, 0.1))).toBeCloseTo(
      (0.05 - 0.016) / 0.07,
      12,
    );
    expect(largestBreach(book, Float64Array.of(1.4, -0.6, 0.2))).toBeCloseTo(0.6, 12);
  });
});

describe('shownBound', () => {
  it('rounds so that what is shown suffices', () => {
    expect(shownBound(0.35004, 0.3, 'percent')).toBe(0.3501);
    expect(shownBound(0.35000000000000003, 0.3, 'percent')).toBe(0.35);
    expect(shownBound(0.12346, 0.2, 'percent')).toBe(0.1234);
    expect(shownBound(-0.000001, 0.2, 'percent')).toBe(-0.0001);
  });

  it('keeps three digits of small numbers', () => {
    expect(shownBound(5.3012, 5, 'number')).toBe(5.31);
    expect(shownBound(0.0123456, 0.01, 'number')).toBe(0.0124);
    expect(shownBound(-0.4567, 0, 'number')).toBe(-0.457);
    expect(shownBound(0, 1, 'number')).toBe(0);
  });
});
