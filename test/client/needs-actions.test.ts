import { describe, expect, it } from 'vitest';
import {
  ACTION_KINDS,
  ACTION_REQUIREMENTS,
  type ActionContext,
  type ActionPolicy,
  type ClientView,
  type Contact,
  clientMessages,
  type NeedStanding,
  nextBestActions,
  PRODUCT_ACTIONS,
} from '../../src/client/index.js';
import { formatReason, LOCALES, mergeMessages } from '../../src/evidence/index.js';
import { questionnaireMessages } from '../../src/questionnaire/index.js';
import { AS_OF, expectRefusal, isDeeplyFrozen, policy, score, view, wrong } from './support.js';

const cny = (amount: string) => ({ currency: 'CNY' as const, amount });
const contact = {
  perNeed: { contacts: 1, days: 30 },
  inAll: { contacts: 2, days: 90 },
  coolingOffDays: 180,
};
const rules: ActionPolicy = {
  ...policy,
  contact,
  expensiveDebt: { cashRate: 0.01 },
  assessmentNoticeDays: 30,
  netReturnByLevel: { C3: 0.03 },
};
const fine: ActionContext = { contacts: [], vulnerable: false };

/** The client file, with consent to marketing and an assessment that expires in 30 days. */
const willing: ClientView<'CNY'> = {
  ...view,
  client: { ...view.client, consents: { profiling: true, marketing: true } },
  questionnaire: score({}, '2025-04-01'),
};

const act = (
  given: ClientView<'CNY'> = willing,
  context: ActionContext = fine,
  change: Partial<ActionPolicy> = {},
) => nextBestActions(given, { ...rules, ...change }, context, { asOf: AS_OF });

const idsOf = (result: ReturnType<typeof act>) =>
  result.actions.map(({ action, need }) => [action, need]);

