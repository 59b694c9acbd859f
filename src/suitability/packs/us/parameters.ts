import type { Citation } from '../../../evidence/index.js';
import type { DatedParameter, InForce, RuleCondition, Term } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import { CASE_TERMS } from '../../facts/terms.js';
import { cfr17, finra } from './citations.js';

/** The day from which Regulation Best Interest and Form CRS had to be complied with. */
export const US_IN_FORCE: InForce = { from: '2020-06-30' };

/** What held on that day and holds since; older values are left out. */
function since(value: number, citation: Citation): DatedParameter['history'] {
  return [{ ...US_IN_FORCE, value, citation }];
}

/** Figures of the rules of the United States. */
export const US_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  institutionalAssets: {
    label: label(
      '机构账户的总资产门槛',
      '機構帳戶的總資產門檻',
      'total assets of an institutional account',
    ),
    unit: 'USD',
    stricter: 'higher',
    history: since(50_000_000, finra('4512(c)(3)')),
  },
  specifiedAdultAge: {
    label: label('特定成年人的年龄', '特定成年人的年齡', 'age of a specified adult'),
    unit: 'years',
    stricter: 'lower',
    history: since(65, finra('2165')),
  },
  adultAge: {
    label: label('成年年龄', '成年年齡', 'age of an adult'),
    unit: 'years',
    history: since(18, finra('2165')),
  },
  accreditedNetWorth: {
    label: label(
      '合格投资者净资产门槛',
      '認可投資者淨資產門檻',
      'net worth of an accredited investor',
    ),
    unit: 'USD',
    stricter: 'higher',
    history: since(1_000_000, cfr17('230.501(a)(5)')),
  },
  accreditedIncome: {
    label: label(
      '合格投资者个人收入门槛',
      '認可投資者個人收入門檻',
      'income of an accredited investor',
    ),
    unit: 'USD',
    stricter: 'higher',
    history: since(200_000, cfr17('230.501(a)(6)')),
  },
  accreditedJointIncome: {
    label: label(
      '合格投资者合计收入门槛',
      '認可投資者合計收入門檻',
      'income of an accredited investor with the spouse',
    ),
    unit: 'USD',
    stricter: 'higher',
    history: since(300_000, cfr17('230.501(a)(6)')),
  },
};

/** The figures must be exceeded, not only reached. */
function above(fact: string, parameter: string): RuleCondition {
  return { left: { fact }, is: '>', right: { parameter } };
}

/** What several rules of the United States read. */
export const US_TERMS: Readonly<Record<string, Term>> = {
  'client.ageYears': CASE_TERMS['client.ageYears'] as Term,
  'us.client.accredited': {
    label: label('合格投资者', '認可投資者', 'accredited investor'),
    when: {
      any: [
        above('us.client.netWorth', 'accreditedNetWorth'),
        {
          all: [
            { holds: 'us.client.incomeExpected' },
            {
              any: [
                above('us.client.income2y', 'accreditedIncome'),
                above('us.client.jointIncome2y', 'accreditedJointIncome'),
              ],
            },
          ],
        },
      ],
    },
  },
  'us.client.specifiedAdult': {
    label: label('特定成年人', '特定成年人', 'specified adult'),
    when: {
      any: [
        {
          left: { fact: 'client.ageYears' },
          is: '>=',
          right: { parameter: 'specifiedAdultAge' },
        },
        {
          all: [
            { left: { fact: 'client.ageYears' }, is: '>=', right: { parameter: 'adultAge' } },
            { holds: 'us.client.impaired' },
          ],
        },
      ],
    },
  },
};
