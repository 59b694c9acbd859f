import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMinorUnits, toMinorUnits } from '../../../src/money/index.js';
import { shareOut } from '../../../src/rebalancing/household/share-out.js';
import type { ShareProblem, Sharing } from '../../../src/rebalancing/household/share-problem.js';
import { cny } from '../support.js';
import { account } from './accounts.js';
import { bring, IDS, RISKY, type Trading, weights } from './capped.js';

describe('caps on random households', () => {
  const cents = fc.bigInt({ min: 0n, max: 10_000_000n });
  const accounts = fc
    .array(
      fc.record({
        held: fc.tuple(cents, cents, cents),
        cash: cents,
        restrictions: fc.dictionary(
          fc.constantFrom(...IDS),
          fc.constantFrom('locked' as const, 'sell-only' as const, 'buy-only' as const),
          { maxKeys: 1 },
        ),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((rows) =>
      rows.map(({ held, cash, restrictions }, i) => ({
        ...account(`${i}`, {}),
        positions: IDS.map((product, j) => ({ product, value: fromMinorUnits('CNY', held[j]!) })),
        cash: [fromMinorUnits('CNY', cash)],
        restrictions,
      })),
    );
  const target = fc
    .tuple(fc.nat(100), fc.nat(100), fc.nat(100))
    .filter((parts) => parts.some((part) => part > 0))
    .map((parts) => {
      const sum = parts.reduce((a, b) => a + b, 0);
      return weights(parts[0]! / sum, parts[1]! / sum, parts[2]! / sum);
    });
  const share = fc.constantFrom(0.1, 0.3, 0.5, 0.8);
  const rules = fc.tuple(share, share, fc.boolean()).map(
    ([group, issuer, isIssuer]): Trading => ({
      ...RISKY(group),
      ...(isIssuer ? { maxWeightPerIssuer: issuer } : {}),
    }),
  );

  /** What counts of each product, and the most, by cap. */
  const capsOf = ({ groups = [], maxWeightPerIssuer }: Trading) => [
    { most: groups[0]!.max, parts: { GOLD: 1, SHARES: 1 } as Record<string, number> },
    ...(maxWeightPerIssuer === undefined
      ? []
      : [
          { most: maxWeightPerIssuer, parts: { BONDS: 1 } as Record<string, number> },
          { most: maxWeightPerIssuer, parts: { GOLD: 0.5, SHARES: 1 } as Record<string, number> },
        ]),
  ];

  it('are what no share asks an account to pass', () => {
    fc.assert(
      fc.property(accounts, target, rules, (rows, aim, trading) => {
        const { shares } = bring({ accounts: rows, target: aim }, trading);
        for (const { account: id, amounts, investable, result } of shares) {
          const given = rows.find((one) => one.id === id)!;
          for (const { most, parts } of capsOf(trading)) {
            const sumOf = (of: (product: string) => number) =>
              Object.entries(parts).reduce((sum, [product, part]) => sum + part * of(product), 0);
            const asked = sumOf((product) =>
              amounts[product] === undefined ? 0 : Number(toMinorUnits(amounts[product])),
            );
            const stays = sumOf((product) => {
              const isStuck = ['locked', 'buy-only'].includes(given.restrictions[product] ?? '');
              const { value } = given.positions.find((one) => one.product === product)!;
              return isStuck ? Number(toMinorUnits(value)) : 0;
            });
            const allowed = Math.max(most * Number(toMinorUnits(investable)), stays);
            expect(asked).toBeLessThanOrEqual(allowed + 1e-6);
          }
          // The account comes to its share to the cent.
          for (const [product, amount] of Object.entries(amounts)) {
            const reached = result?.after.values[product] ?? cny('0');
            expect(Math.abs(Number(toMinorUnits(reached) - toMinorUnits(amount)))).toBeLessThan(3);
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  it('are kept by the sharing that is nearest to the target, and of those the cheapest', () => {
    const small = fc.integer({ min: 0, max: 4 });
    const cell = fc.record({
      held: small,
      cost: fc.integer({ min: 0, max: 2 }),
      isFast: fc.boolean(),
    });
    const problems = fc.record({
      cells: fc.array(cell, { minLength: 6, maxLength: 6 }),
      cash: fc.tuple(small, small),
      caps: fc.tuple(small, small),
      parts: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)),
    });
    fc.assert(
      fc.property(problems, ({ cells, cash, caps, parts }) => {
        const money = [0, 1].map((i) =>
          cells.slice(3 * i, 3 * i + 3).reduce((sum, { held }) => sum + held, cash[i]!),
        );
        const whole = money[0]! + money[1]!;
        const targets = [parts[0]!, parts[1]!, 0].map((part) => Math.min(part, whole));
        targets[1] = Math.min(targets[1]!, whole - targets[0]!);
        targets[2] = whole - targets[0]! - targets[1]!;
        const problem: ShareProblem = {
          cells: cells.map(({ held, cost, isFast }, j) => ({
            account: Math.floor(j / 3),
            product: IDS[j % 3]!,
            held: BigInt(held),
            least: isFast ? BigInt(held) : 0n,
            most: BigInt(money[Math.floor(j / 3)]!),
            cost,
            exposures: [[j % 3, 1]],
          })),
          money: money.map(BigInt),
          targets: targets.map(BigInt),
          caps: [0, 1].map((i) => ({
            account: i,
            parts: [
              [3 * i, 1],
              [3 * i + 1, 1],
            ],
            most: BigInt(caps[i]!),
          })),
        };
        const found = measured(problem, shareOut(problem));
        const best = bestOf(problem);
        expect(found.distance).toBe(best.distance);
        if (best.distance === 0) expect(found.cost).toBe(best.cost);
      }),
      { numRuns: 60 },
    );
  });
});

interface Measured {
  readonly distance: number;
  readonly cost: number;
}

function measured(problem: ShareProblem, { amounts, left }: Sharing): Measured {
  const apart = problem.targets.map((target, line) =>
    problem.cells.reduce(
      (sum, { exposures }, j) => (exposures[0]![0] === line ? sum + Number(amounts[j]!) : sum),
      -Number(target),
    ),
  );
  const lines = apart.reduce((sum, one) => sum + Math.abs(one), 0);
  const idle = left.reduce((sum, one) => sum + Math.abs(Number(one)), 0);
  const cost = problem.cells.reduce((sum, one, j) => sum + one.cost * Number(amounts[j]!), 0);
  return { distance: lines + 2 * idle, cost };
}

/** The best of all whole amounts. */
function bestOf(problem: ShareProblem): Measured {
  const ways = [0, 1].map((i) => waysOf(problem, i));
  let best: Measured = { distance: Number.POSITIVE_INFINITY, cost: 0 };
  for (const first of ways[0]!) {
    for (const second of ways[1]!) {
      const amounts = [...first.amounts, ...second.amounts];
      const left = [first.left, second.left];
      const one = measured(problem, { amounts, left, changes: 0, fewest: true });
      const isBetter =
        one.distance < best.distance || (one.distance === best.distance && one.cost < best.cost);
      if (isBetter) best = one;
    }
  }
  return best;
}

function waysOf({ cells, money, caps = [] }: ShareProblem, place: number) {
  const own = cells.slice(3 * place, 3 * place + 3);
  const ranges = own.map(({ least, most }) =>
    Array.from({ length: Number(most - least) + 1 }, (_, k) => least + BigInt(k)),
  );
  const stays = own[0]!.least + own[1]!.least;
  const allowed = caps[place]!.most > stays ? caps[place]!.most : stays;
  const ways: { readonly amounts: readonly bigint[]; readonly left: bigint }[] = [];
  for (const a of ranges[0]!) {
    for (const b of ranges[1]!) {
      if (a + b > allowed) continue;
      for (const c of ranges[2]!) {
        const left = money[place]! - a - b - c;
        if (left >= 0n) ways.push({ amounts: [a, b, c], left });
      }
    }
  }
  return ways;
}
