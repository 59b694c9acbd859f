import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFacts,
  type ClientView,
  clientViewOf,
  type Fact,
  type FactLedger,
  mergeFacts,
  openLedger,
  profileAt,
  profileClient,
} from '../../../src/client/index.js';
import type { PlainDate } from '../../../src/dates/index.js';
import { canonicalJson } from '../../../src/evidence/index.js';
import {
  AS_OF,
  expectRefusal,
  file,
  frozenCopy,
  isDeeplyFrozen,
  policy,
  view,
  wrong,
} from '../support.js';

const policies = {
  facts: {
    sources: ['register', 'adviser', 'client'],
    paths: {
      'client.birthDate': { kind: 'date' },
      holdings: { kind: 'list', maxAge: { days: 60 } },
    },
  },
  profile: policy,
} as const;

const say = (path: string, value: unknown, asOf: PlainDate, source = 'client'): Fact => ({
  path,
  value,
  asOf,
  source,
  confidence: 1,
});

/** What the scenario's client file says, as facts of a day. */
const first: readonly Fact[] = [
  say('client.birthDate', file.client.birthDate, '2026-02-01', 'register'),
  say('client.dependants', file.client.dependants, '2026-02-01'),
  say('client.consents.profiling', true, '2026-02-01'),
  say('baseCurrency', 'CNY', '2026-02-01'),
  say('holdings', file.holdings, '2026-02-01', 'register'),
  say('liabilities', file.liabilities, '2026-02-01', 'register'),
  say('goals', file.goals, '2026-02-01'),
  say('client.occupation', 'engineer', '2020-02-01'),
];
/** What became known after that. */
const later: readonly Fact[] = [
  say('holdings', [], '2026-03-20', 'register'),
  say('client.retired', true, '2026-03-20'),
  { ...say('client.status', 'frozen', '2026-02-15', 'register'), recordedAt: '2026-03-10' },
];
const given = {
  fx: file.fx as ClientView['fx'],
  transactions: view.transactions!,
  questionnaire: view.questionnaire!,
};

const ledgerOf = (...facts: readonly Fact[]): FactLedger =>
  addFacts(openLedger('cli_lin'), facts).ledger;
const rebuilt = (ledger: FactLedger, asOf: PlainDate, knownOn = asOf) =>
  profileAt(ledger, policies, { asOf, knownOn, given });

describe('profileAt', () => {
  it('rebuilds a past profile from all facts as it was drawn up then, to the byte', () => {
    const { birthDate, dependants } = file.client;
    const then: ClientView = {
      client: { id: 'cli_lin', birthDate, dependants, consents: { profiling: true } } as never,
      baseCurrency: 'CNY',
      holdings: file.holdings as never,
      liabilities: file.liabilities as never,
      goals: file.goals as never,
      ...given,
    };
    const result = rebuilt(ledgerOf(...first, ...later), AS_OF);
    expect(result.status).toBe('profiled');
    if (result.status !== 'profiled') return;
    const drawnUp = profileClient(then, policy, { asOf: AS_OF });
    expect(canonicalJson(result.profile)).toBe(canonicalJson(drawnUp));
    expect(canonicalJson(result)).toBe(canonicalJson(rebuilt(ledgerOf(...first), AS_OF)));
    expect(isDeeplyFrozen(result)).toBe(true);
  });

  it('tells a past day as it is known since', () => {
    const ledger = ledgerOf(...first, ...later);
    const since = rebuilt(ledger, AS_OF, '2026-03-31');
    expect(since).toMatchObject({ status: 'profiled', profile: { status: 'blocked' } });
    const today = rebuilt(ledger, '2026-03-31');
    expect(today).toMatchObject({
      profile: { lifeStage: 'retired', balanceSheet: { positions: [] } },
    });
  });

  it('takes the same facts in any order for the same profile', () => {
    const all = [...first, ...later];
    const whole = canonicalJson(rebuilt(ledgerOf(...all), AS_OF));
    const orders = fc.shuffledSubarray(all, { minLength: all.length });
    fc.assert(
      fc.property(orders, fc.nat({ max: all.length }), (order, cut) => {
        const { ledger: half } = addFacts(openLedger('cli_lin'), order.slice(0, cut));
        const { ledger } = addFacts(half, [...order.slice(cut), ...order.slice(0, 2)]);
        expect(canonicalJson(rebuilt(frozenCopy(ledger), AS_OF))).toBe(whole);
      }),
      { numRuns: 10 },
    );
  });

  it('says what is missing, and what cannot be relied upon any more', () => {
    expect(rebuilt(openLedger('cli_lin'), AS_OF)).toMatchObject({
      status: 'incomplete',
      missing: [
        { path: 'baseCurrency', state: 'absent' },
        { path: 'client.birthDate', state: 'absent' },
        { path: 'goals', state: 'absent' },
        { path: 'holdings', state: 'absent' },
        { path: 'liabilities', state: 'absent' },
      ],
    });
    // 60 days from 1 February 2026 end on 2 April.
    expect(rebuilt(ledgerOf(...first), '2026-04-02').status).toBe('profiled');
    expect(rebuilt(ledgerOf(...first), '2026-04-03')).toMatchObject({
      status: 'incomplete',
      missing: [{ path: 'holdings', state: 'stale' }],
    });
  });

  it('never takes a frozen client for an active one because the fact is in doubt', () => {
    const frozen = say('client.status', 'frozen', '2026-02-01', 'adviser');
    const doubted = ledgerOf(...first, frozen, { ...frozen, value: 'active' });
    expect(rebuilt(doubted, AS_OF)).toMatchObject({
      status: 'incomplete',
      missing: [{ path: 'client.status', state: 'unresolved' }],
    });
    const ended = ledgerOf(...first, { ...frozen, validUntil: '2026-02-20' });
    expect(rebuilt(ended, AS_OF)).toMatchObject({
      missing: [{ path: 'client.status', state: 'stale' }],
    });
    const withdrawn = ledgerOf(...first, { ...frozen, value: null, retracted: true });
    expect(rebuilt(withdrawn, AS_OF).status).toBe('profiled');
  });

  it('says which value is not what a view has, without showing it', () => {
    const odd = say('liabilities', { secret: 'S1' }, '2026-02-02', 'register');
    const result = rebuilt(ledgerOf(...first, odd), AS_OF);
    expect(result).toMatchObject({
      status: 'unusable',
      issues: [{ code: 'invalid-type', path: 'view.liabilities' }],
    });
    expect(JSON.stringify(result.status === 'unusable' && result.issues)).not.toContain('received');
  });

  it('says which value is not what a view has, without a key that may be data', () => {
    const odd = say(
      'questionnaire',
      {
        ...view.questionnaire,
        dimensions: { '11010519491231002X': { score: 1, level: 'C9' } },
      },
      '2026-02-02',
      'register',
    );
    expect(rebuilt(ledgerOf(...first, odd), AS_OF)).toMatchObject({
      status: 'unusable',
      issues: [{ path: 'view.questionnaire.dimensions[*].level' }],
    });
  });

  it('keeps a bad birthday out, and the good one in', () => {
    const bad = say('client.birthDate', '1988-02-30', '2026-02-02', 'register');
    const result = rebuilt(ledgerOf(...first, bad), AS_OF);
    expect(result).toMatchObject({ status: 'profiled', profile: { age: 38 } });
    expect(result.merged.failures).toMatchObject([{ issues: [{ code: 'invalid-date' }] }]);
  });

  it.each([
    ['no ledger', [null, policies, { asOf: AS_OF }], 'missing-value', 'ledger'],
    ['no policy', [openLedger('a'), null, { asOf: AS_OF }], 'missing-value', 'policy'],
    [
      'no sources',
      [openLedger('a'), { ...policies, facts: {} }, { asOf: AS_OF }],
      'missing-value',
      'policy.facts.sources',
    ],
    [
      'a bad threshold',
      [
        ledgerOf(...first),
        { ...policies, profile: { ...policy, adultAge: -1 } },
        { asOf: AS_OF, given },
      ],
      'out-of-range',
      'policy.profile.adultAge',
    ],
    ['no date', [openLedger('a'), policies, {}], 'missing-value', 'options.asOf'],
  ] as const)('refuses %s', (_, [ledger, rules, options], code, path) => {
    expectRefusal(() => profileAt(wrong(ledger), wrong(rules), wrong(options)), code, path);
  });
});

