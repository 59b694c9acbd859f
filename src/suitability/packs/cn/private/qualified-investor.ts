import type { PlainDate } from '../../../../dates/index.js';
import { type Citation, localisedText as text } from '../../../../evidence/index.js';
import type {
  DatedParameter,
  FactDeclaration,
  GoldenCase,
  InForce,
  RuleFacts,
  RuleOperand,
  RulePack,
  Term,
} from '../../../../rules/index.js';
import { CLIENT_FACTS } from '../../../facts/client-facts.js';
import { amountIn } from '../../../facts/declare.js';
import { ORDER_FACTS } from '../../../facts/order-facts.js';
import { PRODUCT_FACTS } from '../../../facts/product-facts.js';
import { frozenCopy } from '../../frozen-copy.js';
import { ACQUIRES } from '../conduct-conditions.js';

/** The figures were read in banks' notices that quote the guidance, not in the guidance itself. */
export const ASSET_MANAGEMENT_GUIDANCE: Citation = Object.freeze({
  instrument: '关于规范金融机构资产管理业务的指导意见（银发〔2018〕106号）',
  article: '5',
  verified: false,
  inForceFrom: '2018-04-27',
});

/** The day on which the guidance was issued. */
export const GUIDANCE_IN_FORCE: InForce = { from: '2018-04-27' };

/** Whether the product is private; who asks about it without saying so asks about a private one. */
export const ASKED_AS_PRIVATE: RuleOperand = { first: [{ fact: 'product.private' }, true] };

/** Household and own income are a person's; who says nothing of the kind of client speaks of a person. */
const KIND: RuleOperand = { first: [{ fact: 'client.kind' }, 'natural'] };

const OWN_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'client.netAssets': amountIn(
    'CNY',
    text('最近一年末净资产', '最近一年末淨資產', 'net assets at the end of the last year'),
    { min: -1e15 },
  ),
};

const PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  minExperience: atLeast(2, 'years', '投资经历年限下限', '投資經歷年限下限', 'least experience'),
  minNetAssets: atLeast(
    3000000,
    'CNY',
    '家庭金融净资产下限',
    '家庭金融淨資產下限',
    'least net financial assets of the household',
  ),
  minAssets: atLeast(
    5000000,
    'CNY',
    '家庭金融资产下限',
    '家庭金融資產下限',
    'least financial assets of the household',
  ),
  minIncome: atLeast(400000, 'CNY', '年均收入下限', '年均收入下限', 'least average annual income'),
  minCompanyAssets: atLeast(
    10000000,
    'CNY',
    '法人净资产下限',
    '法人淨資產下限',
    'least net assets of a legal person',
  ),
};

const TERMS: Readonly<Record<string, Term>> = {
  'client.qualifiedPerson': {
    label: text('自然人合格投资者', '自然人合格投資者', 'natural person who is qualified'),
    when: {
      all: [
        { left: KIND, is: '=', right: 'natural' },
        {
          left: { fact: 'client.experienceYears' },
          is: '>=',
          right: { parameter: 'minExperience' },
        },
        {
          any: [
            {
              left: { fact: 'household.netFinancialAssets' },
              is: '>=',
              right: { parameter: 'minNetAssets' },
            },
            {
              left: { fact: 'household.financialAssets' },
              is: '>=',
              right: { parameter: 'minAssets' },
            },
            { left: { fact: 'client.avgIncome3y' }, is: '>=', right: { parameter: 'minIncome' } },
          ],
        },
      ],
    },
  },
  'client.qualifiedCompany': {
    label: text('法人合格投资者', '法人合格投資者', 'legal person who is qualified'),
    when: {
      all: [
        { left: KIND, is: '=', right: 'legal' },
        { left: { fact: 'client.netAssets' }, is: '>=', right: { parameter: 'minCompanyAssets' } },
      ],
    },
  },
};

/**
 * Whether a client is a qualified investor, to whom alone a private asset-management product of a financial institution may be
 * sold. Private funds have a standard of their own, and supervisors treat some others as qualified; neither stands here.
 */
