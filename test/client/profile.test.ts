import { describe, expect, it } from 'vitest';
import {
  type ClientFacts,
  type ClientView,
  type ProfilePolicy,
  profileClient,
} from '../../src/client/index.js';
import {
  AS_OF,
  expectRefusal,
  isDeeplyFrozen,
  policy,
  score,
  view,
  withHoldings,
  wrong,
} from './support.js';

const profile = (
  change: Partial<ClientView<'CNY'>> = {},
  policyChange: Partial<ProfilePolicy> = {},
) => profileClient({ ...view, ...change }, { ...policy, ...policyChange }, { asOf: AS_OF });
const withClient = (change: Partial<ClientFacts>, policyChange: Partial<ProfilePolicy> = {}) =>
  profile({ client: { ...view.client, ...change } }, policyChange);
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

describe('“no loss” stated and 70 % in shares (A13)', () => {
  const { holdings } = withHoldings(
    { id: 'A', kind: 'stock', amount: '700000.00' },
    { id: 'B', amount: '300000.00', availableInDays: 0 },
  );
  const statements = { acceptedLoss: 0 };

  it('lowers the confidence, asks a question, and does not raise the level', () => {
    const result = profile({ holdings, statements });
    expect(result.contradictions).toMatchObject([
      {
        reason: {
          code: 'client.no-loss-but-equity',
          severity: 'require',
          parameters: { acceptedLoss: 0, equityShare: 0.7 },
        },
      },
    ]);
    expect(codes(result.questions)).toEqual(['client.no-loss-but-equity.question']);
    expect(result.confidence).toBe('low');
    expect(result.risk.level).toBe('C3');
  });

  it('goes by the bank’s thresholds', () => {
    const found = (change: ProfilePolicy['contradictions'], acceptedLoss: number) =>
      profile({ holdings, statements: { acceptedLoss } }, { contradictions: change! })
        .contradictions;
    expect(found({ equityAbove: 0.7 }, 0)).toEqual([]);
    expect(found({ equityAbove: 0.69 }, 0.05)).toEqual([]);
    expect(found({ equityAbove: 0.69, noLossUpTo: 0.05 }, 0.05)).toHaveLength(1);
  });

  it('cannot be told where a rate is missing or nothing was stated', () => {
    expect(profile({ holdings }).contradictions).toEqual([]);
    const yen = { id: 'Y', kind: 'stock', currency: 'JPY', amount: '1' } as const;
    const result = profile({ holdings: [...holdings, yen], statements });
    expect(result.contradictions).toEqual([]);
    expect(result.confidence).toBe('low');
    expect(codes(result.reasons)).toContain('client.missing-rate');
  });
});

describe('a client of 67 with bold answers (A4)', () => {
  // Capacity 2·1 + 2·4 + 2·3 + 3·3 = 25 of 100, C2; tolerance 100, C5.
  const bold = { Q06: 3, Q07: 3, Q08: 3, Q09: 3, Q10: 4, Q11: 3, Q12: 3 };
  const questionnaire = score({ Q01: 4, Q02: 0, Q03: 2, Q04: 1, Q05: 1, ...bold });
  const result = profile({
    client: { ...view.client, birthDate: '1958-06-15' },
    questionnaire,
  });

  it('is capped by capacity, and owed special care', () => {
    expect(result.age).toBe(67);
    expect(result.lifeStage).toBe('retired');
    expect(result.risk).toMatchObject({ level: 'C2', capacity: 25, tolerance: 100 });
    expect(result.reasons).toMatchObject([
      {
        code: 'client.special-care',
        severity: 'require',
        citations: [{ article: '18', verified: true }],
      },
      { code: 'questionnaire.held-by-capacity' },
    ]);
    expect(result.status).toBe('open');
  });

  it('contradicts himself or herself', () => {
    expect(result.contradictions).toMatchObject([
      {
        reason: {
          code: 'client.tolerance-above-capacity',
          severity: 'refer',
          parameters: { toleranceLevel: 'C5', otherLevel: 'C2', tolerance: 100, other: 25 },
        },
        question: { code: 'client.tolerance-above-capacity.question' },
      },
    ]);
    expect(result.confidence).toBe('medium');
  });

  it('is owed it from the 65th birthday on', () => {
    const born = (birthDate: ClientFacts['birthDate']) => codes(withClient({ birthDate }).reasons);
    expect(born('1961-03-02')).toContain('client.special-care');
    expect(born('1961-03-03')).not.toContain('client.special-care');
  });
});

