import type { Citation } from '../../../evidence/index.js';
import type { DatedParameter, InForce, RuleCondition, Term } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import { CASE_TERMS } from '../../facts/terms.js';
import { ACCREDITED_INVESTOR, classesOfInvestors, unread } from './citations.js';

/** Since then nobody is an accredited investor who has not agreed to it. */
export const SG_IN_FORCE: InForce = { from: '2019-04-08' };

/** The day from which the notices on selected clients stand as revised. */
export const SAFEGUARDS_REVISED = '2025-12-29';

/** The definition as amended from 2018-10-08. */
function since2018(
  value: number,
  citation: Citation = ACCREDITED_INVESTOR,
): DatedParameter['history'] {
  return [{ from: '2018-10-08', value, citation }];
}

/** Figures of the rules of Singapore. */
export const SG_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  accreditedAssets: {
    label: label(
      '认可投资者净个人资产门槛',
      '認可投資者淨個人資產門檻',
      'net personal assets of an accredited investor',
    ),
    unit: 'SGD',
    stricter: 'higher',
    history: since2018(2_000_000),
  },
  homeCap: {
    label: label(
      '主要住所可计入的上限',
      '主要住所可計入的上限',
      'most of the primary residence that counts',
    ),
    unit: 'SGD',
    stricter: 'lower',
    history: since2018(1_000_000, classesOfInvestors('primary residence', '2018-10-08')),
  },
  accreditedFinancialAssets: {
    label: label(
      '认可投资者金融资产门槛',
      '認可投資者金融資產門檻',
      'financial assets of an accredited investor',
    ),
    unit: 'SGD',
    stricter: 'higher',
    history: since2018(1_000_000),
  },
  accreditedIncome: {
    label: label('认可投资者收入门槛', '認可投資者收入門檻', 'income of an accredited investor'),
    unit: 'SGD',
    stricter: 'higher',
    history: since2018(300_000),
  },
  selectedAge: {
    label: label(
      '特选客户的年龄标准',
      '特選客戶的年齡標準',
      'age that counts towards a selected client',
    ),
    unit: 'years',
    stricter: 'lower',
    history: [
      {
        ...SG_IN_FORCE,
        to: SAFEGUARDS_REVISED,
        value: 62,
        citation: unread('MAS Notice FAA-N20', 'selected client'),
      },
    ],
  },
  freeLookDays: {
    label: label(
      '人寿保单的自由查阅期',
      '人壽保單的自由查閱期',
      'free-look period of a life policy',
    ),
    unit: 'days',
    history: [
      {
        ...SG_IN_FORCE,
        value: 14,
        citation: unread('MAS notices on life policies', 'free-look period'),
      },
    ],
  },
  cancellationDays: {
    label: label('单位信托的取消期', '單位信託的取消期', 'cancellation period of a unit trust'),
    unit: 'days',
    history: [
      {
        ...SG_IN_FORCE,
        value: 7,
        citation: unread(
          'MAS notices on unlisted collective investment schemes',
          'cancellation period',
        ),
      },
    ],
  },
};

/** Of three marks two make a selected client. */
const OLD: RuleCondition = {
  left: { fact: 'client.ageYears' },
  is: '>=',
  right: { parameter: 'selectedAge' },
};
const LITTLE_ENGLISH: RuleCondition = { not: { holds: 'sg.client.englishProficient' } };
const LITTLE_SCHOOL: RuleCondition = { not: { holds: 'sg.client.schoolCertificate' } };

/** What several rules of Singapore read. */
export const SG_TERMS: Readonly<Record<string, Term>> = {
  'client.ageYears': CASE_TERMS['client.ageYears'] as Term,
  'sg.client.netPersonalAssets': {
    label: label('净个人资产', '淨個人資產', 'net personal assets'),
    type: 'amount',
    value: {
      plus: [
        { fact: 'sg.client.assetsWithoutHome' },
        { min: [{ fact: 'sg.client.homeEquity' }, { parameter: 'homeCap' }] },
      ],
    },
  },
  'sg.client.accredited': {
    label: label('认可投资者', '認可投資者', 'accredited investor who has opted in'),
    when: {
      all: [
        { holds: 'sg.client.optedIn' },
        {
          any: [
            {
              left: { fact: 'sg.client.netPersonalAssets' },
              is: '>',
              right: { parameter: 'accreditedAssets' },
            },
            {
              left: { fact: 'sg.client.financialAssets' },
              is: '>',
              right: { parameter: 'accreditedFinancialAssets' },
            },
            {
              left: { fact: 'sg.client.income12m' },
              is: '>=',
              right: { parameter: 'accreditedIncome' },
            },
          ],
        },
      ],
    },
  },
  'sg.client.twoMarks': {
    label: label(
      '符合年长、英语、学历三项中的两项',
      '符合年長、英語、學歷三項中的兩項',
      'two of age, English and schooling apply',
    ),
    when: {
      any: [
        { all: [OLD, LITTLE_ENGLISH] },
        { all: [OLD, LITTLE_SCHOOL] },
        { all: [LITTLE_ENGLISH, LITTLE_SCHOOL] },
      ],
    },
  },
};
