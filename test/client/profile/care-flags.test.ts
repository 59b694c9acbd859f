import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CARE_KINDS,
  type CarePolicy,
  CIRCUMSTANCE_KINDS,
  type Circumstance,
  type ClientFacts,
  detectNeeds,
  type ProfilePolicy,
  profileClient,
} from '../../../src/client/index.js';
import {
  AS_OF,
  expectRefusal,
  isDeeplyFrozen,
  policy,
  view,
  withHoldings,
  wrong,
} from '../support.js';

const profile = (client: Partial<ClientFacts>, change: Partial<ProfilePolicy> = {}) =>
  profileClient(
    { ...view, client: { ...view.client, ...client } },
    { ...policy, ...change },
    { asOf: AS_OF },
  );
const flags = (client: Partial<ClientFacts>, care: CarePolicy = {}) =>
  profile(client, { care }).careFlags;
const since = (
  kind: Circumstance['kind'],
  day: Circumstance['since'],
  until?: Circumstance['since'],
) => ({ kind, since: day, ...(until === undefined ? {} : { until }) }) as Circumstance;
const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

describe('care that age brings', () => {
  it('is due from the 65th birthday on, with the article that says so', () => {
    expect(flags({ birthDate: '1961-03-03' })).toEqual([]);
    const birthDate = '1961-03-02';
    expect(flags({ birthDate })).toMatchObject([
      {
        kind: 'age-65',
        status: 'active',
        driver: {
          category: 'age',
          source: 'facts',
          path: 'view.client.birthDate',
          value: birthDate,
        },
        since: '2026-03-02',
        expires: null,
        consequences: [{ kind: 'longer-consideration' }, { kind: 'extra-warning' }],
        citation: { article: '18', verified: true },
        reason: { code: 'client.special-care', severity: 'require' },
      },
    ]);
  });

  it('is said once, by the gate', () => {
    const { reasons } = profile({ birthDate: '1950-01-01' });
    expect(codes(reasons).filter((code) => code === 'client.special-care')).toHaveLength(1);
  });

  it('begins on 1 March of a common year for somebody born on 29 February', () => {
    expect(flags({ birthDate: '1960-02-29' })).toMatchObject([{ since: '2025-03-01' }]);
    expect(flags({ birthDate: '1956-02-29' }, { advancedAge: 68 })).toMatchObject([
      { kind: 'age-65', since: '2021-03-01' },
      { kind: 'advanced-age', since: '2024-02-29' },
    ]);
  });

  it('of a minor ends on the day before the eighteenth birthday', () => {
    expect(flags({ birthDate: '2008-03-03' })).toMatchObject([
      {
        kind: 'minor',
        status: 'active',
        since: '2008-03-03',
        expires: '2026-03-02',
        consequences: [{ kind: 'legal-representative' }],
        citation: { article: '17' },
      },
    ]);
  });

  it('caps the level from the age that the bank names', () => {
    const birthDate = '1951-03-02';
    const bold = (care: CarePolicy, level: 'C2' | 'C5') =>
      profileClient(
        {
          ...view,
          client: { ...view.client, birthDate },
          questionnaire: { ...view.questionnaire, level } as never,
        },
        { ...policy, care },
        { asOf: AS_OF },
      );
    expect(bold({}, 'C5').risk.level).toBe('C5');
    const capped = bold({ advancedAge: 75 }, 'C5');
    expect(capped.risk.level).toBe('C3');
    expect(capped.careFlags[1]).toMatchObject({
      kind: 'advanced-age',
      since: '2026-03-02',
      consequences: [{ kind: 'longer-consideration' }, { kind: 'cap', level: 'C3' }],
      citation: { article: 'guideline 3, paragraph 40', verified: false },
    });
    expect(capped.reasons).toContainEqual(
      expect.objectContaining({
        code: 'client.level-capped',
        severity: 'warn',
        parameters: { level: 'C5', cap: 'C3', kinds: ['advanced-age'] },
      }),
    );
    expect(bold({ advancedAge: 76 }, 'C5').risk.level).toBe('C5');
    // A cap never raises.
    expect(bold({ advancedAge: 75 }, 'C2').risk.level).toBe('C2');
    expect(codes(bold({ advancedAge: 75 }, 'C2').reasons)).not.toContain('client.level-capped');
  });
});

