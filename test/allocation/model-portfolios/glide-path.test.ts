import { describe, expect, it } from 'vitest';
import {
  type AllocationPolicy,
  allocate,
  allocationMessages,
  type GlidePath,
  type GlidePathOptions,
  type GlidePathPolicy,
  type GlideStage,
  glidePath,
  modelPortfolios,
  problemOnGlidePath,
  type SizedAllocation,
} from '../../../src/allocation/index.js';
import { stageFindings } from '../../../src/allocation/model-portfolios/stage-findings.js';
import { formatReason, LOCALES, sha256 } from '../../../src/evidence/index.js';
import { RISK_LEVELS } from '../../../src/questionnaire/index.js';
import {
  assumptions,
  expectNear,
  expectRefusal,
  hasNegativeZero,
  isDeeplyFrozen,
  wrong,
} from '../support.js';
import { exact, exactPolicy, merton, mertonPolicy } from './cases.js';

const options = {
  glidePath: 'education',
  level: 'C5',
  asOf: '2026-09-01',
  goalDate: '2030-09-01',
} as const;

function solved(stage: GlideStage): SizedAllocation {
  if (stage.status !== 'optimal') throw new Error(`${stage.date}: ${stage.status}`);
  return stage;
}

const shares = ({ stages }: GlidePath) => stages.map((stage) => solved(stage).equityShare);

const codesOf = ({ findings }: Pick<GlidePath, 'findings'>) =>
  findings.map(({ dates, reason }) => `${reason.code.slice(11)} ${dates.join(' ')}`);

const withPath = (path: Partial<GlidePathPolicy>): AllocationPolicy => ({
  ...mertonPolicy,
  glidePaths: [{ ...mertonPolicy.glidePaths![0]!, ...path }],
});

