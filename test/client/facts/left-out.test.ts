import { describe, expect, it } from 'vitest';
import {
  addFacts,
  clientMessages,
  clientViewOf,
  completenessByPurpose,
  type Fact,
  mergeFacts,
  nextBestActions,
  openLedger,
  profileAt,
} from '../../../src/client/index.js';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import { AS_OF, expectRefusal, isDeeplyFrozen, policy, view, wrong } from '../support.js';

const facts = { sources: [['adviser', 'client']] } as const;
const say = (
  path: string,
  value: unknown,
  source = 'client',
  change: Partial<Fact> = {},
): Fact => ({
  path,
  value,
  source,
  asOf: '2026-02-01',
  confidence: 1,
  ...change,
});
/** Two sources of equal standing. */
const inDoubt = (path: string, one: unknown, other: unknown): readonly Fact[] => [
  say(path, one, 'adviser'),
  say(path, other),
];
const { client: _, statements: __, ...given } = view;
const birthday = say('client.birthDate', view.client.birthDate);
const consent = say('client.consents', { profiling: true });
const at = (...rows: readonly Fact[]) =>
  profileAt(
    addFacts(openLedger('cli_lin'), rows).ledger,
    { facts, profile: policy },
    { asOf: AS_OF, given },
  );
const viewOf = (...rows: readonly Fact[]) =>
  clientViewOf(mergeFacts(rows, facts, { asOf: AS_OF }), { client: 'cli_lin', given });

describe('a part of the view that is in doubt', () => {
  it('is left out and listed where nothing gets easier without it', () => {
    const result = at(birthday, consent, ...inDoubt('statements.horizonYears', 5, 20));
    expect(result).toMatchObject({
      status: 'profiled',
      leftOut: [{ path: 'statements.horizonYears', state: 'unresolved' }],
      profile: { status: 'open' },
    });
    expect(isDeeplyFrozen(result)).toBe(true);
  });

  it('takes the confidence with it, as it may hide a contradiction, and asks for an answer', () => {
    const sure = at(birthday, consent);
    const doubtful = at(birthday, consent, ...inDoubt('statements.acceptedLoss', 0, 0.2));
    if (sure.status !== 'profiled' || doubtful.status !== 'profiled') throw new Error('no profile');
    expect(sure).toMatchObject({ leftOut: [] });
    expect(sure.profile.confidence).not.toBe('low');
    expect(doubtful.profile.confidence).toBe('low');
    expect(doubtful.profile.reasons.at(-1)).toMatchObject({
      code: 'client.field-unresolved',
      severity: 'require',
      parameters: { field: 'statements.acceptedLoss' },
    });
  });

  it.each([
    ['client.consents.marketing', true, false],
    ['cover', [], [{ id: 'a' }]],
    ['questionnaire', null, view.questionnaire],
    ['statements.annualIncome', { currency: 'CNY', amount: '1' }, { currency: 'CNY', amount: '2' }],
    ['behaviour.panicSales', 0, 2],
  ])('may be %s', (path, one, other) => {
    const stale = say(path, one ?? other, 'client', { validUntil: '2026-02-10' });
    const result = viewOf(birthday, stale);
    expect(result).toMatchObject({ status: 'complete', leftOut: [{ path, state: 'stale' }] });
    if (one === null) return;
    expect(viewOf(birthday, ...inDoubt(path, one, other))).toMatchObject({
      status: 'complete',
      leftOut: [{ path, state: 'unresolved' }],
    });
  });

  // Without it there would be no care, no frost, no other owner, no child to feed, no month without spending.
  it.each([
    ['client.status', 'frozen', 'active'],
    ['client.retired', true, false],
    ['client.dependants', [], [{ age: 7 }]],
    ['client.circumstances', [], [{ kind: 'job-loss', since: '2026-01-15' }]],
    ['client', { status: 'frozen' }, { status: 'active' }],
    ['coOwners', [], [{ id: 'b', level: 'C1' }]],
    ['transactions', [], view.transactions!.slice(0, 1)],
    ['historyFrom', '2025-01-01', '2025-02-01'],
    // Nor would a planned withdrawal take from idle cash.
    ['fx.USD', '7.10', '7.20'],
    ['holdings', [], view.holdings],
    [
      'plannedWithdrawals',
      [],
      [{ id: 'w', date: '2026-06-01', currency: 'CNY', amount: '600000' }],
    ],
  ])('may not be %s', (path, one, other) => {
    expect(viewOf(birthday, ...inDoubt(path, one, other))).toMatchObject({
      status: 'incomplete',
      missing: expect.arrayContaining([{ path, state: 'unresolved' }]),
    });
  });

  it('is not taken from a shorter path instead: a doubtful consent is none', () => {
    const yes = say('client.consents', { profiling: true, marketing: true });
    const result = viewOf(birthday, yes, ...inDoubt('client.consents.marketing', true, false));
    if (result.status !== 'complete') throw new Error('no view');
    expect(result.view.client.consents).toEqual({ profiling: true });
    const contact = {
      perNeed: { contacts: 1, days: 30 },
      inAll: { contacts: 3, days: 90 },
      coolingOffDays: 180,
    };
    const history = { contacts: [], vulnerable: false, humanReview: true } as const;
    const { needs } = nextBestActions(result.view, { ...policy, contact }, history, {
      asOf: AS_OF,
    });
    const held = needs.flatMap(({ suppressions }) => suppressions.map(({ kind }) => kind));
    expect(held).toContain('consent');
  });

  it('is not taken from a longer path either', () => {
    const rows = [
      ...inDoubt('client.consents', { profiling: true }, {}),
      say('client.consents.profiling', true),
    ];
    const result = viewOf(birthday, ...rows);
    if (result.status !== 'complete') throw new Error('no view');
    expect(result.view.client).not.toHaveProperty('consents');
    expect(result.leftOut).toEqual([{ path: 'client.consents', state: 'unresolved' }]);
  });

  it('takes its whole with it where only a piece of it is in doubt', () => {
    const income = say('statements', { annualIncome: { currency: 'CNY', amount: '9' }, age: 40 });
    const result = viewOf(birthday, income, ...inDoubt('statements.annualIncome.amount', '1', '2'));
    if (result.status !== 'complete') throw new Error('no view');
    expect(result.view.statements).toEqual({ age: 40 });
    expect(result.leftOut).toEqual([
      { path: 'statements.annualIncome.amount', state: 'unresolved' },
    ]);
  });

  it('that was withdrawn does not come back from a shorter path', () => {
    const yes = say('client.consents', { profiling: true });
    const back = say('client.consents.profiling', null, 'adviser', { retracted: true });
    const result = viewOf(birthday, yes, back);
    expect(result).toMatchObject({
      status: 'complete',
      view: { client: { consents: {} } },
      leftOut: [{ path: 'client.consents.profiling', state: 'retracted' }],
    });
    expect(viewOf(birthday, back)).toMatchObject({ status: 'complete', leftOut: [] });
  });

  it('says so beside what is missing, and has no say where the view takes another’s word', () => {
    expect(viewOf(...inDoubt('cover', [], [1]))).toMatchObject({
      status: 'incomplete',
      missing: [{ path: 'client.birthDate', state: 'absent' }],
      leftOut: [{ path: 'cover', state: 'unresolved' }],
    });
    expect(viewOf(birthday, ...inDoubt('client.id', 'a', 'b'))).toMatchObject({
      status: 'complete',
      view: { client: { id: 'cli_lin' } },
      unused: [{ path: 'client.id', state: 'unresolved' }],
    });
  });

  it('has a text in three languages', () => {
    const result = at(
      birthday,
      say('statements.annualIncome', '9'),
      say('statements.annualIncome.amount', '9'),
    );
    if (result.status !== 'profiled') throw new Error(JSON.stringify(result));
    const [reason] = result.profile.reasons.filter(({ code }) => code === 'client.field-misplaced');
    for (const locale of LOCALES) {
      expect(formatReason(clientMessages, reason!, locale)).toContain(
        'statements.annualIncome.amount',
      );
    }
  });
});

