import { describe, expect, it } from 'vitest';
import {
  type AllocationPolicy,
  allocationMessages,
  type GlidePath,
  type GlidePathOptions,
  glidePath,
} from '../../../src/allocation/index.js';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import { assumptions, expectNear, policy, wrong } from '../support.js';
import { merton, mertonPolicy } from './cases.js';

const options = {
  glidePath: 'education',
  level: 'C5',
  asOf: '2026-09-01',
  goalDate: '2030-09-01',
} as const;

/** Equity is 1/λ with one risky class, so that a path goes through these shares, the last one at the goal. */
const through = (...shares: readonly number[]): AllocationPolicy => ({
  ...mertonPolicy,
  levels: { ...mertonPolicy.levels, C5: { lambda: 1e-3, equityMax: 1 } },
  glidePaths: [
    {
      id: 'education',
      knots: shares.map((share, k) => ({
        yearsToGoal: shares.length - 1 - k,
        lambda: 1 / share,
        equityMax: 1,
      })),
    },
  ],
});

const found = (shares: readonly number[], change: Partial<GlidePathOptions> = {}) =>
  glidePath(merton, through(...shares), { ...options, ...change });

const uneven = ({ findings }: GlidePath) =>
  findings.filter(({ reason }) => reason.code === 'allocation.stage-turnover-uneven');

describe('the turnover of a glide path', () => {
  it('is found uneven where one year has far more than the others', () => {
    // 0.02, 0.04, 0.03 and 0.34: the others’ mean is 0.03.
    const path = found([0.5, 0.48, 0.44, 0.41, 0.07]);
    expect(path.status).toBe('complete');
    const [finding, ...more] = uneven(path);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ dates: ['2030-09-01'], reason: { severity: 'warn' } });
    const { turnover, mean, ...rest } = finding!.reason.parameters;
    expect(rest).toEqual({ count: 1, years: 4, date: '2030-09-01' });
    expectNear([turnover, mean] as number[], [0.34, 0.03], 1e-12);
  });

  it('is found uneven in the sample bank’s path, where the ceiling on bonds lets go at the end', () => {
    const glidePaths = [
      {
        id: 'education',
        knots: [
          { yearsToGoal: 10, lambda: 3, equityMax: 0.6 },
          { yearsToGoal: 0, lambda: 30, equityMax: 0.05 },
        ],
      },
    ];
    const path = glidePath(
      wrong(assumptions),
      { ...policy, glidePaths },
      {
        ...options,
        level: 'C3',
        asOf: '2026-03-02',
        goalDate: '2037-03-02',
      },
    );
    expect(uneven(path).map(({ dates }) => dates)).toEqual([['2037-03-02']]);
  });

  it.each([
    ['exactly 10 % is not above it', [0.5, 0.49, 0.48, 0.47, 0.37], 0],
    ['a little more is', [0.5, 0.49, 0.48, 0.47, 0.369], 1],
    // 0.12 each against a mean of 0.06.
    ['exactly twice the mean is not above it', [0.5, 0.44, 0.38, 0.32, 0.2], 0],
    ['a little more than twice the mean is', [0.5, 0.44, 0.38, 0.32, 0.199], 1],
    // 0, 0, 0.12, 0.12: a year without trades says nothing about the others.
    ['years at rest do not count as little turnover', [0.5, 0.5, 0.5, 0.38, 0.26], 0],
    ['one step in a path at rest stands out', [0.5, 0.5, 0.5, 0.5, 0.3], 1],
    ['a path at rest is even', [0.5, 0.5, 0.5, 0.5, 0.5], 0],
    ['a year has nothing to be compared with where it is the only one', [0.5, 0.1], 0],
  ] as const)('%s', (_, shares, count) => {
    const asOf = shares.length === 2 ? '2029-09-01' : options.asOf;
    expect(uneven(found(shares, { asOf }))).toHaveLength(count);
  });

  it('names all years that stand out in one finding, with the greatest of them', () => {
    // 0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.2, 0.3: without 0.3 the mean is 0.32/7, without 0.2 it is 0.42/7.
    const shares = [0.8, 0.78, 0.76, 0.74, 0.72, 0.7, 0.68, 0.48, 0.18];
    const [finding, ...more] = uneven(found(shares, { goalDate: '2034-09-01' }));
    expect(more).toEqual([]);
    expect(finding!.dates).toEqual(['2033-09-01', '2034-09-01']);
    const { turnover, mean, ...rest } = finding!.reason.parameters;
    expect(rest).toEqual({ count: 2, years: 8, date: '2034-09-01' });
    expectNear([turnover, mean] as number[], [0.3, 0.32 / 7], 1e-12);
  });

  it('is compared year by year, however many stages a year has', () => {
    // Half of each year’s turnover on a day in the middle: 0.02, 0.04, 0.03 and 0.34 as above.
    const shares = [0.5, 0.48, 0.44, 0.41, 0.07];
    const dates = [2026, 2027, 2028, 2029, 2030].flatMap((year) => [
      ...(year === 2026 ? [] : [`${year}-03-01` as const]),
      `${year}-09-01` as const,
    ]);
    const [finding] = uneven(found(shares, { dates }));
    expect(finding!.dates).toEqual(['2030-03-01', '2030-09-01']);
    const { turnover, mean, date } = finding!.reason.parameters;
    expect(date).toBe('2030-09-01');
    expectNear([turnover, mean] as number[], [0.34, 0.03], 1e-12);
  });

  it('leaves the first part of a year out of the comparison', () => {
    // From 2028-08-01 on: a month of the year to 2028, then 0.2 and 0.2.
    const shares = [0.9, 0.7, 0.5, 0.3];
    expect(uneven(found(shares, { asOf: '2028-08-01' }))).toEqual([]);
  });

  it('is not compared where a stage has no allocation', () => {
    // At least 0.2 in equity: the last stage, which would trade most, does not exist.
    const given = through(0.5, 0.48, 0.44, 0.41, 0.07);
    const knots = given.glidePaths![0]!.knots.map((knot) =>
      knot.yearsToGoal === 0 ? { ...knot, equityMax: 0.1 } : knot,
    );
    const groups = [{ id: 'growth', members: ['EQUITY'], min: 0.2 }];
    const path = glidePath(
      merton,
      { ...given, groups, glidePaths: [{ id: 'education', knots }] },
      options,
    );
    expect(path.findings.map(({ reason }) => reason.code)).toEqual(['allocation.stage-infeasible']);
  });

  it('speaks three languages', () => {
    const [finding] = uneven(found([0.5, 0.48, 0.44, 0.41, 0.07]));
    const texts = LOCALES.map((locale) =>
      formatReason(allocationMessages, finding!.reason, locale),
    );
    expect(new Set(texts).size).toBe(3);
    expect(formatReason(allocationMessages, finding!.reason, 'en')).toBe(
      'In 1 of 4 years the path trades far more than in the others, the most in the year to 2030-09-01: 34.00%, against 3.00% on average in the other years with trades.',
    );
    expect(formatReason(allocationMessages, finding!.reason, 'zh-Hans')).toBe(
      '目标路径各年度的调仓比例并不平均：4年中有1年明显高于其他年度，其中截至2030-09-01的一年最高，为34.00%；其他有调仓的年度平均为3.00%。',
    );
  });
});
