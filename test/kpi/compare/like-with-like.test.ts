import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareLikeWithLike,
  defineKpi,
  emptyState,
  type GroupStrata,
  type LikeWithLikeOptions,
  serviceKpis,
} from '../../../src/kpi/index.js';
import fixture from '../../fixtures/kpi/advisers-and-groups.json' with { type: 'json' };
import { DESCRIPTION, expectClose, expectRefusal, shuffled, wrong } from '../support.js';

const share = defineKpi({ ...DESCRIPTION, kind: 'proportion' });
const rate = defineKpi({ ...DESCRIPTION, kind: 'rate', per: 1000, direction: 'lower-is-better' });
const score = defineKpi({ ...DESCRIPTION, kind: 'measurements', measure: 'mean' });

const of = (successes: number, trials: number) =>
  accumulateAll(share, [{ successes, trials }]).state;
const events = (count: number, exposure: number) =>
  accumulateAll(rate, [{ count, exposure }]).state;
const scores = (...values: number[]) =>
  accumulateAll(
    score,
    values.map((value) => ({ value })),
  ).state;

function compared(...args: Parameters<typeof compareLikeWithLike>) {
  const result = compareLikeWithLike(...args);
  if (result.status !== 'compared') throw new Error(result.status);
  return result;
}

/** C. R. Charig et al., BMJ 292 (1986) 879–882, as in S. A. Julious and M. A. Mullee, BMJ 309 (1994) 1480–1481. */
const KIDNEY_STONES: readonly GroupStrata<'proportion'>[] = [
  { id: 'open surgery', strata: { small: of(81, 87), large: of(192, 263) } },
  { id: 'nephrolithotomy', strata: { small: of(234, 270), large: of(55, 80) } },
];

