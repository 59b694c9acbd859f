import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CONSENT_STATUSES,
  type Consent,
  type ConsentOptions,
  checkConsent,
  clientMessages,
} from '../../../src/client/index.js';
import { addDays, type PlainDate } from '../../../src/dates/index.js';
import { canonicalJson, formatReason, LOCALES } from '../../../src/evidence/index.js';
import { expectRefusal, frozenCopy, isDeeplyFrozen, wrong } from '../support.js';

const yes = (change: Partial<Consent> = {}): Consent => ({
  purpose: 'profiling',
  given: true,
  from: '2025-03-01',
  ...change,
});
const on = (asOf: PlainDate, consents: readonly Consent[], options: Partial<ConsentOptions> = {}) =>
  checkConsent(consents, 'profiling', { asOf, ...options }).status;

describe('a consent', () => {
  it('holds from its first to its last day', () => {
    const term = [yes({ until: '2025-12-31' })];
    expect(on('2025-02-28', term)).toBe('not-yet');
    expect(on('2025-03-01', term)).toBe('granted');
    expect(on('2025-12-31', term)).toBe('granted');
    expect(on('2026-01-01', term)).toBe('expired');
  });

  it('ends on the day it is withdrawn, also in the eyes of the past only from then on', () => {
    const withdrawn = [yes({ withdrawnOn: '2025-06-01' })];
    expect(on('2025-05-31', withdrawn)).toBe('granted');
    expect(on('2025-06-01', withdrawn)).toBe('withdrawn');
    expect(on('2026-06-01', withdrawn)).toBe('withdrawn');
  });

  it('counts again only if it is given after a withdrawal', () => {
    const withdrawn = yes({ withdrawnOn: '2025-06-01' });
    expect(on('2025-07-01', [withdrawn, yes({ from: '2025-06-02' })])).toBe('granted');
    expect(on('2025-07-01', [withdrawn, yes({ from: '2025-06-01' })])).toBe('withdrawn');
    expect(on('2025-07-01', [withdrawn, yes({ from: '2025-04-01' })])).toBe('withdrawn');
    expect(on('2025-05-01', [withdrawn, yes({ from: '2025-04-01' })])).toBe('granted');
  });

  it('gives way to a later refusal, and a refusal to a later consent', () => {
    const no = yes({ given: false, from: '2025-06-01' });
    expect(on('2025-05-31', [yes(), no])).toBe('granted');
    expect(on('2025-06-01', [yes(), no])).toBe('refused');
    expect(on('2025-07-01', [no, yes({ from: '2025-06-30' })])).toBe('granted');
    expect(on('2025-07-01', [no, yes({ from: '2025-06-01' })])).toBe('refused');
  });

  it('does not revive when a later and shorter one ends', () => {
    expect(on('2025-07-01', [yes(), yes({ from: '2025-05-01', until: '2025-06-30' })])).toBe(
      'expired',
    );
  });

  it('is for its own purpose only', () => {
    expect(on('2026-03-02', [yes({ purpose: 'marketing' })])).toBe('absent');
    expect(on('2026-03-02', [])).toBe('absent');
    expect(on('2026-03-02', [yes(), yes({ purpose: 'marketing', given: false })])).toBe('granted');
  });

  // Personal Information Protection Law, article 29: 单独同意, in writing where a law says so.
  it('has to have the form that is asked for', () => {
    const general = [yes()];
    const separate = [yes({ form: 'separate' })];
    expect(on('2026-03-02', general, { form: 'separate' })).toBe('insufficient');
    expect(on('2026-03-02', separate, { form: 'separate' })).toBe('granted');
    expect(on('2026-03-02', separate, { form: 'written' })).toBe('insufficient');
    expect(on('2026-03-02', [yes({ form: 'written' })], { form: 'separate' })).toBe('granted');
    const { reasons } = checkConsent(general, 'profiling', {
      asOf: '2026-03-02',
      form: 'separate',
    });
    expect(reasons[0]?.citations.map(({ article }) => article)).toEqual(['24', '29']);
  });

  // Article 31: 不满十四周岁; the fourteenth birthday no longer belongs to it.
  it('of a child under 14 is a guardian’s to give', () => {
    const born = { birthDate: '2011-03-02' } as const;
    const child = [yes({ from: '2025-03-01' })];
    expect(on('2026-03-02', child, born)).toBe('insufficient');
    expect(on('2026-03-02', [yes({ by: 'guardian' })], born)).toBe('granted');
    expect(on('2026-03-02', [yes({ from: '2025-03-02' })], born)).toBe('granted');
    expect(on('2026-03-02', child)).toBe('granted');
    const { reasons } = checkConsent(child, 'profiling', { asOf: '2026-03-02', ...born });
    expect(reasons).toMatchObject([
      {
        code: 'client.consent-without-guardian',
        severity: 'block',
        citations: [{ article: '31' }],
      },
    ]);
    expect(on('2026-03-02', [yes({ given: false })], born)).toBe('refused');
  });

  it('cites the law on automated decisions where it is about them', () => {
    for (const purpose of ['profiling', 'marketing', 'automated-decision']) {
      const { reasons } = checkConsent([], purpose, { asOf: '2026-03-02' });
      expect(reasons[0]?.citations).toMatchObject([{ article: '24', verified: true }]);
    }
    const { reasons } = checkConsent([], 'sensitive-data', {
      asOf: '2026-03-02',
      form: 'separate',
    });
    expect(reasons[0]?.citations.map(({ article }) => article)).toEqual(['28', '29']);
    expect(checkConsent([], 'constructor', { asOf: '2026-03-02' }).reasons[0]?.citations).toEqual(
      [],
    );
  });
});

