import { describe, expect, it } from 'vitest';
import {
  ASSET_CLASSES,
  CADENCES,
  type ClientView,
  clientMessages,
  detectNeeds,
  LIFE_STAGES,
  NEED_KINDS,
  profileClient,
} from '../../src/client/index.js';
import {
  checkMessages,
  formatReason,
  LOCALES,
  mergeMessages,
  type Reason,
} from '../../src/evidence/index.js';
import { questionnaireMessages } from '../../src/questionnaire/index.js';
import { AS_OF, policy, score, view, withHoldings } from './support.js';

const all = mergeMessages(clientMessages, questionnaireMessages);

function reasonsIn(value: unknown): readonly Reason[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'code' in value && 'severity' in value ? [value as Reason] : [];
  return [...own, ...Object.values(value).flatMap(reasonsIn)];
}

describe('clientMessages', () => {
  it('are whole in three languages', () => {
    expect(checkMessages(clientMessages)).toEqual([]);
  });

  it('name every need, life stage, class and cadence', () => {
    const names = [
      ...NEED_KINDS.map((kind) => `need.${kind}`),
      ...LIFE_STAGES.map((stage) => `life-stage.${stage}`),
      ...ASSET_CLASSES.map((name) => `class.${name}`),
      ...CADENCES.map((cadence) => `cadence.${cadence}`),
    ];
    for (const name of names) expect(Object.keys(clientMessages)).toContain(`client.${name}`);
  });

  it('put every reason of a needs assessment and a profile into words', () => {
    const netReturnByLevel = { C2: 0.01, C3: 0.01 };
    const depositInsurance = { limit: { currency: 'CNY', amount: '1.00' } } as const;
    const rules = { ...policy, netReturnByLevel, depositInsurance };
    const poor = withHoldings(
      { id: 'A', amount: '-5.00' },
      { id: 'B', kind: 'stock', amount: '9.00' },
      { id: 'C', kind: 'term-deposit', amount: '9.00', maturity: '2026-03-01' },
    );
    const foreign = withHoldings({ currency: 'JPY', amount: '5' });
    const troubled: ClientView<'CNY'> = {
      ...poor,
      client: { id: 'x', birthDate: '1950-01-01', status: 'frozen' },
      statements: { acceptedLoss: 0 },
      questionnaire: score({ Q10: 4, Q09: 3, Q08: 3, Q12: 0, Q11: 0 }, '2024-01-05'),
      coOwners: [{ id: 'y', level: 'C2' }],
      transactions: view.transactions!.slice(0, 30),
    };
    const asOf = { asOf: AS_OF } as const;
    const views: readonly ClientView<'CNY'>[] = [view, poor, foreign, troubled];
    const results = views.flatMap((given) => [
      detectNeeds(given, rules, asOf),
      profileClient(given, rules, asOf),
    ]);
    const reasons = reasonsIn(results);
    expect(new Set(reasons.map(({ code }) => code)).size).toBeGreaterThan(25);
    for (const reason of reasons) {
      for (const locale of LOCALES) {
        expect(formatReason(all, reason, locale)).not.toMatch(/[{}]|undefined|NaN/);
      }
    }
  });

  it('read naturally', () => {
    const { needs } = detectNeeds(view, policy, { asOf: AS_OF });
    expect(needs.map(({ reason }) => formatReason(all, reason, 'en'))).toEqual([
      'Of 480,000.00 CNY in demand deposits and money funds, 341,262.00 CNY is idle. The 6-month reserve (138,738.00 CNY) allows for irregular income (freelance).',
      'Goal “education”: 1,384,233.87 CNY will be needed at the 11-year mark.',
      'Securities of the employer make up 20.28% of the financial assets, more than the limit of 10.0%: job and savings hang on one company. Keeping to it means selling 131,800.00 CNY.',
      'TD_CNY_20260520 matures on 2026-05-20 (days from now: 79). What becomes of 300,000.00 CNY has to be decided.',
      'Goal “retirement”: 4,637,939.01 CNY will be needed at the 22-year mark.',
    ]);
  });
});