describe('gates (A16)', () => {
  it('are closed for a minor until the eighteenth birthday', () => {
    expect(withClient({ birthDate: '2008-03-03' })).toMatchObject({
      status: 'blocked',
      age: 17,
      lifeStage: 'minor',
      reasons: [
        { code: 'client.minor', severity: 'block', citations: [{ article: '17' }] },
        { code: 'questionnaire.held-by-tolerance' },
      ],
    });
    expect(withClient({ birthDate: '2008-03-02' }).status).toBe('open');
  });

  it.each(['frozen', 'closed', 'deceased'] as const)(
    'are closed for an account that is %s',
    (status) => {
      const result = withClient({ status });
      expect(result.status).toBe('blocked');
      expect(codes(result.reasons)).toContain(`client.${status}`);
    },
  );

  it('are closed without consent: what was not said is no yes', () => {
    expect(withClient({ consents: { profiling: false } }).status).toBe('blocked');
    expect(withClient({ consents: {} }).status).toBe('blocked');
    expect(codes(withClient({ consents: {} }).reasons)).toContain('client.no-profiling-consent');
  });

  it('are closed without a complete assessment', () => {
    const { questionnaire, ...without } = view;
    const none = profileClient(without, policy, { asOf: AS_OF });
    expect(none).toMatchObject({
      status: 'blocked',
      confidence: 'low',
      risk: { level: null, capacity: null, tolerance: null, knowledge: null },
    });
    expect(codes(none.reasons)).toEqual(['client.no-assessment']);
    const incomplete = profile({
      questionnaire: {
        status: 'incomplete',
        missing: ['Q10'],
        missingFacts: [],
        reasons: [
          {
            code: 'questionnaire.answer-missing',
            severity: 'block',
            parameters: { item: 'Q10' },
            citations: [],
          },
        ],
        definition: { id: 'f' },
      },
    });
    expect(incomplete).toMatchObject({ status: 'blocked', risk: { level: null } });
  });

  it('ask for a new assessment once the old one has expired', () => {
    const old = (date: `${number}-${number}-${number}`) =>
      profile({ questionnaire: score({}, date) });
    expect(codes(old('2025-03-02').reasons)).not.toContain('client.assessment-expired');
    expect(old('2025-03-01')).toMatchObject({ status: 'open', confidence: 'low' });
    expect(codes(old('2025-03-01').reasons)).toContain('client.assessment-expired');
  });
});

describe('joint owners (A16)', () => {
  it('have the most cautious one’s level, never an average', () => {
    const result = profile({
      coOwners: [
        { id: 'b', level: 'C5' },
        { id: 'a', level: 'C1' },
      ],
    });
    expect(result.risk.level).toBe('C1');
    expect(codes(result.reasons)).toContain('questionnaire.joint-lowest');
  });

  it('are asked for what that level can bring', () => {
    const netReturnByLevel = { C1: 0.02, C3: 0.05 };
    const reach = (coOwners: NonNullable<ClientView['coOwners']>) => {
      const required = profile({ coOwners }, { netReturnByLevel }).risk.need?.required;
      return required?.status === 'found' && required.withinReach;
    };
    // 3.55 % a year is needed.
    expect(reach([])).toBe(true);
    expect(reach([{ id: 'a', level: 'C1' }])).toBe(false);
  });
});