describe('a record of consent that cannot be used', () => {
  it.each([
    ['null', null, 'missing-value', 'consents[1]'],
    ['without an answer', yes({ given: wrong(undefined) }), 'missing-value', 'consents[1].given'],
    ['answered by a text', yes({ given: wrong('true') }), 'invalid-type', 'consents[1].given'],
    ['without a day', yes({ from: wrong(null) }), 'missing-value', 'consents[1].from'],
    ['of 30 February', yes({ from: '2025-02-30' }), 'invalid-date', 'consents[1].from'],
    ['that ends before', yes({ until: '2025-02-28' }), 'inconsistent', 'consents[1].until'],
    [
      'withdrawn before',
      yes({ withdrawnOn: '2025-02-28' }),
      'inconsistent',
      'consents[1].withdrawnOn',
    ],
    ['of unknown form', yes({ form: wrong('nod') }), 'unknown-value', 'consents[1].form'],
    ['by someone', yes({ by: wrong('adviser') }), 'unknown-value', 'consents[1].by'],
    ['for no purpose', yes({ purpose: '' }), 'empty', 'consents[1].purpose'],
    ['for a number', yes({ purpose: wrong(3) }), 'invalid-type', 'consents[1].purpose'],
    [
      'with a withdrawal under another name',
      { ...yes(), revokedOn: '2025-02-02' },
      'unknown-id',
      'consents[1].revokedOn',
    ],
    ['with a misspelt end', { ...yes(), Until: '2025-04-01' }, 'unknown-id', 'consents[1].Until'],
    [
      'with a field whose name is personal',
      { ...yes(), '11010519491231002X': true },
      'unknown-id',
      'consents[1][*]',
    ],
  ] as const)('is a failure %s, and no yes is left', (_, row, code, path) => {
    const result = checkConsent([yes(), wrong(row)], 'profiling', { asOf: '2026-03-02' });
    expect(result.failures).toMatchObject([{ row: 1, issues: [{ code, path }] }]);
    expect(result.status).toBe('undetermined');
    const refused = checkConsent([yes({ given: false }), wrong(row)], 'profiling', {
      asOf: '2026-03-02',
    });
    expect(refused.status).toBe('refused');
  });

  it('is no yes where it is the only one', () => {
    const revoked = { purpose: 'm', given: true, from: '2025-01-10', revokedOn: '2025-02-02' };
    const result = checkConsent(wrong([revoked]), 'm', { asOf: '2026-03-02' });
    expect(result.status).not.toBe('granted');
    expect(result.reasons).toMatchObject([{ severity: 'block' }]);
    expect(result.failures).toHaveLength(1);
  });

  it('does no harm where it is about another purpose', () => {
    const other = yes({ purpose: 'marketing', from: '2025-02-30' });
    const result = checkConsent([yes(), other], 'profiling', { asOf: '2026-03-02' });
    expect(result.status).toBe('granted');
    expect(result.failures).toHaveLength(1);
  });
});

