import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason, LOCALES } from '../../../src/evidence/index.js';
import {
  checkDisclosure,
  DISCLOSURE_DEMANDS,
  DISCLOSURE_DEMANDS_OF,
  DISCLOSURE_HEADS,
  hashDisclosure,
  suitabilityMessages,
} from '../../../src/suitability/index.js';
import { only, WHOLE, withText } from './support.js';

const ALL = { locales: LOCALES };

describe('a disclosure', () => {
  it('is complete with six heads in every required language', () => {
    const required = DISCLOSURE_DEMANDS_OF['nfra-investment'];
    expect(checkDisclosure(WHOLE, { ...ALL, required })).toEqual({
      status: 'complete',
      missing: [],
      findings: [],
      presentable: true,
    });
  });

  it.each(DISCLOSURE_HEADS)('is incomplete without the head %s', (head) => {
    const { [head]: _, ...sections } = WHOLE.sections;
    const { status, missing, presentable } = checkDisclosure({ ...WHOLE, sections }, ALL);
    expect([status, presentable]).toEqual(['incomplete', false]);
    expect(missing.map(({ path }) => path)).toEqual(
      LOCALES.map((locale) =>
        locale === 'en'
          ? `disclosure.sections.${head}.en`
          : `disclosure.sections.${head}["${locale}"]`,
      ),
    );
    expect(missing.every(({ reason }) => reason.severity === 'require')).toBe(true);
  });

  it('is incomplete without one language, and only where that is required', () => {
    const short = withText('fees', { en: undefined });
    expect(checkDisclosure(short, ALL).missing.map(({ head, locale }) => [head, locale])).toEqual([
      ['fees', 'en'],
    ]);
    expect(checkDisclosure(short, { locales: ['zh-Hans'] }).status).toBe('complete');
  });

  it('is incomplete with a blank text', () => {
    expect(checkDisclosure(withText('fees', { en: ' \n ' }), ALL).status).toBe('incomplete');
    expect(checkDisclosure(withText('fees', { en: '' }), ALL).status).toBe('incomplete');
  });

  it.each([
    ...['\u200b', '\u2060', '\u00ad', '\u3164', '\u115f', '\u1160', '\uffa0', '\ufeff\u202e'],
    ...[
      '\u2800',
      '\u{e0041}',
      '-',
      '.',
      '——',
      '…',
      '?',
      'x',
      'N/A',
      'n/a',
      'Ｎ／Ａ',
      'none',
      'None.',
    ],
    ...[
      'tbd',
      'T.B.D.',
      'to be confirmed',
      '无',
      '暂无',
      '暂无。',
      '无\u200b',
      '待定',
      '不适用',
      '暫無',
    ],
  ])('is incomplete with what tells nothing: %j', (nothing) => {
    const { status, missing, presentable } = checkDisclosure(
      withText('conflicts', { 'zh-Hans': nothing }),
      ALL,
    );
    expect([status, presentable]).toEqual(['incomplete', false]);
    expect(missing.map(({ path }) => path)).toEqual(['disclosure.sections.conflicts["zh-Hans"]']);
  });

  it.each(['没有利益冲突。', '5%', 'R2', '免费', 'No conflicts.', '0'])(
    'is complete with a short text that tells something: %s',
    (text) => {
      expect(checkDisclosure(withText('conflicts', { 'zh-Hans': text }), ALL).status).toBe(
        'complete',
      );
    },
  );

  it('lacks everything that is required where it says nothing', () => {
    const empty = { id: 'D', product: 'P', sections: {} };
    const { missing } = checkDisclosure(empty, { ...ALL, required: DISCLOSURE_DEMANDS });
    expect(missing).toHaveLength(6 * 3 + DISCLOSURE_DEMANDS.length);
    const texts = missing.flatMap(({ reason }) =>
      LOCALES.map((locale) => formatReason(suitabilityMessages, reason, locale)),
    );
    expect(new Set(texts).size).toBeGreaterThan(DISCLOSURE_DEMANDS.length * 2);
    // 金融机构产品适当性管理办法, article 31(1), item 2: the rating, and that it may be adjusted.
    const rating = missing.find(({ demand }) => demand === 'rating-may-change');
    expect(rating).toMatchObject({
      path: 'disclosure.facts.ratingMayChange',
      reason: { citations: [{ article: '31(1)(2)', verified: true }] },
    });
  });

  it('is complete and yet not to be shown with forbidden wording', () => {
    const { status, presentable } = checkDisclosure(
      withText('direction', { en: 'At least 80 % in bonds. The principal is guaranteed.' }),
      ALL,
    );
    expect([status, presentable]).toEqual(['complete', false]);
  });

  it('may be shown with what is only pointed out', () => {
    const { findings, presentable } = checkDisclosure(
      withText('direction', { en: 'At least 80 % in the best funds.' }),
      ALL,
    );
    expect(findings.map(({ reason }) => reason.severity)).toEqual(['warn']);
    expect(presentable).toBe(true);
  });

  it('never claims that an unread article was compared', () => {
    const { missing } = checkDisclosure(only('risk', 'en', 'You may lose.'), { locales: ['en'] });
    const european = missing
      .flatMap(({ reason }) => reason.citations)
      .filter(({ instrument }) => /EU/.test(instrument));
    expect(european.length).toBeGreaterThan(3);
    expect(european.filter(({ verified }) => verified)).toEqual([]);
  });

  it.each<[string, unknown, string, string]>([
    ['no options', undefined, 'missing-value', 'options'],
    ['no languages', { locales: [] }, 'empty', 'options.locales'],
    ['another language', { locales: ['fr'] }, 'unknown-value', 'options.locales[0]'],
    [
      'another demand',
      { locales: ['en'], required: ['tax'] },
      'unknown-value',
      'options.required[0]',
    ],
  ])('is not checked with %s', (_, options, code, path) => {
    expect(() => checkDisclosure(WHOLE, options as never)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });
});

describe('the hash of a disclosure', () => {
  it('is the same for the same content, whatever the order of fields', () => {
    const { id, product, sections, facts } = WHOLE;
    const turned = Object.fromEntries(Object.entries(sections).reverse());
    expect(hashDisclosure({ facts, sections: turned, product, id } as typeof WHOLE)).toBe(
      hashDisclosure(WHOLE),
    );
  });

  it('is another for any other text, figure or language', () => {
    const hashes = [
      WHOLE,
      withText('fees', { en: 'Management fee 1.5 % a year; entry fee 100 yuan!' }),
      withText('fees', { en: undefined }),
      { ...WHOLE, facts: { ...WHOLE.facts, riskRating: 3 as const } },
      { ...WHOLE, id: 'D-2' },
    ].map(hashDisclosure);
    expect(new Set(hashes).size).toBe(5);
  });
});

describe('the texts about disclosures', () => {
  it('are there in three languages with the same placeholders', () => {
    expect(checkMessages(suitabilityMessages)).toEqual([]);
  });
});
