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

  it('use the same parameters in every language, and different texts', () => {
    for (const texts of Object.values(kpiMessages)) {
      const placeholders = (text: string) => [...(text.match(/\{[^}]+\}/g) ?? [])].sort();
      const [hans, hant, english] = LOCALES.map((locale) => texts[locale]);
      expect(placeholders(hant as string)).toEqual(placeholders(hans as string));
      expect(placeholders(english as string)).toEqual(placeholders(hans as string));
      expect(english).not.toBe(hans);
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