describe('care that circumstances bring', () => {
  it.each([
    ['health', 'health', '2027-01-10'],
    ['bereavement', 'life-event', '2027-01-10'],
    ['job-loss', 'life-event', '2026-07-10'],
    ['divorce', 'life-event', '2027-01-10'],
    ['caring', 'life-event', '2027-01-10'],
    ['sole-income', 'resilience', '2027-01-10'],
    ['low-resilience', 'resilience', '2026-07-10'],
    ['first-investment', 'capability', '2027-01-10'],
    ['limited-capability', 'capability', '2028-01-10'],
  ] as const)('%s is driven by %s and counts through %s', (kind, category, expires) => {
    const { careFlags, reasons } = profile({ circumstances: [since(kind, '2026-01-10')] });
    expect(careFlags).toMatchObject([
      {
        kind,
        status: 'active',
        driver: { category, source: 'facts', path: 'view.client.circumstances', value: kind },
        since: '2026-01-10',
        expires,
        citation: { verified: false },
        reason: { code: `client.care-${kind}`, parameters: { since: '2026-01-10', expires } },
      },
    ]);
    expect(codes(reasons)).toContain(`client.care-${kind}`);
  });

  it('counts through its last day, then is listed without effect', () => {
    const cap: CarePolicy = {
      rules: { bereavement: { months: 12, consequences: [{ kind: 'cap', level: 'C1' }] } },
    };
    const at = (day: Circumstance['since'], until?: Circumstance['since']) => {
      const { careFlags, risk, reasons } = profile(
        { circumstances: [since('bereavement', day, until)] },
        { care: cap },
      );
      const said = codes(reasons).includes('client.care-bereavement');
      return [careFlags[0]!.status, careFlags[0]!.expires, risk.level, said];
    };
    expect(at('2025-03-02')).toEqual(['active', '2026-03-02', 'C1', true]);
    expect(at('2025-03-01')).toEqual(['expired', '2026-03-01', 'C3', false]);
    expect(at('2026-03-03')).toEqual(['upcoming', '2027-03-03', 'C3', false]);
    expect(at('2020-01-01', '2026-03-02')).toEqual(['active', '2026-03-02', 'C1', true]);
    expect(at('2026-01-01', '2026-03-01')).toEqual(['expired', '2026-03-01', 'C3', false]);
  });

  it('takes the lowest of several caps, and the needs reckon with it', () => {
    const rule = (level: 'C1' | 'C2') =>
      ({ months: null, consequences: [{ kind: 'cap', level }] }) as const;
    const care: CarePolicy = { rules: { health: rule('C2'), caring: rule('C1') } };
    const circumstances = [since('health', '2026-01-01'), since('caring', '2026-02-01')];
    expect(flags({ circumstances }, care).map(({ expires }) => expires)).toEqual([null, null]);
    const given = { ...view, client: { ...view.client, circumstances } };
    const netReturnByLevel = { C1: 0.01, C3: 0.05 };
    const rules = { ...policy, care, netReturnByLevel };
    expect(profileClient(given, rules, { asOf: AS_OF }).risk.level).toBe('C1');
    // 3.55 % a year is needed, which C3 can bring and C1 cannot.
    const reach = (client: ClientFacts) => {
      const { needs } = detectNeeds({ ...view, client }, rules, { asOf: AS_OF });
      const need = needs.find(({ kind }) => kind === 'goal');
      return (
        need?.kind === 'goal' && need.required?.status === 'found' && need.required.withinReach
      );
    };
    expect(reach(view.client)).toBe(true);
    expect(reach(given.client)).toBe(false);
  });

  it('asks a person to look where a talk is due, and only says so otherwise', () => {
    const severity = (kind: Circumstance['kind']) =>
      flags({ circumstances: [since(kind, '2026-01-01')] })[0]!.reason.severity;
    expect(severity('health')).toBe('refer');
    expect(severity('sole-income')).toBe('warn');
  });

  it('leaves the confidence in the level alone', () => {
    const { confidence } = profile({ circumstances: [since('health', '2026-01-01')] });
    expect(confidence).toBe(profile({}).confidence);
  });

  it('come in one order, each once', () => {
    const given = [
      since('divorce', '2026-01-01'),
      since('health', '2026-02-01'),
      since('health', '2024-02-01'),
      since('health', '2026-02-01', '2026-04-01'),
    ];
    const expected = flags({ circumstances: given });
    expect(expected.map(({ kind, since: day }) => [kind, day])).toEqual([
      ['health', '2024-02-01'],
      ['health', '2026-02-01'],
      ['health', '2026-02-01'],
      ['divorce', '2026-01-01'],
    ]);
    expect(isDeeplyFrozen(expected)).toBe(true);
    fc.assert(
      fc.property(fc.shuffledSubarray([...given, ...given], { minLength: 8 }), (circumstances) => {
        expect(flags({ circumstances })).toEqual(expected);
      }),
    );
  });
});