describe('a life stage', () => {
  const stage = (birthDate: ClientFacts['birthDate'], change: Partial<ClientFacts> = {}) =>
    withClient({ birthDate, dependants: [], ...change }).lifeStage;

  it('follows age, family and work', () => {
    expect(stage('2000-01-01')).toBe('starting-out');
    expect(stage('1990-01-01')).toBe('established');
    expect(stage('2000-01-01', { dependants: [{ age: 2 }] })).toBe('raising-family');
    expect(stage('1990-01-01', { dependants: [{ age: 20 }] })).toBe('established');
    expect(stage('1976-03-02')).toBe('before-retirement');
    expect(stage('1966-03-02')).toBe('retired');
    expect(stage('1966-03-02', { retired: false })).toBe('before-retirement');
    expect(stage('1990-01-01', { retired: true })).toBe('retired');
  });

  it('follows the bank’s bounds', () => {
    const lifeStages = { retirementAge: 70, yearsBefore: 5, youngUntil: 40 };
    const of = (birthDate: ClientFacts['birthDate']) =>
      withClient({ birthDate, dependants: [] }, { lifeStages }).lifeStage;
    expect(of('1990-01-01')).toBe('starting-out');
    expect(of('1961-03-03')).toBe('established');
    expect(of('1961-03-02')).toBe('before-retirement');
  });
});

describe('doubts', () => {
  it('are said where the bookings do not cover the window', () => {
    const transactions = view.transactions!.filter(
      ({ bookingDate }) => bookingDate >= '2025-12-01',
    );
    const result = profile({ transactions });
    expect(result.confidence).toBe('medium');
    expect(result.reasons).toContainEqual(
      expect.objectContaining({
        code: 'client.short-history',
        parameters: { observed: 3, months: 12 },
      }),
    );
  });

  it('are said where a booking could not be used; the rest is kept', () => {
    const bad = { ...view.transactions![0]!, id: 'bad', bookingDate: '2026-02-30' as const };
    const result = profile({ transactions: [...view.transactions!, bad] });
    expect(result.failures).toMatchObject([
      {
        row: 77,
        issues: [{ code: 'invalid-date', path: 'view.transactions[77].bookingDate' }],
      },
    ]);
    expect(result.cashFlow.observed.income.amount).toBe('576000.00');
    expect(result.confidence).toBe('medium');
  });

  it('are said where answers were imputed', () => {
    const result = profile({ questionnaire: { ...score(), imputed: ['Q03'] } });
    expect(result.confidence).toBe('low');
  });

  it('are said where a high capacity has no reserve', () => {
    const { holdings } = withHoldings({ amount: '23123.00', availableInDays: 0 });
    expect(profile({ holdings }).contradictions).toMatchObject([
      {
        reason: {
          code: 'client.capacity-without-reserve',
          severity: 'warn',
          parameters: { capacityLevel: 'C4', months: 1, reserveMonths: 6 },
        },
      },
    ]);
  });

  it('are said where the boldness goes far beyond the knowledge', () => {
    const answers = { Q06: 3, Q07: 3, Q08: 3, Q09: 3, Q10: 4, Q11: 1, Q12: 0 };
    // Knowledge 100 · 2·3 / (2·10 + 3·10) = 12, C1.
    const result = profile({ questionnaire: score(answers) });
    expect(result.contradictions).toMatchObject([
      { reason: { code: 'client.tolerance-above-knowledge', severity: 'refer' } },
    ]);
  });
});