describe('compareLikeWithLike', () => {
  it('turns the kidney-stone figures round, as published: 78 % against 83 % crude, 83 % against 78 % alike', () => {
    const { groups, differences } = compared(share, KIDNEY_STONES);
    const [percutaneous, open] = groups;
    expect(open).toMatchObject({ id: 'open surgery', status: 'standardised', crude: 0.78 });
    // 357 small and 343 large stones: (357·81/87 + 343·192/263)/700 and (357·234/270 + 343·55/80)/700.
    expectClose((open as { value: number }).value, (357 * (81 / 87) + 343 * (192 / 263)) / 700);
    expectClose(
      (percutaneous as { value: number }).value,
      (357 * (234 / 270) + 343 * (55 / 80)) / 700,
    );
    expect(differences).toHaveLength(1);
    expectClose(differences[0]!.crude, 289 / 350 - 0.78);
    expect(differences[0]!.difference).toBeLessThan(0);
    // 5.4 points with a standard error of 3.4, √(0.51²·(0.931·0.069/87 + 0.867·0.133/270) + 0.49²·(0.730·0.270/263 + 0.688·0.313/80)): this may be chance.
    const parameters = { first: 'nephrolithotomy', second: 'open surgery' };
    expect(differences[0]).toMatchObject({
      verdict: 'not-shown',
      reasons: [{ code: 'kpi.mix-may-reverse', severity: 'info', parameters }],
    });
    // Ten times as many cases leave a standard error of 1.1 points.
    const more = compared(share, [
      { id: 'open surgery', strata: { small: of(810, 870), large: of(1920, 2630) } },
      { id: 'nephrolithotomy', strata: { small: of(2340, 2700), large: of(550, 800) } },
    ]);
    expect(more.differences[0]).toMatchObject({
      verdict: 'worse',
      reasons: [{ code: 'kpi.mix-reverses', severity: 'warn', parameters }],
    });
  });

  it('turns Berkeley’s admissions of 1973 round, as R does', () => {
    const { men, menOf, women, womenOf, crude, adjusted } = fixture.berkeley;
    const strata = (admitted: readonly number[], applied: readonly number[]) =>
      Object.fromEntries(admitted.map((count, i) => ['ABCDEF'[i]!, of(count, applied[i]!)]));
    const { groups, differences } = compared(share, [
      { id: 'men', strata: strata(men, menOf) },
      { id: 'women', strata: strata(women, womenOf) },
    ]);
    groups.forEach((group, i) => {
      if (group.status !== 'standardised') throw new Error(group.status);
      expectClose(group.crude, crude[i]!);
      expectClose(group.value, adjusted[i]!);
    });
    const [{ verdict, reasons }] = differences as [(typeof differences)[0]];
    expect(verdict).toBe('worse');
    expect(reasons[0]?.code).toBe('kpi.mix-reverses');
  });

  it('gives means and rates the weights asked for', () => {
    const means = compared(
      score,
      [
        { id: 'a', strata: { new: scores(4, 6), old: scores(8, 9, 10) } },
        { id: 'b', strata: { new: scores(1, 3), old: scores(8, 8, 11) } },
      ],
      { standard: { new: 3, old: 1 } },
    );
    // (3·5 + 9)/4 and (3·2 + 9)/4; crude 37/5 and 31/5.
    expect(means.groups).toMatchObject([{ value: 6 }, { value: 3.75 }]);
    expectClose((means.groups[0] as { crude: number }).crude, 7.4);
    expectClose((means.groups[1] as { crude: number }).crude, 6.2);
    const rates = compared(
      rate,
      [
        { id: 'a', strata: { new: events(6, 200), old: events(9, 900) } },
        { id: 'b', strata: { new: events(4, 400), old: events(1, 100) } },
      ],
      { standard: { new: 1, old: 1 } },
    );
    // Per 1,000: (30 + 10)/2 and (10 + 10)/2.
    expectClose((rates.groups[0] as { value: number }).value, 20);
    expectClose((rates.groups[1] as { value: number }).value, 10);
    expectClose((rates.groups[0] as { crude: number }).crude, 15_000 / 1100);
  });

  it('keeps the interval of a mean on the scale on which it was measured', () => {
    const rating = defineKpi({
      ...DESCRIPTION,
      kind: 'ratings',
      scale: { lowest: 1, highest: 5 },
      measure: { name: 'mean' },
    });
    const points = defineKpi({
      ...DESCRIPTION,
      kind: 'measurements',
      measure: 'mean',
      range: { lowest: 1, highest: 5 },
    });
    // 4.5 with a standard error of 0.5 and Student's t of 3.18 for three degrees of freedom would reach 6.1; of 1.5 it would reach −0.1.
    for (const [list, interval] of [
      [[5, 5, 5, 3], { high: 5 }],
      [[1, 1, 1, 3], { low: 1 }],
    ] as const) {
      const ratings = accumulateAll(
        rating,
        list.map((score) => ({ score })),
      ).state;
      const values = accumulateAll(
        points,
        list.map((value) => ({ value })),
      ).state;
      const expected = { groups: [{ interval }] };
      expect(compared(rating, [{ id: 'N', strata: { a: ratings } }])).toMatchObject(expected);
      expect(compared(points, [{ id: 'N', strata: { a: values } }])).toMatchObject(expected);
    }
  });

  it('names a stratum without cases instead of filling it in', () => {
    const { groups, differences } = compared(share, [
      { id: 'a', strata: { new: of(5, 10), old: of(5, 10) } },
      { id: 'b', strata: { new: of(5, 10) } },
      { id: 'c', strata: { new: of(5, 10), old: emptyState(share) } },
    ]);
    expect(groups.map(({ status }) => status)).toEqual([
      'standardised',
      'missing-strata',
      'missing-strata',
    ]);
    expect(groups[1]).toMatchObject({
      missing: ['old'],
      strata: [{ id: 'new' }, { id: 'old', n: 0, value: null }],
      reasons: [{ code: 'kpi.strata-missing' }],
    });
    expect(differences).toEqual([]);
  });

  it('needs two cases in a stratum of a mean', () => {
    const { groups } = compared(score, [
      { id: 'a', strata: { new: scores(5), old: scores(1, 2) } },
      { id: 'b', strata: { new: scores(5, 6), old: scores(1, 2) } },
    ]);
    expect(groups[0]).toMatchObject({ status: 'missing-strata', missing: ['new'] });
  });

  it('says that a group has too few cases', () => {
    const few = defineKpi({ ...DESCRIPTION, kind: 'proportion', minimumSample: 5 });
    const state = (n: number) => accumulateAll(few, [{ successes: 1, trials: n }]).state;
    const { groups } = compared(few, [
      { id: 'a', strata: { all: state(4) } },
      { id: 'b', strata: { all: state(5) } },
    ]);
    expect(groups[0]).toMatchObject({
      status: 'insufficient',
      reasons: [{ code: 'kpi.sample-too-small' }],
    });
  });

  it('widens the intervals with the number of differences', () => {
    const group = (id: string, successes: number) => ({ id, strata: { all: of(successes, 100) } });
    const [only] = compared(share, [group('a', 60), group('b', 45)]).differences;
    const many = compared(share, [group('a', 60), group('b', 45), group('c', 50), group('d', 52)]);
    expect(many.differences).toHaveLength(6);
    expect(many.differences[0]!.interval!.confidence).toBeCloseTo(1 - 0.05 / 6, 12);
    expect(many.differences[0]!.interval!.low).toBeLessThan(only!.interval!.low);
    // Newcombe's interval of 60/100 − 45/100: 0.0117 to 0.2801 would exclude 0; with six looks it does not.
    expect(only!.verdict).toBe('better');
    expect(many.differences[0]!.verdict).toBe('not-shown');
    const referred = compared(share, [group('a', 60), group('b', 45), group('c', 50)], {
      reference: 'b',
    });
    expect(referred.differences.map(({ first, second }) => [first, second])).toEqual([
      ['a', 'b'],
      ['c', 'b'],
    ]);
  });

  it('offers nothing for a figure that is put together of no others', () => {
    const spread = defineKpi({
      ...DESCRIPTION,
      kind: 'measurements',
      measure: 'standard-deviation',
    });
    const state = accumulateAll(spread, [{ value: 2 }, { value: 5 }]).state;
    const result = compareLikeWithLike(spread, [{ id: 'a', strata: { all: state } }]);
    expect(result).toMatchObject({
      status: 'not-comparable',
      reasons: [{ code: 'kpi.gap-not-comparable' }],
    });
  });

  it('says that a share stated for a year is compared as it is in its own period', () => {
    const { annualisedClientChurn: churn, clientChurn } = serviceKpis({ currency: 'CNY' });
    const lost = (kpi: typeof churn, successes: number) =>
      accumulateAll(kpi, [{ successes, trials: 400 }]).state;
    const groups = (kpi: typeof churn) => [
      { id: 'a', strata: { all: lost(kpi, 12) } },
      { id: 'b', strata: { all: lost(kpi, 8) } },
    ];
    const { groups: yearly, differences } = compared(churn, groups(churn));
    const own = { code: 'kpi.compared-in-own-period', parameters: { periods: 4 } };
    expect(yearly).toMatchObject([
      { value: 0.03, reasons: [own] },
      { value: 0.02, reasons: [own] },
    ]);
    expect(differences[0]!.reasons).toMatchObject([own]);
    const quarterly = compared(clientChurn, groups(clientChurn));
    expect(quarterly.groups).toMatchObject([{ reasons: [] }, { reasons: [] }]);
    expect(quarterly.differences[0]!.reasons).toEqual([]);
  });

  it('gives the same bytes for groups and strata in any order', () => {
    const cell = fc.record({ successes: fc.nat(30), more: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
        fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
        (table, keys) => {
          const groups = table.map((cells, i) => ({
            id: `g${i}`,
            strata: Object.fromEntries(
              cells.map(({ successes, more }, j) => [`s${j}`, of(successes, successes + more)]),
            ),
          }));
          const turned = shuffled(groups, keys).map(({ id, strata }) => ({
            id,
            strata: Object.fromEntries(Object.entries(strata).reverse()),
          }));
          const [one, other] = [groups, turned].map((g) => compareLikeWithLike(share, g));
          expect(JSON.stringify(other)).toBe(JSON.stringify(one));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('leaves figures as they are where the mixes are alike', () => {
    const { groups } = compared(share, [
      { id: 'a', strata: { new: of(10, 20), old: of(30, 40) } },
      { id: 'b', strata: { new: of(15, 20), old: of(20, 40) } },
    ]);
    for (const group of groups) {
      if (group.status !== 'standardised') throw new Error(group.status);
      expectClose(group.value, group.crude);
    }
  });

  it('refuses bad input by path', () => {
    const good: GroupStrata<'proportion'> = { id: 'a', strata: { new: of(1, 2), old: of(1, 2) } };
    const call =
      (groups: unknown, options: unknown = {}) =>
      () =>
        compareLikeWithLike(share, wrong(groups), options as LikeWithLikeOptions);
    expectRefusal(call(undefined), 'missing-value', 'groups');
    expectRefusal(call([good, good]), 'duplicate-id', 'groups[1].id');
    expectRefusal(call([{ id: 'a', strata: {} }]), 'empty', 'groups[0].strata');
    expectRefusal(
      call([{ id: 'a', strata: { new: scores(1) } }]),
      'inconsistent',
      'groups[0].strata.new.kind',
    );
    const standard = (weights: unknown) => call([good], { standard: weights });
    expectRefusal(standard({ new: 1 }), 'missing-value', 'options.standard.old');
    expectRefusal(standard({ new: 0, old: 0 }), 'out-of-range', 'options.standard');
    expectRefusal(standard({ new: -1, old: 1 }), 'out-of-range', 'options.standard.new');
    expectRefusal(standard({ new: Number.NaN, old: 1 }), 'not-finite', 'options.standard.new');
    expectRefusal(standard('mine'), 'unknown-value', 'options.standard');
    expectRefusal(call([good], { reference: 'z' }), 'unknown-id', 'options.reference');
    expectRefusal(call([good], { confidence: 1 }), 'out-of-range', 'options.confidence');
    expectRefusal(call([good], { weight: 1 }), 'unknown-id', 'options.weight');
  });
});