describe('low resilience by the money at hand', () => {
  const spare = (amount: string, care: CarePolicy = {}) => {
    const { holdings } = withHoldings({ amount, availableInDays: 0 });
    return profileClient({ ...view, holdings }, { ...policy, care }, { asOf: AS_OF }).careFlags;
  };

  it('is flagged below a month of essential spending, which is 23,123', () => {
    expect(spare('23123.00')).toEqual([]);
    expect(spare('23122.99')).toMatchObject([
      {
        kind: 'low-resilience',
        since: AS_OF,
        expires: '2026-09-02',
        driver: { category: 'resilience', source: 'holdings', path: 'view.holdings' },
      },
    ]);
    expect(spare('23122.99', { lowResilienceBelowMonths: 0.5 })).toEqual([]);
  });

  it('is not claimed where spending is not known', () => {
    const { transactions: _, ...without } = view;
    const { holdings } = withHoldings({ amount: '1.00', availableInDays: 0 });
    expect(profileClient({ ...without, holdings }, policy, { asOf: AS_OF }).careFlags).toEqual([]);
  });
});

describe('an age that nobody reaches', () => {
  it('is referred to a person and lowers the confidence', () => {
    const born = (birthDate: ClientFacts['birthDate'], change: Partial<ProfilePolicy> = {}) =>
      profile({ birthDate }, change);
    const old = born('1900-01-01');
    expect(old.age).toBe(126);
    expect(old.confidence).toBe('medium');
    expect(old.reasons).toContainEqual(
      expect.objectContaining({
        code: 'client.implausible-age',
        severity: 'refer',
        parameters: { age: 126, implausibleAgeAbove: 120 },
      }),
    );
    // 120 on the day, 121 the day after.
    expect(codes(born('1905-03-03').reasons)).not.toContain('client.implausible-age');
    expect(codes(born('1905-03-02').reasons)).toContain('client.implausible-age');
    expect(codes(born('1905-03-02', { implausibleAgeAbove: 121 }).reasons)).not.toContain(
      'client.implausible-age',
    );
  });
});

describe('the kinds of care', () => {
  it('are those of age and of circumstances', () => {
    expect(CARE_KINDS).toEqual(['minor', 'age-65', 'advanced-age', ...CIRCUMSTANCE_KINDS]);
  });
});

describe('broken input of care', () => {
  const first = 'view.client.circumstances[0]';
  it.each([
    ['no list', null, 'missing-value', 'view.client.circumstances'],
    ['no circumstance', [null], 'missing-value', first],
    ['an unknown kind', [{ kind: 'moved', since: '2026-01-01' }], 'unknown-value', `${first}.kind`],
    ['no day', [{ kind: 'health' }], 'missing-value', `${first}.since`],
    ['no such day', [{ kind: 'health', since: '2026-02-29' }], 'invalid-date', `${first}.since`],
    [
      'an end before the beginning',
      [{ kind: 'health', since: '2026-01-02', until: '2026-01-01' }],
      'inconsistent',
      `${first}.until`,
    ],
  ] as const)('is refused: %s', (_, circumstances, code, path) => {
    expectRefusal(() => profile({ circumstances: wrong(circumstances) }), code, path);
  });

  const rule = (health: unknown) => ({ rules: { health } });
  const consequence = (one: unknown) => rule({ months: 1, consequences: [one] });
  const path = 'policy.care.rules.health';
  it.each([
    ['a text', 'yes', 'invalid-type', 'policy.care'],
    ['an unknown kind', { rules: { moved: {} } }, 'unknown-value', 'policy.care.rules'],
    ['no months', rule({ consequences: [] }), 'missing-value', `${path}.months`],
    ['no time', rule({ months: 0, consequences: [] }), 'out-of-range', `${path}.months`],
    ['no consequences', rule({ months: 1 }), 'missing-value', `${path}.consequences`],
    [
      'an unknown one',
      consequence({ kind: 'gift' }),
      'unknown-value',
      `${path}.consequences[0].kind`,
    ],
    [
      'a cap without level',
      consequence({ kind: 'cap' }),
      'missing-value',
      `${path}.consequences[0].level`,
    ],
    ['half a year of age', { advancedAge: 74.5 }, 'invalid-type', 'policy.care.advancedAge'],
    [
      'NaN months',
      { lowResilienceBelowMonths: Number.NaN },
      'not-finite',
      'policy.care.lowResilienceBelowMonths',
    ],
  ] as const)('is refused of a policy: %s', (_, care, code, where) => {
    expectRefusal(() => profile({}, { care: wrong(care) }), code, where);
  });
});