describe('a merged file that is broken', () => {
  const fresh = mergeFacts([birthday], facts, { asOf: AS_OF }).fields['client.birthDate'];
  const policyOf = { purposes: { p: { fieldWeights: { 'client.x': 1 }, threshold: 1 } } };
  const where = 'merged.fields["client.x"]';

  it.each([
    ['null', null, 'missing-value', where],
    ['a text', 'fresh', 'invalid-type', where],
    ['without a status', { value: 1 }, 'missing-value', `${where}.status`],
    ['of a status of NaN', { ...fresh, status: Number.NaN }, 'invalid-type', `${where}.status`],
    ['of an unknown status', { ...fresh, status: 'ok' }, 'unknown-value', `${where}.status`],
    ['fresh without a value', { ...fresh, value: undefined }, 'missing-value', `${where}.value`],
    ['of no day', { ...fresh, asOf: '2026-02-30' }, 'invalid-date', `${where}.asOf`],
    ['of no confidence', { ...fresh, confidence: Number.NaN }, 'not-finite', `${where}.confidence`],
    ['of a value that is no JSON', { ...fresh, value: () => 1 }, 'invalid-type', `${where}.value`],
  ] as const)('by a field %s is refused', (_, field, code, path) => {
    const merged = wrong({ asOf: AS_OF, fields: { 'client.x': field } });
    expectRefusal(() => clientViewOf(merged, { client: 'a' }), code, path);
    expectRefusal(() => completenessByPurpose(merged, policyOf), code, path);
  });

  it('shows no name of a field that may be personal', () => {
    const merged = wrong({ asOf: AS_OF, fields: { '11010519491231002X': null } });
    expectRefusal(
      () => clientViewOf(merged, { client: 'a' }),
      'invalid-format',
      'merged.fields[*]',
    );
  });
});
