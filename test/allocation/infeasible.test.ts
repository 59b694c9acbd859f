import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/allocation/compile/compile-problem.js';
import { conflictingRules } from '../../src/allocation/conflicts.js';
import { explainConflict } from '../../src/allocation/infeasible/explain-conflict.js';
import {
  type Relaxation,
  smallestRelaxation,
} from '../../src/allocation/infeasible/smallest-relaxation.js';
import type { AllocationProblem } from '../../src/allocation/problem.js';
import cases from '../fixtures/allocation/infeasible.json' with { type: 'json' };
import { breachesOf, withBound } from './infeasible-rules.js';
import { wrong } from './support.js';

interface Case {
  readonly problem: AllocationProblem;
  readonly defaults: readonly string[];
  /** All minimal conflicts. */
  readonly conflicts: readonly (readonly string[])[];
  /** All minimal conflicts among what never gives way. */
  readonly firmConflicts: readonly (readonly string[])[];
  /** The least totals of breaches by priority, the highest first; null where hard rules conflict. */
  readonly relaxation: readonly (readonly [number, number])[] | null;
  readonly highestReturn: number | null;
}

// A JSON import types kinds as plain strings.
const drawn: readonly Case[] = wrong(cases);
const numbered = drawn.map((one, index) => ({ ...one, index }));

describe('conflictingRules, against all minimal conflicts by trying every subset', () => {
  it.each(numbered)('names one of them: $index', ({ problem, conflicts }) => {
    const found = conflictingRules(compileProblem(problem));
    expect(conflicts.map(sorted)).toContainEqual(sorted(found));
  });

  it.each(numbered)(
    'leaves default ceilings, then default floors out where it can: $index',
    (one) => {
      const { problem, defaults, conflicts } = one;
      const found = conflictingRules(compileProblem(problem));
      const ceilings = (rules: readonly string[]) =>
        rules.filter((rule) => defaults.includes(rule) && rule.startsWith('max:')).length;
      const floors = (rules: readonly string[]) =>
        rules.filter((rule) => defaults.includes(rule) && rule.startsWith('min:')).length;
      if (conflicts.some((rules) => ceilings(rules) === 0)) expect(ceilings(found)).toBe(0);
      if (conflicts.some((rules) => ceilings(rules) + floors(rules) === 0)) {
        expect(ceilings(found) + floors(found)).toBe(0);
      }
    },
  );

  it('is tried on problems of all kinds', () => {
    const kinds = new Set(drawn.flatMap(({ conflicts }) => conflicts.flat()).map(kindOf));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        ...['min', 'max', 'frozen', 'group-min', 'group-max', 'rule-min', 'relative-min'],
        ...['relative-max', 'short', 'leverage', 'turnover', 'budget', 'target-return'],
      ]),
    );
  });
});

describe('smallestRelaxation, against linear programs solved by priority', () => {
  it.each(numbered)('breaks each priority as little as can be: $index', (one) => {
    const { problem, relaxation, firmConflicts } = one;
    const found = smallestRelaxation(compileProblem(problem), problem.relative);
    if (relaxation === null) {
      if (found.status !== 'impossible') throw new Error(found.status);
      expect(firmConflicts.map(sorted)).toContainEqual(sorted(found.conflicting));
      return;
    }
    if (found.status !== 'possible') throw new Error(found.status);
    for (const [priority, total] of relaxation) {
      const own = found.relaxations.filter(
        ({ rule }) => (problem.priorities?.[rule] ?? 1) === priority,
      );
      // The programs keep former priorities to 1e-9 only.
      expect(own.reduce((sum, { by }) => sum + by, 0)).toBeCloseTo(total, 6);
    }
    for (const { rule } of found.relaxations) {
      expect(problem.priorities?.[rule] ?? 1, rule).not.toBe('hard');
    }
  });

  it.each(numbered)('comes with weights that break nothing else: $index', ({ problem }) => {
    const found = smallestRelaxation(compileProblem(problem), problem.relative);
    if (found.status !== 'possible') return expect(found.status).toBe('impossible');
    const given = new Map(found.relaxations.map((one) => [one.rule, one]));
    for (const [rule, breach] of Object.entries(breachesOf(problem, found.weights))) {
      expect(breach, rule).toBeLessThanOrEqual((given.get(rule)?.by ?? 0) + 1e-10);
    }
  });

  it.each(numbered)('names bounds that can be met: $index', ({ problem }) => {
    const found = smallestRelaxation(compileProblem(problem), problem.relative);
    if (found.status !== 'possible') return expect(found.status).toBe('impossible');
    const named = found.relaxations.filter((one) => one.to !== undefined);
    expect(found.relaxations.filter((one) => !named.includes(one)).every(isRelative)).toBe(true);
    if (named.length < found.relaxations.length) return;
    const { priorities: _, ...stated } = problem;
    const loosened = named.reduce(
      (less: AllocationProblem, { rule, to }) => withBound(less, rule, to as number),
      stated,
    );
    const breaches = Object.values(breachesOf(loosened, found.weights));
    expect(Math.max(...breaches)).toBeLessThanOrEqual(1e-10);
    expect(conflictingRules(compileProblem(loosened))).toEqual([]);
  });
});

describe('highestReachableReturn, against a linear program', () => {
  const reachable = numbered.filter(
    ({ problem, highestReturn }) =>
      problem.objective.kind === 'target-return' && highestReturn !== null,
  );

  it('is tried on some', () => {
    expect(reachable.length).toBeGreaterThan(8);
  });

  it.each(reachable)('is the highest net return: $index', ({ problem, highestReturn }) => {
    const { conflicting, highestReturn: found } = explainConflict(compileProblem(problem));
    expect(conflicting).toContain('target-return');
    expect(found).toBeCloseTo(highestReturn as number, 8);
  });
});

function sorted(rules: readonly string[]): readonly string[] {
  return [...rules].sort();
}

function kindOf(rule: string): string {
  return rule.split(':')[0] as string;
}

function isRelative({ kind }: Relaxation): boolean {
  return kind === 'relative-min' || kind === 'relative-max';
}
