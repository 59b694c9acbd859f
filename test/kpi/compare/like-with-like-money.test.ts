import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareLikeWithLike,
  defineKpi,
  type GroupStrata,
  summarise,
} from '../../../src/kpi/index.js';
import { type Money, money } from '../../../src/money/index.js';
import { DESCRIPTION, expectClose } from '../support.js';

const yuan = (amount: number): Money => money('CNY', String(amount));
const ratio = defineKpi({ ...DESCRIPTION, kind: 'amount-ratio', currency: 'CNY' });
const each = defineKpi({
  ...DESCRIPTION,
  kind: 'amount-per-count',
  currency: 'CNY',
  direction: 'lower-is-better',
});
const bridge = defineKpi({
  ...DESCRIPTION,
  kind: 'amount-bridge',
  currency: 'CNY',
  lines: ['flow'],
});
const counts = defineKpi({ ...DESCRIPTION, kind: 'count-ratio' });

const over = (numerator: number, denominator: number, kpi = ratio) =>
  accumulateAll(kpi, [{ numerator: yuan(numerator), denominator: yuan(denominator) }]).state;
const spent = (amount: number, count: number) =>
  accumulateAll(each, [{ amount: yuan(amount), count }]).state;
const grown = (opening: number, flow: number) =>
  accumulateAll(bridge, [
    { opening: yuan(opening), lines: { flow: yuan(flow) }, closing: yuan(opening + flow) },
  ]).state;

function compared(...args: Parameters<typeof compareLikeWithLike>) {
  const result = compareLikeWithLike(...args);
  if (result.status !== 'compared') throw new Error(result.status);
  return result;
}

