import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/allocation/compile/compile-problem.js';
import { conflictingRules } from '../../src/allocation/conflicts.js';
import type { ConflictProof } from '../../src/allocation/infeasible/conflict-proof.js';
import { explainConflict } from '../../src/allocation/infeasible/explain-conflict.js';
import { smallestRelaxation } from '../../src/allocation/infeasible/smallest-relaxation.js';
import type { AllocationProblem } from '../../src/allocation/problem.js';
import { breachesOf, withBound } from './infeasible-rules.js';
import { hasNegativeZero, isDeeplyFrozen } from './support.js';

const hundredths = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => value / 100);

/** Problems most of which ask for too much: floors, caps on groups, a target, perhaps little turnover. */
const problems: fc.Arbitrary<AllocationProblem> = fc.integer({ min: 2, max: 7 }).chain((size) => {
  const assets = Array.from({ length: size }, (_, i) => `a${i}`);
  const vector = <T>(value: fc.Arbitrary<T>) =>
    fc.array(value, { minLength: size, maxLength: size });
  const byAsset = <T>(value: fc.Arbitrary<T>) =>
    fc
      .uniqueArray(fc.constantFrom(...assets), { maxLength: size })
      .chain((named) =>
        fc.tuple(...named.map((asset) => value.map((one) => [asset, one] as const))),
      )
      .map((entries) => Object.fromEntries(entries) as Record<string, T>);
  const bounds = fc.oneof(
    hundredths(5, 40).map((min) => ({ min })),
    hundredths(5, 40).map((max) => ({ max })),
    fc
      .tuple(hundredths(-10, 20), hundredths(0, 20))
      .map(([min, more]) => ({ min, max: min + more })),
  );
  const group = fc.record({
    members: fc.uniqueArray(fc.constantFrom(...assets), { minLength: 1 }),
    max: hundredths(5, 60),
  });
  const trading = fc.record(
    {
      current: byAsset(hundredths(0, 50)),
      maxTurnover: hundredths(1, 30),
      buyCost: hundredths(0, 2),
    },
    { requiredKeys: ['current'] },
  );
  return fc
    .record(
      {
        expectedReturn: vector(hundredths(0, 10)),
        target: hundredths(6, 12),
        bounds: byAsset(bounds),
        groups: fc.array(group, { maxLength: 4 }),
        trading,
        maxShort: hundredths(0, 5),
      },
      { requiredKeys: ['expectedReturn', 'target', 'bounds', 'groups'] },
    )
    .map(
      ({ target, groups, ...rest }): AllocationProblem => ({
        assets,
        covariance: assets.map((_, i) => assets.map((__, j) => (i === j ? 0.04 : 0))),
        objective: { kind: 'target-return', expectedReturn: target },
        groups: groups.map((one, k) => ({ id: `g${k}`, ...one })),
        ...rest,
      }),
    );
});

const withPriorities = fc
  .tuple(
    problems,
    fc.array(fc.constantFrom<number | 'hard'>('hard', 1, 2), { minLength: 30, maxLength: 30 }),
  )
  .map(([problem, drawn]): AllocationProblem => {
    const stated = compileProblem(problem).rules.filter((rule) => rule.stated);
    const entries = stated.map(({ name }, i) => [name, drawn[i % drawn.length]] as const);
    return {
      ...problem,
      priorities: Object.fromEntries(entries) as Record<string, number | 'hard'>,
    };
  });

const explained = (problem: AllocationProblem) =>
  explainConflict(compileProblem(problem), problem.relative);
const isInfeasible = (problem: AllocationProblem): boolean =>
  conflictingRules(compileProblem(problem)).length > 0;
const infeasible = problems.filter(isInfeasible);
const FAR = 50;

describe('the proof of a conflict', () => {
  it('adds up to a contradiction', () => {
    fc.assert(
      fc.property(infeasible, (problem) => {
        const { conflicting, proof } = explained(problem);
        expect(proof?.terms.map(({ rule }) => rule)).toEqual(conflicting);
        expectContradiction(proof as ConflictProof, problem.assets);
      }),
    );
  });

  it('uses of each rule only what follows from it', () => {
    const weights = fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
      minLength: 7,
      maxLength: 7,
    });
    fc.assert(
      fc.property(infeasible, weights, (problem, drawn) => {
        const at = Object.fromEntries(
          problem.assets.map((asset, i) => [asset, drawn[i] as number]),
        );
        const breaches = breachesOf(problem, at);
        for (const { rule, sense, coefficients, limit } of explained(problem).proof?.terms ?? []) {
          const left = Object.entries(coefficients).reduce(
            (sum, [asset, own]) => sum + own * (at[asset] as number),
            0,
          );
          const missed = sense === 'at-least' ? limit - left : left - limit;
          expect(missed, rule).toBeLessThanOrEqual((breaches[rule] as number) + 1e-12);
        }
      }),
    );
  });
});