describe('glidePath', () => {
  it.each(exact.paths.map((path) => [path.level, path] as const))(
    'meets the exact solution of every stage at %s',
    (_, { level, asOf, goalDate, stages }) => {
      const given: GlidePathOptions = wrong({ glidePath: 'education', level, asOf, goalDate });
      const found = glidePath(assumptions, exactPolicy, given);
      expect(found.stages.map(({ date }) => date)).toEqual(stages.map(({ date }) => date));
      found.stages.forEach((stage, k) => {
        const wanted = stages[k]!;
        const { weights, expectedReturn, volatility, equityShare } = solved(stage);
        expectNear(Object.values(weights), Object.values(wanted.weights), 1e-12);
        expectNear(
          [
            stage.yearsToGoal,
            stage.lambda,
            stage.equityMax,
            expectedReturn,
            volatility,
            equityShare,
          ],
          [
            wanted.yearsToGoal,
            wanted.lambda,
            wanted.equityMax,
            wanted.expectedReturn,
            wanted.volatility,
            wanted.equityShare,
          ],
          1e-12,
        );
        if (wanted.turnover === null) expect(stage.turnover).toBeNull();
        else expectNear([stage.turnover as number], [wanted.turnover], 1e-12);
      });
      const total = stages.reduce((sum, { turnover }) => sum + (turnover ?? 0), 0);
      expectNear([found.totalTurnover as number], [total], 1e-12);
    },
  );

  it('goes in a straight line from knot to knot while the same rules bind', () => {
    // One risky class: w = (μ − r)/(λσ²) = 1/λ, at the knots 1/2 and 1/10, below the caps of 0.6 and 0.2.
    const found = glidePath(merton, mertonPolicy, options);
    expectNear(shares(found), [0.5, 0.4, 0.3, 0.2, 0.1], 1e-12);
    expect(found.stages.map(({ lambda }) => lambda)[0]).toBe(2);
    expect(found.stages.map(({ lambda }) => lambda)[4]).toBe(10);
    expectNear(
      found.stages.map(({ equityMax }) => equityMax),
      [0.6, 0.5, 0.4, 0.3, 0.2],
      1e-15,
    );
    expectNear(
      found.stages.slice(1).map(({ turnover }) => turnover as number),
      [0.1, 0.1, 0.1, 0.1],
      1e-12,
    );
    expectNear([found.totalTurnover as number], [0.4], 1e-12);
    expect(found.findings).toEqual([]);
    expect(found).toMatchObject({ status: 'complete', ...options, assumptionsAsOf: '2026-03-02' });
    expect(found.standing.status).toBe('current');
  });

  it('never goes beyond the client’s level', () => {
    // C3: λ 4 and at most 0.4; the path alone would hold 1/2, 2/5 and 3/10 in the first three years.
    const found = glidePath(merton, mertonPolicy, { ...options, level: 'C3' });
    expectNear(shares(found), [0.25, 0.25, 0.25, 0.2, 0.1], 1e-12);
    expect(found.findings).toMatchObject([
      {
        dates: ['2026-09-01', '2027-09-01', '2028-09-01'],
        reason: {
          code: 'allocation.stage-level-caps',
          severity: 'info',
          parameters: { level: 'C3', count: 3, stages: 5 },
        },
      },
    ]);
    const lowest = glidePath(merton, mertonPolicy, { ...options, level: 'C1' });
    expectNear(shares(lowest), [0.05, 0.05, 0.05, 0.05, 0.05], 1e-12);
    expect(lowest.totalTurnover).toBe(0);
    expect(lowest.findings).toMatchObject([
      {
        dates: lowest.stages.map(({ date }) => date),
        reason: {
          code: 'allocation.stage-level-caps-throughout',
          severity: 'info',
          parameters: { level: 'C1', stages: 5 },
        },
      },
    ]);
  });

  it.each([
    ['2026-03-01', 'market.assumptions-not-yet-valid'],
    ['2027-03-02', 'market.assumptions-expired'],
  ] as const)('is not in force on %s, and says so before all else', (asOf, code) => {
    const found = glidePath(merton, mertonPolicy, { ...options, asOf, level: 'C3' });
    expect(found.status).toBe('not-in-force');
    expect(found.findings.map(({ reason }) => reason.code)).toEqual([
      code,
      'allocation.stage-level-caps',
    ]);
    expect(found.findings[0]).toEqual({
      dates: found.stages.map(({ date }) => date),
      reason: found.standing.reasons[0],
    });
    expect(found.findings[0]!.reason.severity).toBe('block');
    expect(isDeeplyFrozen(found)).toBe(true);
  });

  it('caps equity where only the level’s limit on it is tighter', () => {
    const levels = { ...mertonPolicy.levels, C5: { lambda: 1, equityMax: 0.35 } };
    const found = glidePath(merton, { ...mertonPolicy, levels }, options);
    expectNear(shares(found), [0.35, 0.35, 0.3, 0.2, 0.1], 1e-12);
    // In 2028 it is the path's 0.4 that gives way, although 0.3 is held.
    expect(codesOf(found)).toEqual(['stage-level-caps 2026-09-01 2027-09-01 2028-09-01']);
  });

  it('holds the stance of the longest knot before it', () => {
    const found = glidePath(merton, mertonPolicy, { ...options, asOf: '2023-09-01' });
    expectNear(shares(found), [0.5, 0.5, 0.5, 0.5, 0.4, 0.3, 0.2, 0.1], 1e-12);
  });

  it('ends in one stage where the goal is today', () => {
    const found = glidePath(merton, mertonPolicy, { ...options, asOf: '2030-09-01' });
    expect(found.stages).toHaveLength(1);
    expect(found.stages[0]).toMatchObject({ yearsToGoal: 0, lambda: 10, turnover: null });
    expect(found.totalTurnover).toBe(0);
  });

  it('counts the first stage’s part of a year in days', () => {
    // 2026-04-01 to 2026-09-01 are 153 of the 365 days from 2025-09-01.
    const [first, second] = glidePath(merton, mertonPolicy, {
      ...options,
      asOf: '2026-04-01',
      goalDate: '2028-09-01',
    }).stages;
    expectNear([first?.yearsToGoal as number], [2 + 153 / 365], 1e-15);
    expect(second).toMatchObject({ date: '2026-09-01', yearsToGoal: 2 });
    expectNear([solved(first!).equityShare], [0.1 + 0.1 * (2 + 153 / 365)], 1e-12);
  });

  it('counts a goal on 29 February by the month’s end in common years', () => {
    const found = glidePath(merton, mertonPolicy, {
      ...options,
      asOf: '2025-03-01',
      goalDate: '2028-02-29',
    });
    expect(found.stages.map(({ date, yearsToGoal }) => [date, yearsToGoal])).toEqual([
      ['2025-03-01', 2 + 364 / 365],
      ['2026-02-28', 2],
      ['2027-02-28', 1],
      ['2028-02-29', 0],
    ]);
  });

  it('takes days that the caller names', () => {
    const dates = ['2026-10-01', '2028-09-01', '2028-10-01'] as const;
    const found = glidePath(merton, mertonPolicy, { ...options, dates });
    expect(found.stages.map(({ date }) => date)).toEqual(dates);
    // 30 of the 365 days from 2026-09-01, and of those from 2028-09-01.
    expectNear(shares(found), [0.1 + 0.1 * (4 - 30 / 365), 0.3, 0.1 + 0.1 * (2 - 30 / 365)], 1e-12);
  });

  it('is the rest of the same path when it is made a year later', () => {
    const early = glidePath(assumptions, exactPolicy, {
      ...options,
      level: 'C4',
      asOf: '2026-03-02',
    });
    const late = glidePath(assumptions, exactPolicy, {
      ...options,
      level: 'C4',
      asOf: '2027-09-01',
    });
    const rest = early.stages.slice(-late.stages.length);
    expect(
      late.stages.map((stage, k) => (k === 0 ? { ...stage, turnover: rest[0]!.turnover } : stage)),
    ).toEqual(rest);
  });

  it('is the level’s model portfolio where the path is bolder throughout', () => {
    const stance = { lambda: 1, equityMax: 1 };
    const policy = {
      ...exactPolicy,
      glidePaths: [{ id: 'education', knots: [{ yearsToGoal: 0, ...stance }] }],
    };
    const { levels } = modelPortfolios(assumptions, policy, { asOf: '2026-09-01' });
    for (const level of RISK_LEVELS) {
      const { stages } = glidePath(assumptions, policy, { ...options, level });
      for (const stage of stages)
        expect(stage).toMatchObject(wrong(without(levels[level], 'level')));
    }
  });

  it('keeps the place of a stage that cannot be solved, and withholds what hangs on it', () => {
    const groups = [{ id: 'growth', members: ['EQUITY'], min: 0.35 }];
    const found = glidePath(merton, { ...mertonPolicy, groups }, options);
    expect(found.status).toBe('incomplete');
    expect(found.stages.map(({ status }) => status)).toEqual([
      'optimal',
      'optimal',
      'optimal',
      'infeasible',
      'infeasible',
    ]);
    expect(found.stages[3]).not.toHaveProperty('weights');
    expect(found.stages.map(({ turnover }) => turnover === null)).toEqual([
      true,
      false,
      false,
      true,
      true,
    ]);
    expect(found.totalTurnover).toBeNull();
    expect(codesOf(found)).toEqual(['stage-infeasible 2029-09-01', 'stage-infeasible 2030-09-01']);
    expect(found.findings[0]?.reason).toMatchObject({
      severity: 'block',
      parameters: { date: '2029-09-01', rules: ['group-max:equity', 'group-min:growth'] },
    });
  });

  it('finds risk that grows towards the goal, unless the policy wants it', () => {
    const knots = [
      { yearsToGoal: 4, lambda: 10, equityMax: 0.6 },
      { yearsToGoal: 2, lambda: 2.5, equityMax: 0.6 },
      { yearsToGoal: 0, lambda: 10, equityMax: 0.6 },
    ];
    const found = glidePath(merton, withPath({ knots }), options);
    expectNear(shares(found), [0.1, 0.25, 0.4, 0.25, 0.1], 1e-12);
    // Each once, however often it grows; both times by the same, so that the first is named.
    expect(codesOf(found)).toEqual([
      'stage-equity-rises 2027-09-01 2028-09-01',
      'stage-volatility-rises 2027-09-01 2028-09-01',
    ]);
    const { parameters, severity } = found.findings[1]!.reason;
    expect(severity).toBe('warn');
    expect(parameters).toMatchObject({
      count: 2,
      steps: 4,
      earlier: '2026-09-01',
      later: '2027-09-01',
    });
    expectNear([parameters.from as number, parameters.to as number], [0.02, 0.05], 1e-12);
    const wanted = glidePath(merton, withPath({ knots, equityMayRise: true }), options);
    expect(wanted.findings).toEqual([]);
    expect(wanted.stages).toEqual(found.stages);
    expect(glidePath(merton, withPath({ knots, equityMayRise: false }), options)).toEqual(found);
  });

  it('names the steepest of the steps at which risk grows', () => {
    // 1/λ: 0.1, 0.12, 0.2, 0.15, 0.16.
    const knots = [0.1, 0.12, 0.2, 0.15, 0.16].map((share, k) => ({
      yearsToGoal: 4 - k,
      lambda: 1 / share,
      equityMax: 0.6,
    }));
    const [equity] = glidePath(merton, withPath({ knots }), options).findings;
    expect(equity!.dates).toEqual(['2027-09-01', '2028-09-01', '2030-09-01']);
    const { from, to, ...rest } = equity!.reason.parameters;
    expect(rest).toEqual({ count: 3, steps: 4, earlier: '2027-09-01', later: '2028-09-01' });
    expectNear([from, to] as number[], [0.12, 0.2], 1e-12);
  });

  it('takes knots in any order', () => {
    const knots = exactPolicy.glidePaths![0]!.knots;
    const policy = {
      ...exactPolicy,
      glidePaths: [{ id: 'education', knots: [knots[1]!, knots[2]!, knots[0]!] }],
    };
    expect(glidePath(assumptions, policy, options)).toEqual(
      glidePath(assumptions, exactPolicy, options),
    );
  });

  it('hashes what it says, comes back from JSON, frozen, without −0, the arguments unchanged', () => {
    const before = JSON.stringify([assumptions, exactPolicy, options]);
    const found = glidePath(assumptions, exactPolicy, options);
    expect(JSON.stringify([assumptions, exactPolicy, options])).toBe(before);
    const { hash, ...content } = found;
    expect(hash).toBe(sha256(content));
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(isDeeplyFrozen(found)).toBe(true);
    expect(hasNegativeZero(found)).toBe(false);
    const viaJson = JSON.parse(JSON.stringify([assumptions, exactPolicy]));
    expect(glidePath(viaJson[0], viaJson[1], options)).toEqual(found);
  });
});