describe('clientViewOf', () => {
  const merged = (...facts: readonly Fact[]) =>
    mergeFacts(facts, { sources: ['client'] }, { asOf: AS_OF });
  const options = {
    client: 'cli_lin',
    given: { baseCurrency: 'CNY', fx: {}, holdings: [], liabilities: [], goals: [] },
  } as const;
  const day = '2026-02-01';

  it('fills in what a shorter path holds, and takes the ledger’s reference', () => {
    const result = clientViewOf(
      merged(
        say('client', { id: 'other', birthDate: '1990-01-01', retired: true }, '2026-01-31'),
        say('client.retired', false, day),
        say('fx.USD', '7.10', day),
      ),
      options,
    );
    expect(result).toMatchObject({
      status: 'complete',
      view: {
        client: { id: 'cli_lin', birthDate: '1990-01-01', retired: false },
        fx: { USD: '7.10' },
      },
    });
    expect(isDeeplyFrozen(result.status === 'complete' && result.view.client)).toBe(true);
  });

  it('uses what is given only where no fact speaks of the part', () => {
    const facts = [say('client.birthDate', '1990-01-01', day), say('holdings', null, day)];
    expect(clientViewOf(merged(...facts), options)).toMatchObject({
      status: 'incomplete',
      missing: [{ path: 'holdings', state: 'empty' }],
    });
  });

  it('names a path below what has no fields', () => {
    const facts = [
      say('client.birthDate', '1990-01-01', day),
      say('holdings', [], day),
      say('holdings.x', 1, day),
      say('note', 'a', day),
      say('note.by', 'b', day),
    ];
    expect(clientViewOf(merged(...facts), options)).toMatchObject({
      status: 'incomplete',
      missing: [{ path: 'holdings.x', state: 'misplaced' }],
      unused: [{ path: 'note.by', state: 'misplaced' }],
    });
  });

  it('leaves alone what no view has', () => {
    const facts = [
      say('client.birthDate', '1990-01-01', day),
      { ...say('client.channel', 'mobile', day), validUntil: day },
      say('constructor.prototype.x', 1, day),
    ] as const;
    const result = clientViewOf(merged(...facts), options);
    expect(result).toMatchObject({
      status: 'complete',
      unused: [{ path: 'client.channel', state: 'stale' }],
    });
    expect('x' in {}).toBe(false);
  });

  it.each([
    ['null', null, options, 'missing-value', 'merged'],
    ['no fields', {}, options, 'missing-value', 'merged.fields'],
    ['no client', merged(), {}, 'missing-value', 'options.client'],
    ['a client’s name', merged(), { client: 'Lin Wei' }, 'invalid-format', 'options.client'],
    [
      'a client beside the facts',
      merged(),
      { client: 'a', given: { client: {} } },
      'inconsistent',
      'options.given.client',
    ],
  ] as const)('refuses %s', (_, facts, change, code, path) => {
    expectRefusal(() => clientViewOf(wrong(facts), wrong(change)), code, path);
  });
});