describe('checkConsent', () => {
  const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2025-03-01', days));
  const consents = fc.array(
    fc
      .record({
        purpose: fc.constantFrom('profiling', 'marketing'),
        given: fc.boolean(),
        from: day,
        until: fc.option(fc.nat({ max: 20 })),
        withdrawnOn: fc.option(fc.nat({ max: 20 })),
        form: fc.constantFrom('general', 'separate', 'written'),
        by: fc.constantFrom('client', 'guardian'),
      })
      .map(({ until, withdrawnOn, ...rest }) => ({
        ...rest,
        until: until === null ? null : addDays(rest.from, until),
        withdrawnOn: withdrawnOn === null ? null : addDays(rest.from, withdrawnOn),
      })),
    { maxLength: 8 },
  );
  const options = { asOf: '2025-04-01', form: 'separate' } as const;

  it('does not depend on the order of records, nor on those that come twice', () => {
    const lists = consents.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray([...list, ...list], { minLength: 2 * list.length }),
      ),
    );
    fc.assert(
      fc.property(lists, ([list, other]) => {
        expect(canonicalJson(checkConsent(other, 'profiling', options))).toBe(
          canonicalJson(checkConsent(frozenCopy(list), 'profiling', options)),
        );
      }),
    );
  });

  it('says yes only with a record that covers the day and nothing against it since', () => {
    fc.assert(
      fc.property(consents, (list) => {
        const { status, consent } = checkConsent(list, 'profiling', options);
        if (status !== 'granted') return;
        const { asOf } = options;
        const mine = list.filter(({ purpose, from }) => purpose === 'profiling' && from <= asOf);
        expect(consent).toMatchObject({ given: true });
        expect(consent!.form).not.toBe('general');
        expect(consent!.until === null || consent!.until >= asOf).toBe(true);
        const against = mine.filter(({ given, from, withdrawnOn }) => {
          const no = !given && from >= consent!.from;
          return (
            no || (withdrawnOn !== null && withdrawnOn >= consent!.from && withdrawnOn <= asOf)
          );
        });
        expect(against).toEqual([]);
      }),
    );
  });

  it('gives a reason in three languages for every no', () => {
    const bad = { ...yes(), from: '2025-02-30' } as const;
    const checks = [
      checkConsent([yes({ given: false })], 'profiling', options),
      checkConsent([yes({ withdrawnOn: '2025-03-01' })], 'profiling', options),
      checkConsent([yes({ until: '2025-03-01' })], 'profiling', options),
      checkConsent([], 'profiling', options),
      checkConsent([yes({ from: '2025-05-01' })], 'profiling', options),
      checkConsent([yes()], 'profiling', options),
      checkConsent([yes({ form: 'written' }), bad], 'profiling', options),
    ];
    expect(checks.map(({ status }) => status)).toEqual(CONSENT_STATUSES.slice(1));
    for (const { reasons, status } of checks) {
      expect(reasons).toMatchObject([{ code: `client.consent-${status}`, severity: 'block' }]);
      const said = LOCALES.map((locale) => formatReason(clientMessages, reasons[0]!, locale));
      expect(said[0]).toContain('“用户画像”');
      expect(said[1]).toContain('「個人資料剖析」');
      expect(said[2]).toContain('“profiling”');
    }
    expect(checks.every(isDeeplyFrozen)).toBe(true);
    expect(checkConsent([yes({ form: 'written' })], 'profiling', options).reasons).toEqual([]);
  });

  it.each([
    ['no list', [null, 'profiling', options], 'missing-value', 'consents'],
    ['flags', [{ profiling: true }, 'profiling', options], 'invalid-type', 'consents'],
    ['no purpose', [[], '', options], 'empty', 'purpose'],
    ['no options', [[], 'profiling', undefined], 'missing-value', 'options'],
    ['no date', [[], 'profiling', {}], 'missing-value', 'options.asOf'],
    ['an unknown form', [[], 'p', { ...options, form: 'oral' }], 'unknown-value', 'options.form'],
    [
      'a bad birthday',
      [[], 'p', { ...options, birthDate: '2020-13-01' }],
      'invalid-date',
      'options.birthDate',
    ],
  ] as const)('refuses %s', (_, [given, purpose, asked], code, path) => {
    expectRefusal(() => checkConsent(wrong(given), wrong(purpose), wrong(asked)), code, path);
  });
});