describe('problemOnGlidePath', () => {
  it('is the problem that a stage was solved from', () => {
    const { stages, inputsHash } = glidePath(assumptions, exactPolicy, { ...options, level: 'C4' });
    const problems = stages.map(({ yearsToGoal }) =>
      problemOnGlidePath(assumptions, exactPolicy, {
        glidePath: 'education',
        level: 'C4',
        yearsToGoal,
      }),
    );
    expect(inputsHash).toBe(sha256(problems));
    stages.forEach((stage, k) => {
      expect(stage).toMatchObject(allocate(problems[k]!));
    });
    expect(problems.every(isDeeplyFrozen)).toBe(true);
  });

  it('never leaves the range of its knots, however far they lie apart', () => {
    const knots = [
      { yearsToGoal: 3, lambda: 1e-300, equityMax: 0.1 },
      { yearsToGoal: 0, lambda: 1e300, equityMax: 0.1 },
    ];
    const levels = { ...mertonPolicy.levels, C5: { lambda: 1e-300, equityMax: 1 } };
    for (const yearsToGoal of [0, 1e-300, 1, 3, 100]) {
      const { objective, groups } = problemOnGlidePath(
        merton,
        { ...withPath({ knots }), levels },
        { glidePath: 'education', level: 'C5', yearsToGoal },
      );
      const aversion = objective.kind === 'utility' ? objective.riskAversion : Number.NaN;
      expect(aversion).toBeGreaterThanOrEqual(1e-300);
      expect(aversion).toBeLessThanOrEqual(1e300);
      expect(groups).toMatchObject([{ max: 0.1 }]);
    }
  });

  it('refuses a place that is none', () => {
    const place = { glidePath: 'education', level: 'C3', yearsToGoal: 5 };
    const act = (change: object) => () =>
      problemOnGlidePath(merton, mertonPolicy, wrong({ ...place, ...change }));
    expectRefusal(
      () => problemOnGlidePath(merton, mertonPolicy, wrong(null)),
      'missing-value',
      'place',
    );
    expectRefusal(act({ level: 'C6' }), 'unknown-value', 'place.level');
    expectRefusal(act({ glidePath: 'house' }), 'unknown-id', 'place.glidePath');
    expectRefusal(act({ yearsToGoal: -1 }), 'out-of-range', 'place.yearsToGoal');
    expectRefusal(act({ yearsToGoal: Number.NaN }), 'not-finite', 'place.yearsToGoal');
    expectRefusal(act({ yearsToGoal: 101 }), 'out-of-range', 'place.yearsToGoal');
  });
});

