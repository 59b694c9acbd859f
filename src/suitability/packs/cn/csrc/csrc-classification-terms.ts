import type { RuleCondition, RuleOperand, Term } from '../../../../rules/index.js';
import { label } from '../../../facts/declare.js';
import { done, is } from '../conduct-conditions.js';

function atLeast(fact: string, parameter: string): RuleCondition {
  return { left: { fact }, is: '>=', right: { parameter } };
}

const PERSON = is('client.kind', 'natural');
const ENTITY = is('client.kind', 'legal');

/** The first day of the year of the decision: as many whole years after that of year 1 as have passed since. */
const FIRST_DAY_OF_YEAR: RuleOperand = {
  addMonths: ['0001-01-01', { times: [12, { years: ['0001-01-01', { fact: 'asOf' }] }] }],
};

/** 最近1年末: 31 December of the year before, whatever other day accounts were drawn up for. */
const LAST_YEAR_END: RuleCondition = {
  left: { fact: 'client.accountsOn' },
  is: '=',
  right: { fact: 'client.lastYearEnd' },
};

/** The ways of articles 8 and 11. Each needs the kind of client, so that no way is open that is meant for another kind. */
export const CLASSIFICATION_TERMS: Readonly<Record<string, Term>> = {
  'client.lastYearEnd': {
    label: label('上年末', '上年末', 'end of last year'),
    type: 'date',
    value: { addDays: [FIRST_DAY_OF_YEAR, -1] },
  },
  'client.professionalInstitution': {
    label: label(
      '第八条第（一）至（三）项的专业投资者',
      '第八條第（一）至（三）項的專業投資者',
      'professional by article 8(1)–(3)',
    ),
    when: {
      all: [
        ENTITY,
        {
          left: { fact: 'client.institution' },
          is: 'in',
          right: [
            'licensed',
            'registered',
            'institution-product',
            'pension-fund',
            'public-welfare-fund',
            'qualified-foreign-investor',
          ],
        },
      ],
    },
  },
  'client.professionalEntity': {
    label: label(
      '第八条第（四）项的专业投资者',
      '第八條第（四）項的專業投資者',
      'professional by article 8(4)',
    ),
    when: {
      all: [
        ENTITY,
        LAST_YEAR_END,
        atLeast('client.netAssets', 'entityNetAssets'),
        atLeast('client.financialAssets', 'entityAssets'),
        atLeast('client.experienceYears', 'entityYears'),
      ],
    },
  },
  'client.professionalPerson': {
    label: label(
      '第八条第（五）项的专业投资者',
      '第八條第（五）項的專業投資者',
      'professional by article 8(5)',
    ),
    when: {
      all: [
        PERSON,
        {
          any: [
            atLeast('client.financialAssets', 'personAssets'),
            atLeast('client.avgIncome3y', 'personIncome'),
          ],
        },
        {
          any: [
            atLeast('client.experienceYears', 'personYears'),
            atLeast('client.financialWorkYears', 'personYears'),
            {
              left: { fact: 'client.financialRole' },
              is: 'in',
              right: ['senior-manager', 'certified-accountant', 'certified-lawyer'],
            },
          ],
        },
      ],
    },
  },
  'client.professionalByLaw': {
    label: label('符合第八条的专业投资者', '符合第八條的專業投資者', 'professional by article 8'),
    when: {
      any: [
        { holds: 'client.professionalInstitution' },
        { holds: 'client.professionalEntity' },
        { holds: 'client.professionalPerson' },
      ],
    },
  },
  'client.mayOptUp': {
    label: label(
      '符合第十一条的转化条件',
      '符合第十一條的轉化條件',
      'meets the conditions of article 11',
    ),
    when: {
      any: [
        {
          all: [
            ENTITY,
            LAST_YEAR_END,
            atLeast('client.netAssets', 'optUpNetAssets'),
            atLeast('client.financialAssets', 'optUpEntityAssets'),
            atLeast('client.experienceYears', 'optUpYears'),
          ],
        },
        {
          all: [
            PERSON,
            {
              any: [
                atLeast('client.financialAssets', 'optUpAssets'),
                atLeast('client.avgIncome3y', 'optUpIncome'),
              ],
            },
            {
              any: [
                atLeast('client.experienceYears', 'optUpYears'),
                atLeast('client.financialWorkYears', 'optUpYears'),
              ],
            },
          ],
        },
      ],
    },
  },
  /** Who is professional by article 8 needs no application. */
  'classification.optUp': {
    label: label(
      '须经申请转化为专业投资者',
      '須經申請轉化為專業投資者',
      'may become professional on application',
    ),
    when: {
      all: [{ not: { holds: 'client.professionalByLaw' } }, done('client.mayOptUp')],
    },
  },
};