describe('a profile', () => {
  it('has no number where the questionnaire has no such dimension', () => {
    const { capacity } = score().dimensions;
    const result = profile({ questionnaire: { ...score(), dimensions: { capacity: capacity! } } });
    expect(result.risk).toMatchObject({ capacity: 65, tolerance: null, knowledge: null });
    expect(result.contradictions).toEqual([]);
  });

  it('is frozen with everything in it, also where the questionnaire came from a store', () => {
    const stored = JSON.parse(JSON.stringify(view)) as ClientView<'CNY'>;
    const result = profileClient(stored, policy, { asOf: AS_OF });
    expect(isDeeplyFrozen(result)).toBe(true);
    expect(result).toEqual(profile());
  });

  it.each([
    ['no person', { client: null }, 'missing-value', 'view.client'],
    ['no birth date', { client: { id: 'a' } }, 'missing-value', 'view.client.birthDate'],
    [
      'no such birth date',
      { client: { id: 'a', birthDate: '1989-02-29' } },
      'invalid-date',
      'view.client.birthDate',
    ],
    [
      'a birth in the future',
      { client: { id: 'a', birthDate: '2026-03-03' } },
      'inconsistent',
      'view.client.birthDate',
    ],
    [
      'an unknown status',
      { client: { ...view.client, status: 'asleep' } },
      'unknown-value',
      'view.client.status',
    ],
    [
      'a consent in words',
      { client: { ...view.client, consents: { profiling: 'yes' } } },
      'invalid-type',
      'view.client.consents.profiling',
    ],
    [
      'a dependant without age',
      { client: { ...view.client, dependants: [{}] } },
      'missing-value',
      'view.client.dependants[0].age',
    ],
    [
      'an unknown level',
      { coOwners: [{ id: 'a', level: 'C6' }] },
      'unknown-value',
      'view.coOwners[0].level',
    ],
    [
      'the client as co-owner',
      { coOwners: [{ id: 'cli_lin', level: 'C1' }] },
      'duplicate-id',
      'view.coOwners[0].id',
    ],
    [
      'a loss above all',
      { statements: { acceptedLoss: 1.5 } },
      'out-of-range',
      'view.statements.acceptedLoss',
    ],
    [
      'a result without status',
      { questionnaire: {} },
      'missing-value',
      'view.questionnaire.status',
    ],
    [
      'a result with NaN',
      {
        questionnaire: { ...score(), dimensions: { capacity: { score: Number.NaN, level: 'C1' } } },
      },
      'not-finite',
      'view.questionnaire.dimensions.capacity.score',
    ],
  ] as const)('is refused for %s', (_, change, code, path) => {
    expectRefusal(() => profile(wrong(change)), code, path);
  });

  it.each([
    ['an age that is not whole', { adultAge: 17.5 }, 'invalid-type', 'policy.adultAge'],
    [
      'a stage in words',
      { lifeStages: { retirementAge: 'sixty' } },
      'invalid-type',
      'policy.lifeStages.retirementAge',
    ],
    [
      'a share above 1',
      { contradictions: { equityAbove: 20 } },
      'out-of-range',
      'policy.contradictions.equityAbove',
    ],
  ] as const)('is refused for a policy with %s', (_, change, code, path) => {
    expectRefusal(() => profile({}, wrong(change)), code, path);
  });

  it('is refused without a day', () => {
    expectRefusal(
      () => profileClient(view, policy, wrong({ asOf: '2026-02-29' })),
      'invalid-date',
      'options.asOf',
    );
  });
});

describe('a client with null for a list or for consents', () => {
  it.each(['consents', 'dependants'] as const)('is refused: %s', (field) => {
    const act = () => withClient({ [field]: wrong(null) });
    expectRefusal(act, 'missing-value', `view.client.${field}`);
  });

  it('is refused for a hole in the policy’s incomes', () => {
    const act = () => profile({}, { incomes: wrong(new Array(1)) });
    expectRefusal(act, 'missing-value', 'policy.incomes[0]');
  });
});

describe('bookings that could not be used', () => {
  const yen = { id: 'y', bookingDate: '2026-02-02', kind: 'card', currency: 'JPY', amount: '-1' };
  const broken = { ...yen, id: 'b', currency: 'CNY', amount: 'x' };
  const counted = (...transactions: readonly unknown[]) =>
    profile({ transactions: wrong(transactions) }).reasons.find(
      ({ code }) => code === 'client.rows-not-used',
    )?.parameters;

  it.each([
    ['without a rate', yen],
    ['that is broken', broken],
    ['that is none', null],
  ])('count a row %s once, however often it comes', (_, row) => {
    expect(counted(row)).toEqual({ rows: 1 });
    expect(counted(row, row, row)).toEqual({ rows: 1 });
  });

  it('count each content', () => {
    expect(counted(yen, broken, { ...broken, amount: 'y' }, broken)).toEqual({ rows: 3 });
    // One id with two contents: neither can be used.
    const usable = { ...yen, currency: 'CNY' };
    expect(counted(usable, { ...usable, amount: '-2' }, usable)).toEqual({ rows: 2 });
    expect(counted(yen, { ...yen, counterparty: '' })).toEqual({ rows: 1 });
  });
});