describe('stageFindings', () => {
  const { stages } = glidePath(merton, mertonPolicy, options);

  it('stops a stage that could not be proved', () => {
    const given = stages.map((one, k) =>
      k === 2 ? wrong({ ...one, status: 'no-convergence' }) : one,
    );
    expect(stageFindings(given, stages, 'C5', false)).toMatchObject([
      {
        dates: ['2028-09-01'],
        reason: { code: 'allocation.stage-not-certified', severity: 'block' },
      },
    ]);
  });

  it('speaks three languages', () => {
    const groups = [{ id: 'growth', members: ['EQUITY'], min: 0.35 }];
    const paths = [
      glidePath(merton, { ...mertonPolicy, groups }, { ...options, level: 'C4' }),
      glidePath(
        merton,
        withPath({
          knots: [
            { yearsToGoal: 1, lambda: 10, equityMax: 1 },
            { yearsToGoal: 0, lambda: 5, equityMax: 1 },
          ],
        }),
        options,
      ),
    ];
    const reasons = paths.flatMap(({ findings }) => findings.map(({ reason }) => reason));
    expect(new Set(reasons.map(({ code }) => code)).size).toBe(4);
    expect(reasons.map(({ code }) => code)).not.toContain('allocation.stage-turnover-uneven');
    const texts = LOCALES.flatMap((locale) =>
      reasons.map((reason) => formatReason(allocationMessages, reason, locale)),
    );
    expect(new Set(texts).size).toBe(reasons.length * 3);
    expect(formatReason(allocationMessages, reasons.at(-1)!, 'zh-Hans')).toBe(
      '目标临近，组合波动率却较前一阶段上升1次（阶段更替共4次），升幅最大的一次由2029-09-01的2.00%升至2030-09-01的4.00%。',
    );
    expect(formatReason(allocationMessages, reasons.at(-1)!, 'en')).toBe(
      'Volatility grows in 1 of 4 steps towards the goal, the most from 2.00% on 2029-09-01 to 4.00% on 2030-09-01.',
    );
  });

  it('says at how many stages the level caps the path, or that it does throughout', () => {
    const texts = (level: 'C1' | 'C3') => {
      const { findings } = glidePath(merton, mertonPolicy, { ...options, level });
      return LOCALES.map((locale) =>
        formatReason(allocationMessages, findings.at(-1)!.reason, locale),
      );
    };
    expect(texts('C3')[0]).toBe(
      '在全部5个阶段中，有3个阶段的目标路径限制比客户的C3级宽松，因此以C3级为准，不会因目标需要而提高风险水平。',
    );
    expect(texts('C1')[0]).toBe(
      '在全部5个阶段，目标路径的限制都比客户的C1级宽松，因此以C1级为准，不会因目标需要而提高风险水平。',
    );
    expect(new Set([...texts('C1'), ...texts('C3')]).size).toBe(6);
  });
});

