import { type Citation, makeCitation } from '../../evidence/index.js';
import type { CareKind } from './care-policy.js';

/** The four groups of characteristics that may make a client vulnerable, or the mere age. */
export type CareDriver = 'health' | 'life-event' | 'resilience' | 'capability' | 'age';

/** To which driver a kind belongs, and what says so. */
export function driverOf(kind: CareKind): {
  readonly category: CareDriver;
  readonly citation: Citation;
} {
  const category = DRIVERS[kind];
  if (kind === 'minor') return { category, citation: ADULTS };
  if (kind === 'age-65') return { category, citation: SPECIAL_CARE };
  if (kind === 'advanced-age') return { category, citation: VULNERABLE_CLIENTS };
  return { category, citation: DRIVERS_OF_VULNERABILITY };
}

const DRIVERS: Readonly<Record<CareKind, CareDriver>> = {
  minor: 'age',
  'age-65': 'age',
  'advanced-age': 'age',
  health: 'health',
  bereavement: 'life-event',
  'job-loss': 'life-event',
  divorce: 'life-event',
  caring: 'life-event',
  'sole-income': 'resilience',
  'low-resilience': 'resilience',
  'first-investment': 'capability',
  'limited-capability': 'capability',
};

/** Who decides alone. */
export const ADULTS: Citation = makeCitation({
  instrument: '中华人民共和国民法典 (Civil Code of China)',
  article: '17',
  verified: true,
  inForceFrom: '2021-01-01',
});

/** Clients of 65 and over, 以上 including the age itself (article 46). */
export const SPECIAL_CARE: Citation = makeCitation({
  instrument:
    '金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025)',
  article: '18',
  verified: true,
  inForceFrom: '2026-02-01',
});

const VULNERABLE_CLIENTS: Citation = makeCitation({
  instrument:
    'ESMA35-43-3172, Guidelines on certain aspects of the MiFID II suitability requirements',
  article: 'guideline 3, paragraph 40',
  verified: false,
  inForceFrom: '2023-10-03',
});

const DRIVERS_OF_VULNERABILITY: Citation = makeCitation({
  instrument: 'FCA FG21/1, Guidance for firms on the fair treatment of vulnerable customers',
  article: 'chapter 2, drivers of vulnerability',
  verified: false,
  inForceFrom: '2021-02-23',
});