function standing(id: string, result: ReturnType<typeof act>): NeedStanding<'CNY'> {
  const found = result.needs.find(({ need }) => need.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

const why = (id: string, result: ReturnType<typeof act>) =>
  standing(id, result).suppressions.map(({ reason }) => reason.code);

const told = (id: string, date: string, need: string, response = 'none'): Contact =>
  wrong({ id, date, need, channel: 'phone', response });

describe('the next-best actions', () => {
  it('follow the needs, with what each requires', () => {
    const { actions } = act();
    expect(
      actions.map(({ rank, action, need, amount }) => [rank, action, need, amount.amount]),
    ).toEqual([
      [1, 'reassess', 'assessment-expiring', '0.00'],
      [2, 'invest-idle-cash', 'idle-cash', '341262.00'],
      // What is saved is not enough for either goal at 3 % a year, so the least contribution that is.
      [3, 'start-saving-plan', 'goal:education', expect.any(String)],
      [4, 'staged-sale', 'concentration:employer', '131800.00'],
      [5, 'plan-maturity', 'maturity:TD_CNY_20260520', '300000.00'],
      [6, 'start-saving-plan', 'goal:retirement', expect.any(String)],
    ]);
    expect(actions[1]).toMatchObject({
      purpose: 'marketing',
      channel: 'any',
      requires: ['suitability-check', 'client-consent'],
      riskCeiling: 'C3',
      reason: { code: 'client.do-invest-idle-cash' },
      evidence: { code: 'client.need-idle-cash-irregular' },
    });
    expect(actions[0]).toMatchObject({ purpose: 'service', requires: [], riskCeiling: null });
  });

  it('invest nothing that a dear debt has the first call on', () => {
    const card = (amount: string) => ({
      ...willing,
      liabilities: [{ id: 'CARD', kind: 'credit-card', annualRate: 0.18, ...cny(amount) } as const],
    });
    // 341,262 − 40,000
    const { actions } = act(card('40000.00'));
    expect(actions.filter(({ need }) => /debt|idle/.test(need))).toMatchObject([
      { action: 'repay-debt', amount: cny('40000.00'), requires: ['early-repayment-terms'] },
      { action: 'invest-idle-cash', amount: cny('301262.00') },
    ]);
    const deep = act(card('500000.00'));
    expect(standing('idle-cash', deep).status).toBe('suppressed');
    expect(why('idle-cash', deep)).toEqual(['client.debts-first']);
  });

  it('hand a goal that saving cannot be worked out for to a person', () => {
    const { netReturnByLevel: _, ...silent } = rules;
    const { actions } = nextBestActions(willing, silent, fine, { asOf: AS_OF });
    expect(actions.find(({ need }) => need === 'goal:education')).toMatchObject({
      action: 'book-review',
      riskCeiling: null,
    });
  });

  it('keep to a lower ceiling, and ignore a higher one', () => {
    const ceilings = (ceiling: 'C1' | 'C5') =>
      act(willing, { ...fine, ceiling })
        .actions.map(({ riskCeiling }) => riskCeiling)
        .filter((level) => level !== null);
    expect(new Set(ceilings('C5'))).toEqual(new Set(['C3']));
    expect(new Set(ceilings('C1'))).toEqual(new Set(['C1']));
    // The saving plans rest on what C3 can be expected to bring.
    const lowered = act(willing, { ...fine, ceiling: 'C1' });
    expect(idsOf(lowered)).toContainEqual(['book-review', 'goal:education']);
  });

  it('say what is not known, as the needs do', () => {
    const { transactions: _, ...without } = willing;
    const { undetermined } = act(without);
    expect(undetermined.map(({ kind, missing }) => [kind, missing])).toEqual([
      ['reserve-gap', ['essentialMonthly']],
      ['idle-cash', ['essentialMonthly']],
    ]);
  });
});

describe('consent', () => {
  it('to marketing is needed for all but what is owed to the client', () => {
    const { marketing: _, ...consents } = willing.client.consents!;
    for (const given of [consents, { ...consents, marketing: false }]) {
      const result = act({ ...willing, client: { ...willing.client, consents: given } });
      expect(idsOf(result)).toEqual([
        ['reassess', 'assessment-expiring'],
        ['notify', 'maturity:TD_CNY_20260520'],
      ]);
      expect(standing('idle-cash', result)).toMatchObject({
        status: 'suppressed',
        purpose: 'marketing',
        suppressions: [{ kind: 'consent', until: null }],
      });
      expect(result.needs).toHaveLength(6);
    }
  });

  it('that is neither yes nor no is refused', () => {
    const consents = { profiling: true, marketing: 'yes' };
    const given = wrong({ ...willing, client: { ...willing.client, consents } });
    expectRefusal(() => act(given), 'invalid-type', 'view.client.consents.marketing');
  });
});

describe('the contact cap', () => {
  const contacted = (contacts: readonly Contact[], change: Partial<ActionPolicy> = {}) =>
    act(willing, { ...fine, contacts }, change);

  it('of one need ends on the day on which the contact leaves the window', () => {
    // 30 days from 31 January 2026, itself included, end on 1 March; from 1 February, on 2 March.
    expect(standing('idle-cash', contacted([told('1', '2026-01-31', 'idle-cash')])).status).toBe(
      'open',
    );
    expect(standing('idle-cash', contacted([told('1', '2026-02-01', 'idle-cash')]))).toMatchObject({
      status: 'suppressed',
      suppressions: [
        {
          kind: 'contact-cap',
          until: '2026-03-03',
          reason: { code: 'client.contact-cap-need', parameters: { most: 1, days: 30 } },
        },
      ],
    });
  });

  it('in all holds back what is not owed, and is free again when the last but one leaves it', () => {
    const contacts = [
      told('1', '2026-01-10', 'goal:retirement'),
      told('2', '2025-12-20', 'other'),
      told('3', '2025-10-01', 'other'),
    ];
    const result = contacted(contacts);
    // Two within 90 days up to 2 March (from 3 December); the earlier one leaves on 20 December + 90 = 20 March.
    expect(standing('idle-cash', result).suppressions).toMatchObject([
      { kind: 'contact-cap', until: '2026-03-20', reason: { code: 'client.contact-cap-all' } },
    ]);
    expect(idsOf(result)).toEqual([
      ['reassess', 'assessment-expiring'],
      ['notify', 'maturity:TD_CNY_20260520'],
    ]);
  });

  it('keeps even a notice from being repeated, but not one about another deposit', () => {
    const result = contacted([told('1', '2026-02-20', 'maturity:TD_CNY_20260520')]);
    expect(why('maturity:TD_CNY_20260520', result)).toEqual(['client.contact-cap-need']);
    const other = contacted([told('1', '2026-02-20', 'maturity:OTHER')]);
    expect(standing('maturity:TD_CNY_20260520', other).status).toBe('open');
  });

  it('of none allows none', () => {
    const none = { ...contact, inAll: { contacts: 0, days: 1 } };
    const result = contacted([], { contact: none });
    expect(standing('idle-cash', result).suppressions).toMatchObject([
      { kind: 'contact-cap', until: null, reason: { code: 'client.contact-none-allowed' } },
    ]);
  });

  it('counts a contact that is listed twice once', () => {
    const one = told('1', '2026-01-10', 'other');
    expect(contacted([one, one])).toEqual(contacted([one]));
    expect(standing('idle-cash', contacted([one, one])).status).toBe('open');
  });
});

describe('a refusal by the client', () => {
  const declined = (date: string, response = 'declined') =>
    act(willing, { ...fine, contacts: [told('1', date, 'idle-cash', response)] });

  it('is respected for 180 days, for this need only', () => {
    // 180 days after 3 September 2025 is 2 March 2026.
    expect(standing('idle-cash', declined('2025-09-03')).status).toBe('open');
    const result = declined('2025-09-04');
    expect(standing('idle-cash', result).suppressions).toMatchObject([
      { kind: 'cooling-off', until: '2026-03-03', reason: { code: 'client.cooling-off' } },
    ]);
    expect(standing('concentration:employer', result).status).toBe('open');
  });

  it('is none where the client accepted', () => {
    expect(standing('idle-cash', declined('2025-12-01', 'accepted')).status).toBe('open');
  });
});

describe('suitability', () => {
  it('holds products back while the level is not known, and tells what has to be told', () => {
    const { questionnaire: _, ...without } = willing;
    const result = act(without);
    expect(idsOf(result)).toEqual([['notify', 'maturity:TD_CNY_20260520']]);
    expect(why('idle-cash', result)).toContain('client.no-assessment');
    expect(why('idle-cash', result)).toContain('client.level-unknown');
    expect(standing('idle-cash', result).suppressions[0]?.kind).toBe('suitability');
  });

  it('holds them back once the assessment has expired', () => {
    const expired = act({ ...willing, questionnaire: score({}, '2025-03-01') });
    expect(why('concentration:employer', expired)).toEqual(['client.assessment-expired']);
  });

  it('lets nobody be contacted about the affairs of the dead', () => {
    const dead = act({ ...willing, client: { ...willing.client, status: 'deceased' } });
    expect(dead.actions).toEqual([]);
    expect(standing('maturity:TD_CNY_20260520', dead).suppressions[0]).toMatchObject({
      kind: 'client-status',
      reason: { code: 'client.deceased' },
    });
    expect(dead.needs).toHaveLength(6);
  });

  it('still tells a client whose account is frozen what has to be told', () => {
    const frozen = act({ ...willing, client: { ...willing.client, status: 'frozen' } });
    expect(idsOf(frozen)).toEqual([
      ['reassess', 'assessment-expiring'],
      ['notify', 'maturity:TD_CNY_20260520'],
    ]);
  });

  it('names special care and open questions among what comes first', () => {
    const old = { ...willing, client: { ...willing.client, birthDate: '1955-01-01' as const } };
    const { actions } = act(old);
    expect(actions.find(({ action }) => action === 'invest-idle-cash')?.requires).toEqual([
      'suitability-check',
      'client-consent',
      'special-care',
    ]);
    const torn = { ...willing, statements: { acceptedLoss: 0 } };
    const sale = act(torn).actions.find(({ action }) => action === 'staged-sale');
    expect(sale?.requires).toEqual([
      'suitability-check',
      'client-consent',
      'open-questions',
      'tax-check',
    ]);
  });
});

describe('a vulnerable client', () => {
  it.each([[true], [['bereaved']], [null]] as const)(
    'is contacted only about what is owed until a person has looked: %o',
    (vulnerable) => {
      const result = act(willing, { contacts: [], vulnerable });
      expect(idsOf(result)).toEqual([
        ['reassess', 'assessment-expiring'],
        ['notify', 'maturity:TD_CNY_20260520'],
      ]);
      expect(standing('idle-cash', result).suppressions).toMatchObject([
        { kind: 'human-review', reason: { code: 'client.no-human-review' } },
      ]);
      for (const { channel, requires } of result.actions) {
        expect(channel).toBe('adviser');
        expect(requires).toEqual(['human-review']);
      }
    },
  );

  it('is spoken to by a person afterwards too', () => {
    const result = act(willing, { contacts: [], vulnerable: true, humanReview: true });
    expect(idsOf(result)).toEqual(idsOf(act()));
    expect(new Set(result.actions.map(({ channel }) => channel))).toEqual(new Set(['adviser']));
  });

  it('is a yes, a no, a list of signs, or not known, and the refusal says so', () => {
    const expected = 'true, false, null or a list of signs';
    for (const vulnerable of [undefined, 'no', 0, {}]) {
      expect(() => act(willing, wrong({ contacts: [], vulnerable }))).toThrow(expected);
    }
  });

  it('is nobody without a sign', () => {
    expect(act(willing, { contacts: [], vulnerable: [] })).toEqual(act());
  });
});

describe('the words for actions', () => {
  const all = mergeMessages(clientMessages, questionnaireMessages);

  it('are there for every action and requirement', () => {
    const names = [
      ...ACTION_KINDS.flatMap((kind) => [`action.${kind}`, `do-${kind}`]),
      ...ACTION_REQUIREMENTS.map((name) => `requirement.${name}`),
    ];
    for (const name of names) expect(Object.keys(clientMessages)).toContain(`client.${name}`);
  });

  it('put every reason into words', () => {
    const contacts = [
      told('1', '2026-02-20', 'idle-cash', 'declined'),
      told('2', '2026-02-20', 'goal:education'),
    ];
    const results = [
      act(),
      act(view, { contacts, vulnerable: true }),
      act(willing, fine, { contact: { ...contact, inAll: { contacts: 0, days: 1 } } }),
    ];
    const reasons = results.flatMap(({ actions, needs }) => [
      ...actions.flatMap(({ reason, evidence }) => [reason, evidence]),
      ...needs.flatMap(({ suppressions }) => suppressions.map(({ reason }) => reason)),
    ]);
    for (const reason of reasons) {
      for (const locale of LOCALES) {
        expect(formatReason(all, reason, locale)).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
    const [first] = standing('idle-cash', results[1]!).suppressions;
    expect(formatReason(all, first!.reason, 'en')).toBe(
      'Contacts about the same need in any 30-day period: 1 at most; the next may be on 2026-03-22.',
    );
  });
});

describe('broken input for actions', () => {
  it.each([
    [undefined, 'missing-value', 'context'],
    [{ contacts: [] }, 'missing-value', 'context.vulnerable'],
    [{ vulnerable: false }, 'missing-value', 'context.contacts'],
    [{ ...fine, vulnerable: 'no' }, 'invalid-type', 'context.vulnerable'],
    [{ ...fine, vulnerable: [1] }, 'invalid-type', 'context.vulnerable[0]'],
    [{ ...fine, humanReview: 1 }, 'invalid-type', 'context.humanReview'],
    [{ ...fine, ceiling: 'C9' }, 'unknown-value', 'context.ceiling'],
    [
      { ...fine, contacts: [told('1', '2026-02-30', 'x')] },
      'invalid-date',
      'context.contacts[0].date',
    ],
    [
      { ...fine, contacts: [told('1', '2026-03-03', 'x')] },
      'out-of-range',
      'context.contacts[0].date',
    ],
    [{ ...fine, contacts: [told('1', '2026-03-01', '')] }, 'empty', 'context.contacts[0].need'],
    [
      { ...fine, contacts: [told('1', '2026-03-01', 'x'), told('1', '2026-03-01', 'y')] },
      'duplicate-id',
      'context.contacts[0].id',
    ],
  ] as const)('is refused: %o', (context, code, path) => {
    const options = { asOf: AS_OF } as const;
    expectRefusal(() => nextBestActions(willing, rules, wrong(context), options), code, path);
  });

  it.each([
    [undefined, 'missing-value', 'policy.contact'],
    [{ ...contact, perNeed: null }, 'missing-value', 'policy.contact.perNeed'],
    [
      { ...contact, perNeed: { contacts: 0, days: 1 } },
      'out-of-range',
      'policy.contact.perNeed.contacts',
    ],
    [{ ...contact, inAll: { contacts: 1, days: 0 } }, 'out-of-range', 'policy.contact.inAll.days'],
    [
      { ...contact, inAll: { contacts: 1.5, days: 1 } },
      'invalid-type',
      'policy.contact.inAll.contacts',
    ],
    [{ ...contact, coolingOffDays: Number.NaN }, 'not-finite', 'policy.contact.coolingOffDays'],
    [{ ...contact, serviceKinds: ['fun'] }, 'unknown-value', 'policy.contact.serviceKinds[0]'],
  ] as const)('is refused: rules %o', (given, code, path) => {
    expectRefusal(() => act(willing, fine, wrong({ contact: given })), code, path);
  });

  it('is refused without a day', () => {
    expectRefusal(
      () => nextBestActions(willing, rules, fine, wrong(null)),
      'missing-value',
      'options',
    );
  });
});

describe('every list of actions', () => {
  it('is frozen and names a suitability check for each product', () => {
    const result = act();
    expect(isDeeplyFrozen(result)).toBe(true);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    for (const { action, requires } of result.actions) {
      const product = (PRODUCT_ACTIONS as readonly string[]).includes(action);
      expect(requires.includes('suitability-check')).toBe(product);
    }
  });
});