describe('glidePath refuses', () => {
  const knot = { yearsToGoal: 0, lambda: 10, equityMax: 0.2 };
  const one = { id: 'education', knots: [knot] };
  const paths = (...glidePaths: unknown[]) => ({ glidePaths });

  it.each([
    ['policy.glidePaths', 'invalid-type', { glidePaths: {} }],
    ['policy.glidePaths[0]', 'missing-value', paths(null)],
    ['policy.glidePaths[0].id', 'missing-value', paths({ ...one, id: undefined })],
    ['policy.glidePaths[1].id', 'duplicate-id', paths(one, one)],
    ['policy.glidePaths[1].knots', 'missing-value', paths(one, { id: 'house' })],
    ['policy.glidePaths[0].knots', 'empty', paths({ ...one, knots: [] })],
    [
      'policy.glidePaths[0].knots',
      'missing-value',
      paths({ ...one, knots: [{ ...knot, yearsToGoal: 3 }] }),
    ],
    ['policy.glidePaths[0].knots[0]', 'missing-value', paths({ ...one, knots: [null] })],
    ['policy.glidePaths[0].knots[0]', 'missing-value', paths({ ...one, knots: new Array(1) })],
    [
      'policy.glidePaths[0].knots[1].yearsToGoal',
      'duplicate-id',
      paths({ ...one, knots: [knot, knot] }),
    ],
    [
      'policy.glidePaths[0].knots[0].yearsToGoal',
      'out-of-range',
      paths({ ...one, knots: [{ ...knot, yearsToGoal: -1 }] }),
    ],
    [
      'policy.glidePaths[0].knots[0].yearsToGoal',
      'invalid-type',
      paths({ ...one, knots: [{ ...knot, yearsToGoal: '5' }] }),
    ],
    [
      'policy.glidePaths[0].knots[0].lambda',
      'out-of-range',
      paths({ ...one, knots: [{ ...knot, lambda: 0 }] }),
    ],
    [
      'policy.glidePaths[0].knots[0].lambda',
      'not-finite',
      paths({ ...one, knots: [{ ...knot, lambda: Number.NaN }] }),
    ],
    [
      'policy.glidePaths[0].knots[0].equityMax',
      'out-of-range',
      paths({ ...one, knots: [{ ...knot, equityMax: 1.1 }] }),
    ],
    ['policy.glidePaths[0].equityMayRise', 'invalid-type', paths({ ...one, equityMayRise: 'yes' })],
    ['options.glidePath', 'unknown-id', { glidePaths: undefined }],
    ['policy.levels.C5.lambda', 'out-of-range', { levels: { C5: { lambda: -1, equityMax: 1 } } }],
  ] as const)('a policy whose %s is %s', (path, code, change) => {
    expectRefusal(
      () => glidePath(merton, wrong({ ...mertonPolicy, ...change }), options),
      code,
      path,
    );
  });

  it.each([
    ['options.glidePath', 'unknown-id', { glidePath: 'house' }],
    ['options.glidePath', 'missing-value', { glidePath: undefined }],
    ['options.level', 'unknown-value', { level: 'C6' }],
    ['options.asOf', 'invalid-date', { asOf: '2026-02-30' }],
    ['options.goalDate', 'missing-value', { goalDate: null }],
    ['options.goalDate', 'invalid-date', { goalDate: '2030-09-31' }],
    ['options.goalDate', 'inconsistent', { goalDate: '2026-08-31' }],
    ['options.goalDate', 'out-of-range', { goalDate: '2127-01-01' }],
    ['options.dates', 'invalid-type', { dates: '2027-01-01' }],
    ['options.dates', 'empty', { dates: [] }],
    ['options.dates[1]', 'invalid-date', { dates: ['2027-01-01', '2027-13-01'] }],
    ['options.dates[1]', 'inconsistent', { dates: ['2027-01-01', '2027-01-01'] }],
    ['options.dates[0]', 'out-of-range', { dates: ['2026-08-31'] }],
    ['options.dates[0]', 'out-of-range', { dates: ['2030-09-02'] }],
    ['options.risk.confidence', 'out-of-range', { risk: { confidence: 0 } }],
    ['options.maxAgeDays', 'invalid-type', { maxAgeDays: 1.5 }],
  ] as const)('options whose %s is %s', (path, code, change) => {
    expectRefusal(
      () => glidePath(merton, mertonPolicy, wrong({ ...options, ...change })),
      code,
      path,
    );
  });

  it('no options, no policy, no assumptions', () => {
    expectRefusal(
      () => glidePath(merton, mertonPolicy, wrong(undefined)),
      'missing-value',
      'options',
    );
    expectRefusal(() => glidePath(merton, wrong(null), options), 'missing-value', 'policy');
    expectRefusal(() => glidePath(wrong(7), mertonPolicy, options), 'invalid-type', 'assumptions');
  });
});

function without(value: object, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}
