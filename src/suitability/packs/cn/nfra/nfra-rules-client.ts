import type { DatedParameter, Rule } from '../../../../rules/index.js';
import { label } from '../../../facts/declare.js';
import { civilCode, leftOpenBy, nfra } from '../citations.js';
import { CAPACITY_PARAMETERS } from '../civil-capacity.js';
import { NFRA_IN_FORCE, PURCHASE_BY_PERSON } from './nfra-rules-scope.js';

/** Ages, and what counts as high and as low risk. The order does not say the latter two; a bank makes the choice its own. */
export const NFRA_CLIENT_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  elderlyFromAge: {
    label: label(
      '适用特别注意义务的年龄',
      '適用特別注意義務的年齡',
      'age from which special care is due',
    ),
    unit: 'years',
    stricter: 'lower',
    history: [{ ...NFRA_IN_FORCE, value: 65, citation: nfra('18') }],
  },
  highRisk: {
    label: label('高风险产品的最低等级', '高風險產品的最低等級', 'lowest rating that is high risk'),
    unit: 'level',
    stricter: 'lower',
    history: [{ ...NFRA_IN_FORCE, value: 4, citation: leftOpenBy(nfra('18')) }],
  },
  lowRisk: {
    label: label('低风险产品的最高等级', '低風險產品的最高等級', 'highest rating that is low risk'),
    unit: 'level',
    stricter: 'lower',
    history: [{ ...NFRA_IN_FORCE, value: 2, citation: leftOpenBy(nfra('19')) }],
  },
  ...CAPACITY_PARAMETERS,
};

/** Clients who need protection: the elderly, minors and others without full capacity. */
export const NFRA_CLIENT_RULES: readonly Rule[] = [
  {
    id: 'CN-NFRA-18',
    citations: [nfra('18'), nfra('46')],
    inForce: NFRA_IN_FORCE,
    scope: PURCHASE_BY_PERSON,
    when: {
      all: [
        { left: { fact: 'client.ageYears' }, is: '>=', right: { parameter: 'elderlyFromAge' } },
        { left: { fact: 'product.risk' }, is: '>=', right: { parameter: 'highRisk' } },
      ],
    },
    outcome: 'require',
    satisfiedBy: { holds: 'order.specialCare' },
  },
  {
    id: 'CN-NFRA-19',
    citations: [nfra('19'), ...['17', '18', '19', '20', '21', '22'].map(civilCode)],
    inForce: NFRA_IN_FORCE,
    scope: PURCHASE_BY_PERSON,
    when: {
      any: [
        { holds: 'client.withoutCapacity' },
        {
          all: [
            { holds: 'client.withLimitedCapacity' },
            {
              not: {
                all: [
                  { holds: 'order.guardianConsent' },
                  { left: { fact: 'product.risk' }, is: '<=', right: { parameter: 'lowRisk' } },
                ],
              },
            },
          ],
        },
      ],
    },
    outcome: 'block',
  },
];
