import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../src/evidence/index.js';
import { kpiMessages, serviceKpis } from '../../src/kpi/index.js';

const LOCALES = ['zh-Hans', 'zh-Hant', 'en'] as const;

describe('kpiMessages', () => {
  it('name every ready KPI and its formula in three languages', () => {
    for (const { id } of Object.values(serviceKpis({ currency: 'CNY' }))) {
      for (const locale of LOCALES) {
        expect(formatMessage(kpiMessages, `kpi.name.${id}`, locale, {})).not.toBe('');
        expect(formatMessage(kpiMessages, `kpi.formula.${id}`, locale, {})).not.toBe('');
      }
    }
  });

  it('say in three languages why a ready KPI leaves a case out, in its own words where these are the same everywhere', () => {
    const words = new Map<string, Set<string>>();
    for (const { exclusions } of Object.values(serviceKpis({ currency: 'CNY' }))) {
      for (const { id, words: own } of exclusions)
        words.set(id, (words.get(id) ?? new Set()).add(own));
    }
    expect(words.size).toBeGreaterThan(30);
    // What nobody recorded has the same words wherever it is left out.
    expect([...words.get('not-recorded')!]).toHaveLength(1);
    for (const [id, own] of words) {
      const [, , english] = LOCALES.map((locale) =>
        formatMessage(kpiMessages, `kpi.excluded.${id}`, locale, {}),
      );
      if (own.size === 1) expect([id, english]).toEqual([id, [...own][0]]);
    }
  });

  it('use the same parameters in every language, and different texts', () => {
    for (const texts of Object.values(kpiMessages)) {
      const placeholders = (text: string) => [...(text.match(/\{[^}|]+\}/g) ?? [])].sort();
      const [hans, hant, english] = LOCALES.map((locale) => texts[locale]);
      expect(placeholders(hant as string)).toEqual(placeholders(hans as string));
      expect(placeholders(english as string)).toEqual(placeholders(hans as string));
      expect(english).not.toBe(hans);
    }
  });

  it('read well for one as for many', () => {
    const one: Readonly<Record<string, Readonly<Record<string, number>>>> = {
      'kpi.scores-missing-after': { people: 1 },
      'kpi.too-few-advisers': { advisers: 1, minimum: 4 },
      'kpi.group-unknown': { n: 1 },
      'kpi.funnel-undecided': { open: 1 },
      'kpi.early-left-out': { early: 1 },
      'kpi.many-undecided': { undecided: 1, n: 1 },
    };
    for (const [key, parameters] of Object.entries(one)) {
      expect(formatMessage(kpiMessages, key, 'en', parameters)).not.toMatch(
        /\b1 (people|advisers|cases|moves)\b/,
      );
    }
  });

  it('say that nothing was watched so long of whatever is watched, in whatever unit', () => {
    const said = LOCALES.map((locale) =>
      formatMessage(kpiMessages, 'kpi.not-watched-so-long', locale, { time: 90 }),
    );
    for (const text of said) {
      expect(text).toContain('90');
      expect(text).not.toMatch(/客户|客戶|client|第90期|time 90/);
    }
  });

  it('fill in the caveats', () => {
    const parameters = { n: 4, minimum: 5 };
    expect(formatMessage(kpiMessages, 'kpi.sample-too-small', 'en', parameters)).toContain(
      'cases, 4, is below the 5',
    );
    expect(formatMessage(kpiMessages, 'kpi.no-control-group', 'zh-Hans', {})).toContain('对照组');
  });
});