export const cnQualifiedInvestor: RulePack = frozenCopy<RulePack>({
  id: 'cn-qualified-investor',
  version: '2026.1',
  title: text('合格投资者', '合格投資者', 'Qualified investors'),
  kind: 'law',
  jurisdiction: 'CN',
  inForce: GUIDANCE_IN_FORCE,
  facts: { ...CLIENT_FACTS, ...PRODUCT_FACTS, ...ORDER_FACTS, ...OWN_FACTS },
  terms: TERMS,
  parameters: PARAMETERS,
  rules: [
    {
      id: 'CN-QI',
      citations: [ASSET_MANAGEMENT_GUIDANCE],
      inForce: GUIDANCE_IN_FORCE,
      scope: {
        all: [{ left: ASKED_AS_PRIVATE, is: '=', right: true }, ACQUIRES],
      },
      when: {
        not: { any: [{ holds: 'client.qualifiedPerson' }, { holds: 'client.qualifiedCompany' }] },
      },
      outcome: 'block',
    },
  ],
  messages: {
    'CN-QI': text(
      '这款产品只能卖给合格投资者。个人须有{minExperience}年以上投资经历，并且家庭金融净资产不低于{minNetAssets:number}元，或家庭金融资产不低于{minAssets:number}元，或近三年本人年均收入不低于{minIncome:number}元；法人最近一年末净资产须不低于{minCompanyAssets:number}元。您目前不符合。',
      '這款產品只可售予合格投資者。個人須有{minExperience}年以上投資經歷，並且家庭金融淨資產不低於{minNetAssets:number}元，或家庭金融資產不低於{minAssets:number}元，或近三年本人年均收入不低於{minIncome:number}元；法人最近一年末淨資產須不低於{minCompanyAssets:number}元。閣下目前並不符合。',
      'This product is for qualified investors only. A person needs at least {minExperience} {minExperience|year|years} of investment experience and household net financial assets of {minNetAssets:number} yuan, household financial assets of {minAssets:number} yuan, or an own average annual income of {minIncome:number} yuan over three years; a legal person needs net assets of {minCompanyAssets:number} yuan at the end of the last year. You do not qualify at present.',
    ),
  },
  cases: [
    asked('Q01', person(2, 0, 0, 0), 'block', 'Experience alone is not enough.'),
    asked('Q03', person(2, 2999999, 2999999, 0), 'block', 'One yuan short of the net assets.'),
    asked(
      'Q05',
      person(2, 0, 0, 400000),
      'allow',
      '不低于 includes the number: income of 400,000.',
    ),
    asked('net-assets', person(2, 3000000, 3000000, 0), 'allow', 'Net assets of 3,000,000.'),
    asked('assets', person(2, 0, 5000000, 0), 'allow', 'Assets of 5,000,000, however indebted.'),
    asked('short-of-all', person(2, 2999999, 4999999, 399999), 'block', 'One yuan short of each.'),
    asked(
      'short-of-time',
      person(1.999, 3000000, 5000000, 400000),
      'block',
      'Two years are not yet over.',
    ),
    asked('indebted', person(9, -1, 0, 0), 'block', 'Debts exceed the assets.'),
    asked(
      'one-way-suffices',
      { 'client.experienceYears': 2, 'client.avgIncome3y': 400000 },
      'allow',
      'Whatever the household owns, the income suffices.',
    ),
    asked(
      'assets-unknown',
      { 'client.experienceYears': 2, 'client.avgIncome3y': 399999 },
      'undetermined',
      'The household may own enough.',
    ),
    asked(
      'without-experience',
      { 'client.experienceYears': 1 },
      'block',
      'Whatever the household owns, the experience is missing.',
    ),
    asked('company', company(10000000), 'allow', 'Net assets of 10,000,000.'),
    asked('company-short', company(9999999), 'block', 'One yuan short.'),
    asked(
      'company-with-household',
      { ...person(2, 3000000, 5000000, 400000), ...company(0) },
      'block',
      'What the owners have does not qualify the company.',
    ),
    asked(
      'company-unknown',
      { 'client.kind': 'legal' },
      'undetermined',
      'Nobody has said what its net assets are.',
    ),
    asked(
      'public-product',
      { ...person(0, 0, 0, 0), 'product.private': false },
      'allow',
      'A public product is for everybody.',
    ),
    asked(
      'redemption',
      {
        ...person(0, 0, 0, 0),
        'product.private': true,
        'order.effect': 'reduce',
        'order.acquires': false,
      },
      'allow',
      'Nothing is sold to the client.',
    ),
    asked(
      'switch-to-lower-risk',
      { ...person(0, 0, 0, 0), 'product.private': true, 'order.effect': 'reduce' },
      'block',
      'The private product that is switched into is acquired all the same.',
    ),
    asked(
      'first-day',
      person(2, 0, 0, 0),
      'block',
      'The day on which the guidance was issued.',
      '2018-04-27',
    ),
  ],
});

function atLeast(
  value: number,
  unit: string,
  ...names: readonly [hans: string, hant: string, english: string]
): DatedParameter {
  return {
    label: text(...names),
    unit,
    stricter: 'higher',
    history: [{ ...GUIDANCE_IN_FORCE, value, citation: ASSET_MANAGEMENT_GUIDANCE }],
  };
}

function person(years: number, netAssets: number, assets: number, income: number): RuleFacts {
  return {
    'client.experienceYears': years,
    'household.netFinancialAssets': netAssets,
    'household.financialAssets': assets,
    'client.avgIncome3y': income,
  };
}

function company(netAssets: number): RuleFacts {
  return { 'client.kind': 'legal', 'client.netAssets': netAssets };
}

function asked(
  id: string,
  facts: RuleFacts,
  status: 'allow' | 'block' | 'undetermined',
  why: string,
  asOf: PlainDate = '2026-06-15',
): GoldenCase {
  return {
    id,
    asOf,
    facts,
    expect: { status, deciding: status === 'allow' ? [] : ['CN-QI'] },
    why,
  };
}