describe('compareLikeWithLike of money', () => {
  it('weighs ratios of amounts by what is below the line in all groups, and turns the order round', () => {
    const groups = [
      { id: 'north', strata: { new: over(60, 300), old: over(9, 100) } },
      { id: 'south', strata: { new: over(18, 100), old: over(24, 300) } },
    ];
    const { groups: alike, differences } = compared(ratio, groups);
    // 400 below the line in either stratum: (0.2 + 0.09)/2 and (0.18 + 0.08)/2; crude 69/400 and 42/400.
    const [north, south] = alike as unknown as readonly { value: number; crude: number }[];
    expectClose(north!.value, 0.145);
    expectClose(south!.value, 0.13);
    expectClose(north!.crude, 0.1725);
    expectClose(south!.crude, 0.105);
    expect(alike[0]).toMatchObject({ strata: [{ id: 'new', share: 0.5, n: 1 }, { id: 'old' }] });
    // Every case is counted: there is no chance that an interval could speak of.
    for (const group of alike) expect(group).not.toHaveProperty('interval');
    expect(alike[0]).toMatchObject({ reasons: [] });
    expectClose(differences[0]!.difference, 0.015);
    expectClose(differences[0]!.crude, 0.0675);
    expect(differences[0]).not.toHaveProperty('interval');
    expect(differences[0]).not.toHaveProperty('verdict');
    expect(differences[0]!.reasons.map(({ code }) => code)).toEqual(['kpi.difference-not-tested']);
    // With nine parts of old ones: 0.02 + 0.081 against 0.018 + 0.072.
    const fixed = compared(ratio, groups, { standard: { new: 1, old: 9 } });
    expectClose((fixed.groups[0] as { value: number }).value, 0.101);
    expectClose((fixed.groups[1] as { value: number }).value, 0.09);
  });

  it('names the pairs that change places', () => {
    const { differences } = compared(ratio, [
      { id: 'north', strata: { new: over(60, 300), old: over(9, 100) } },
      { id: 'south', strata: { new: over(21, 100), old: over(30, 300) } },
    ]);
    // 0.2 and 0.09 against 0.21 and 0.1, but 69/400 against 51/400.
    expectClose(differences[0]!.difference, -0.01);
    expectClose(differences[0]!.crude, 0.045);
    expect(differences[0]!.reasons[0]).toMatchObject({ code: 'kpi.mix-reverses' });
  });

  it('weighs a year’s ratio alike', () => {
    const yearly = defineKpi({ ...ratio, periodsPerYear: 4 });
    const strata = { new: over(60, 300, yearly), old: over(9, 100, yearly) };
    const { groups } = compared(yearly, [{ id: 'a', strata }], { standard: { new: 1, old: 1 } });
    expectClose((groups[0] as { value: number }).value, 4 * 0.145);
  });

  it('weighs amounts for each case by the cases, and growth by the opening amounts', () => {
    const costs = compared(each, [
      { id: 'a', strata: { small: spent(100, 50), large: spent(900, 10) } },
      { id: 'b', strata: { small: spent(30, 10), large: spent(2000, 30) } },
    ]);
    // 60 small and 40 large: 0.6·2 + 0.4·90 and 0.6·3 + 0.4·200/3; crude 1000/60 and 2030/40.
    expectClose((costs.groups[0] as { value: number }).value, 37.2);
    expectClose((costs.groups[1] as { value: number }).value, 1.8 + 80 / 3);
    expectClose(costs.differences[0]!.crude, 1000 / 60 - 2030 / 40);
    const growth = compared(bridge, [
      { id: 'a', strata: { core: grown(1000, 100), new: grown(100, 50) } },
      { id: 'b', strata: { core: grown(700, 35), new: grown(200, 90) } },
    ]);
    // 1,700 and 300 of 2,000: 0.85·0.1 + 0.15·0.5 and 0.85·0.05 + 0.15·0.45.
    expectClose((growth.groups[0] as { value: number }).value, 0.16);
    expectClose((growth.groups[1] as { value: number }).value, 0.11);
  });

  it('weighs ratios of counts by the count below the line', () => {
    const of = (numerator: number, denominator: number) =>
      accumulateAll(counts, [{ numerator, denominator }]).state;
    const { groups } = compared(counts, [
      { id: 'a', strata: { web: of(30, 10), branch: of(5, 10) } },
      { id: 'b', strata: { web: of(40, 20), branch: of(20, 20) } },
    ]);
    // Half of either: (3 + 0.5)/2 and (2 + 1)/2.
    expect(groups).toMatchObject([{ value: 1.75 }, { value: 1.5 }]);
  });

  it('names the strata with nothing below the line, and says why', () => {
    const strata = { new: over(5, 0), old: over(9, 100) };
    const { groups } = compared(ratio, [
      { id: 'a', strata },
      { id: 'b', strata: { new: over(1, 10), old: over(9, 100) } },
    ]);
    const lack = [
      { code: 'kpi.strata-without-figure', parameters: { group: 'a', strata: ['new'] } },
      { code: 'kpi.denominator-not-positive' },
    ];
    expect(groups[0]).toMatchObject({ status: 'missing-strata', missing: ['new'], reasons: lack });
    expect(groups[1]).toMatchObject({ status: 'standardised' });
    // Also where no group has anything there, and the pooled mix would give it no weight.
    const alone = compared(ratio, [{ id: 'a', strata }]);
    expect(alone.groups[0]).toMatchObject({ status: 'missing-strata', reasons: lack });
    const nothing = compared(ratio, [{ id: 'a', strata: { new: over(5, 0) } }]);
    expect(nothing.groups[0]).toMatchObject({
      status: 'insufficient',
      reasons: [{ code: 'kpi.denominator-not-positive' }],
    });
    const untold = accumulateAll(each, [{ count: 4 }]).state;
    const costs = compared(each, [{ id: 'a', strata: { told: spent(9, 3), untold } }]);
    expect(costs.groups[0]).toMatchObject({
      missing: ['untold'],
      reasons: [{}, { code: 'kpi.no-amount' }],
    });
  });

  it('gives no stratum a share above 1 where the definition says that it is one', () => {
    const part = defineKpi({ ...ratio, share: true });
    const strata = { new: over(15, 10, part), old: over(9, 100, part) };
    const { groups } = compared(part, [{ id: 'a', strata }]);
    expect(groups[0]).toMatchObject({
      status: 'missing-strata',
      missing: ['new'],
      reasons: [{}, { code: 'kpi.not-a-share', parameters: { value: 1.5 } }],
    });
  });

  const cell = fc.record({
    above: fc.integer({ min: -999, max: 999 }),
    below: fc.integer({ min: -20, max: 999 }),
  });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), {
    minLength: 1,
    maxLength: 3,
  });
  const groupsOf = (rows: readonly (readonly { above: number; below: number }[])[]) =>
    rows.map((cells, i) => ({
      id: `g${i}`,
      strata: Object.fromEntries(cells.map(({ above, below }, j) => [`s${j}`, over(above, below)])),
    }));

  it('leaves a ratio as it is where the mix is the group’s own', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
        fc.pre(cells.every(({ below }) => below > 0));
        const [group] = groupsOf([cells]);
        const [found] = compared(ratio, [group!]).groups;
        if (found?.status !== 'standardised') throw new Error(found?.status);
        const whole = summarise(
          ratio,
          over(
            cells.reduce((sum, { above }) => sum + above, 0),
            cells.reduce((sum, { below }) => sum + below, 0),
          ),
        );
        if (whole.status !== 'ok') throw new Error(whole.status);
        expect(found.crude).toBe(whole.value);
        expect(Math.abs(found.value - whole.value)).toBeLessThan(1e-12 * 1000);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('is never NaN, and does not hang on the order of groups and strata', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const groups: GroupStrata<'amount-ratio'>[] = groupsOf(rows);
        const turned = [...groups].reverse().map(({ id, strata }) => ({
          id,
          strata: Object.fromEntries(Object.entries(strata).reverse()),
        }));
        const text = JSON.stringify(compareLikeWithLike(ratio, groups), (_, value) => {
          if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value}`);
          return value;
        });
        expect(JSON.stringify(compareLikeWithLike(ratio, turned))).toBe(text);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });
});
