import { describe, expect, it } from 'vitest';
import { formatReason, LOCALES } from '../../../src/evidence/index.js';
import {
  type AcknowledgementOptions,
  checkAcknowledgement,
  hashDisclosure,
  suitabilityMessages,
} from '../../../src/suitability/index.js';
import { acknowledged, WHOLE, withText } from './support.js';

const OPTIONS: AcknowledgementOptions = {
  disclosureHash: hashDisclosure(WHOLE),
  asOf: '2026-03-10',
};

describe('an acknowledgement', () => {
  it('counts for exactly the disclosure that was shown', () => {
    expect(checkAcknowledgement(acknowledged(WHOLE), OPTIONS)).toEqual({
      status: 'valid',
      reasons: [],
    });
    const other = withText('fees', { en: 'Management fee 1.5% a year; entry fee 100 yuan.' });
    const { status, reasons } = checkAcknowledgement(acknowledged(other), OPTIONS);
    expect([status, reasons.length]).toEqual(['other-disclosure', 1]);
  });

  it('counts up to the last of its days, that day among them', () => {
    // 2 March + 8 days is 10 March.
    const given = acknowledged(WHOLE);
    const last = checkAcknowledgement(given, { ...OPTIONS, validDays: 8 });
    expect(last).toEqual({ status: 'valid', validUntil: '2026-03-10', reasons: [] });
    expect(checkAcknowledgement(given, { ...OPTIONS, validDays: 7 }).status).toBe('expired');
    expect(
      checkAcknowledgement(given, { ...OPTIONS, asOf: '2026-03-02', validDays: 0 }).status,
    ).toBe('valid');
  });

  it('does not count if it is from before the disclosure was shown, or the disclosure was shown before it was there', () => {
    const early = acknowledged(WHOLE, { acknowledgedOn: '2026-03-01' });
    expect(checkAcknowledgement(early, OPTIONS).status).toBe('before-disclosure');
    const shown = acknowledged(WHOLE);
    expect(checkAcknowledgement(shown, { ...OPTIONS, disclosedFrom: '2026-03-03' }).status).toBe(
      'before-disclosure',
    );
    expect(checkAcknowledgement(shown, { ...OPTIONS, disclosedFrom: '2026-03-02' }).status).toBe(
      'valid',
    );
  });

  it('names no date that nobody gave', () => {
    const dates = (acknowledgedOn: '2026-03-01' | '2026-03-02', options = {}) =>
      checkAcknowledgement(acknowledged(WHOLE, { acknowledgedOn }), {
        ...OPTIONS,
        ...options,
      }).reasons.map((reason) =>
        LOCALES.map((locale) =>
          formatReason(suitabilityMessages, reason, locale)
            .match(/2026-\d\d-\d\d/g)
            ?.sort(),
        ),
      );
    const early = ['2026-03-01', '2026-03-02'];
    expect(dates('2026-03-01')).toEqual([[early, early, early]]);
    const late = ['2026-03-02', '2026-03-04'];
    const disclosedFrom = '2026-03-04';
    expect(dates('2026-03-02', { disclosedFrom })).toEqual([[late, late, late]]);
    expect(dates('2026-03-01', { disclosedFrom })).toEqual([
      [late, late, late],
      [early, early, early],
    ]);
  });

  it('does not count for a decision before it', () => {
    const given = acknowledged(WHOLE);
    expect(checkAcknowledgement(given, { ...OPTIONS, asOf: '2026-03-01' }).status).toBe(
      'after-decision',
    );
  });

  it('does not count in a language that the client does not read', () => {
    const given = acknowledged(WHOLE, { locale: 'en' });
    const locales = ['zh-Hans', 'zh-Hant'] as const;
    expect(checkAcknowledgement(given, { ...OPTIONS, locales }).status).toBe('other-language');
    expect(checkAcknowledgement(given, { ...OPTIONS, locales: ['en'] }).status).toBe('valid');
  });

  it('names every fault, the gravest first, in three languages', () => {
    const bad = acknowledged(withText('fees', { en: 'No fees.' }), {
      acknowledgedOn: '2026-03-01',
      locale: 'en',
    });
    const { status, reasons } = checkAcknowledgement(bad, {
      ...OPTIONS,
      validDays: 1,
      locales: ['zh-Hans'],
    });
    expect(status).toBe('other-disclosure');
    expect(reasons.map(({ code }) => code)).toEqual([
      'suitability.acknowledgement-other-disclosure',
      'suitability.acknowledgement-before-shown',
      'suitability.acknowledgement-other-language',
      'suitability.acknowledgement-expired',
    ]);
    const texts = reasons.flatMap((reason) =>
      LOCALES.map((locale) => formatReason(suitabilityMessages, reason, locale)),
    );
    expect(new Set(texts).size).toBe(12);
  });

  it.each<[string, object, object, string, string]>([
    [
      'half a hash',
      { disclosureHash: 'abc' },
      {},
      'invalid-format',
      'acknowledgement.disclosureHash',
    ],
    ['a manner that there is not', { how: 'nod' }, {}, 'unknown-value', 'acknowledgement.how'],
    ['no reference', { reference: '' }, {}, 'empty', 'acknowledgement.reference'],
    ['nobody', { by: undefined }, {}, 'missing-value', 'acknowledgement.by'],
    [
      'somebody of another role',
      { by: { id: 'E-1', role: 'seller' } },
      {},
      'unknown-value',
      'acknowledgement.by.role',
    ],
    [
      'a day that does not exist',
      { shownOn: '2026-02-29' },
      {},
      'invalid-date',
      'acknowledgement.shownOn',
    ],
    [
      'a language that there is not',
      { locale: 'fr' },
      {},
      'unknown-value',
      'acknowledgement.locale',
    ],
    ['no day of decision', {}, { asOf: undefined }, 'missing-value', 'options.asOf'],
    ['days below 0', {}, { validDays: -1 }, 'out-of-range', 'options.validDays'],
    ['half a day', {}, { validDays: 0.5 }, 'invalid-type', 'options.validDays'],
    ['no languages', {}, { locales: [] }, 'empty', 'options.locales'],
  ])('is not checked with %s', (_, changes, options, code, path) => {
    const given = { ...acknowledged(WHOLE), ...changes };
    expect(() => checkAcknowledgement(given as never, { ...OPTIONS, ...options } as never)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });
});