describe('conflictingRules', () => {
  it('leaves a portfolio for the others when any one is taken away', () => {
    fc.assert(
      fc.property(infeasible, (problem) => {
        const compiled = compileProblem(problem);
        const conflicting = conflictingRules(compiled);
        const others = compiled.rules.filter(({ name }) => !conflicting.includes(name));
        for (const left of conflicting) {
          const opened = [...others.map(({ name }) => name), left].reduce(openRule, problem);
          const found = smallestRelaxation(compileProblem(opened));
          if (found.status !== 'possible') throw new Error(found.status);
          expect(found.relaxations).toEqual([]);
          const breaches = breachesOf(problem, found.weights);
          for (const rule of conflicting) {
            if (rule !== left) expect(breaches[rule], rule).toBeLessThanOrEqual(1e-10);
          }
        }
      }),
    );
  });

  it('depends on no unit of the returns', () => {
    fc.assert(
      fc.property(infeasible, (problem) => {
        const { objective, trading, ...rest } = problem;
        if (objective.kind !== 'target-return') throw new Error(objective.kind);
        const small = 2 ** -10;
        const daily: AllocationProblem = {
          ...rest,
          expectedReturn: Array.from(rest.expectedReturn, (own) => own * small),
          objective: { ...objective, expectedReturn: objective.expectedReturn * small },
          ...(trading === undefined
            ? {}
            : { trading: { ...trading, buyCost: Number(trading.buyCost ?? 0) * small } }),
        };
        expect(conflictingRules(compileProblem(daily))).toEqual(
          conflictingRules(compileProblem(problem)),
        );
      }),
    );
  });

  it('names nothing exactly where nothing has to give way', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const found = smallestRelaxation(compileProblem(problem));
        const isPossible = found.status === 'possible' && found.relaxations.length === 0;
        expect(conflictingRules(compileProblem(problem)).length === 0).toBe(isPossible);
      }),
    );
  });
});

describe('smallestRelaxation', () => {
  it('depends on no order of assets, groups and bounds', () => {
    fc.assert(
      fc.property(withPriorities, (problem) => {
        const backwards: AllocationProblem = {
          ...problem,
          assets: [...problem.assets].reverse(),
          expectedReturn: [...problem.expectedReturn].reverse(),
          groups: [...(problem.groups ?? [])].reverse(),
        };
        expect(amounts(backwards)).toEqual(amounts(problem));
      }),
    );
  });

  it('asks for no more when a rule asks for less', () => {
    fc.assert(
      fc.property(infeasible, (problem) => {
        if (problem.objective.kind !== 'target-return') throw new Error(problem.objective.kind);
        const target = problem.objective.expectedReturn;
        const less = withBound(problem, 'target-return', target - 0.01);
        expect(totalOf(less)).toBeLessThanOrEqual(totalOf(problem) + 1e-12);
      }),
    );
  });

  it('never lets a hard rule give way, nor a floor of at least 0 beyond 0', () => {
    fc.assert(
      fc.property(withPriorities, (problem) => {
        const isFirm = (rule: string) => (problem.priorities?.[rule] ?? 'hard') === 'hard';
        const isLongOnly = (rule: string): boolean => {
          const [kind, asset] = rule.split(':') as [string, string];
          return kind === 'min' && (problem.bounds?.[asset]?.min ?? 0) >= 0;
        };
        const found = smallestRelaxation(compileProblem(problem));
        if (found.status === 'possible') {
          for (const { rule, to } of found.relaxations) {
            expect(isFirm(rule), rule).toBe(false);
            if (isLongOnly(rule)) expect(to).toBeGreaterThanOrEqual(0);
          }
          return;
        }
        if (found.status !== 'impossible') throw new Error(found.status);
        for (const rule of found.conflicting) expect(isFirm(rule) || isLongOnly(rule)).toBe(true);
      }),
    );
  });
});

describe('explainConflict', () => {
  it('is frozen, plain and the same each time, and leaves its argument alone', () => {
    fc.assert(
      fc.property(withPriorities, (problem) => {
        const compiled = compileProblem(problem);
        const { rules, program, trading, holdings } = compiled;
        const before = { rules, rows: program.rows, trading, holdings };
        const copy = structuredClone(before);
        const found = explainConflict(compiled);
        expect(isDeeplyFrozen(found)).toBe(true);
        expect(hasNegativeZero(found)).toBe(false);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
        expect(JSON.stringify(explainConflict(compiled))).toBe(JSON.stringify(found));
        expect(before).toEqual(copy);
      }),
    );
  });
});

function expectContradiction({ terms, gap }: ConflictProof, assets: readonly string[]): void {
  const signed = terms.map(({ sense, multiplier, ...term }) => {
    expect(multiplier).toBeGreaterThan(0);
    return { ...term, factor: sense === 'at-least' ? multiplier : -multiplier };
  });
  for (const asset of assets) {
    const sum = signed.reduce(
      (total, { factor, coefficients }) => total + factor * (coefficients[asset] ?? 0),
      0,
    );
    expect(Math.abs(sum), asset).toBeLessThanOrEqual(1e-12);
  }
  const limits = signed.reduce((total, { factor, limit }) => total + factor * limit, 0);
  expect(limits).toBeGreaterThan(1e-9);
  expect(gap).toBeCloseTo(limits, 12);
  for (const { factor, looseBy } of signed) expect(looseBy).toBeCloseTo(gap / Math.abs(factor), 9);
}

/** The problem with a rule so far away that it means nothing. */
function openRule(problem: AllocationProblem, rule: string): AllocationProblem {
  const kind = rule.split(':')[0] as string;
  if (kind === 'budget') return { ...problem, budget: { min: 0, max: FAR } };
  const isLeast = kind.endsWith('min') || kind === 'target-return';
  return withBound(problem, rule, isLeast ? -FAR : FAR);
}

function amounts(problem: AllocationProblem): Readonly<Record<string, number>> | string {
  const found = smallestRelaxation(compileProblem(problem));
  if (found.status !== 'possible') return found.status;
  return Object.fromEntries(
    found.relaxations
      .map(({ rule, by }) => [rule, Math.round(by * 1e9)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function totalOf(problem: AllocationProblem): number {
  const found = smallestRelaxation(compileProblem(problem));
  if (found.status !== 'possible') throw new Error(found.status);
  return found.relaxations.reduce((sum, { by }) => sum + by, 0);
}
