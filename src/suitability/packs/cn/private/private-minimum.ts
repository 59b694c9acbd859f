import type { PlainDate } from '../../../../dates/index.js';
import { localisedText as text } from '../../../../evidence/index.js';
import type {
  GoldenCase,
  RuleCondition,
  RuleFacts,
  RulePack,
  Term,
} from '../../../../rules/index.js';
import { ORDER_FACTS } from '../../../facts/order-facts.js';
import { PRODUCT_FACTS } from '../../../facts/product-facts.js';
import { CASE_TERMS } from '../../../facts/terms.js';
import { frozenCopy } from '../../frozen-copy.js';
import { ACQUIRES } from '../conduct-conditions.js';
import {
  BY_RATING,
  FOR_ALL,
  MINIMUM_PARAMETERS,
  SALES_2012,
  WEALTH_2018,
} from './minimum-parameters.js';
import {
  ASKED_AS_PRIVATE,
  ASSET_MANAGEMENT_GUIDANCE,
  GUIDANCE_IN_FORCE,
} from './qualified-investor.js';

const TODAY: PlainDate = '2026-06-15';
const ONE_YUAN_PRIVATE: RuleFacts = {
  'product.private': true,
  'product.type': 'fixed',
  'order.amount': 1,
};
const SELL: RuleFacts = { 'order.effect': 'reduce', 'order.acquires': false };
const ONE_YUAN_PUBLIC: RuleFacts = {
  'product.private': false,
  'product.issuerKind': 'bank',
  'order.amount': 1,
};

/** What wealth subsidiaries issue is left out: from memory, the rules on them (2018-12-02) know no minimum. */
const PUBLIC_PURCHASE: RuleCondition = {
  all: [
    purchase({ not: { holds: 'product.private' } }),
    { left: { fact: 'product.issuerKind' }, is: '=', right: 'bank' },
  ],
};

/**
 * The least that must be invested: in private asset-management products by their type, in public wealth products of a bank by the
 * history of the minimums. Reckoned per order, which is the stricter reading of what must be invested in one product.
 */
export const cnPrivateMinimum: RulePack = frozenCopy<RulePack>({
  id: 'cn-private-minimum',
  version: '2026.1',
  title: text('起购金额', '最低認購金額', 'Minimum purchases'),
  kind: 'law',
  jurisdiction: 'CN',
  inForce: { from: BY_RATING.from },
  facts: { ...PRODUCT_FACTS, ...ORDER_FACTS },
  terms: { 'product.risk': CASE_TERMS['product.risk'] as Term },
  parameters: MINIMUM_PARAMETERS,
  rules: [
    {
      id: 'CN-PRIV-MIN',
      citations: [ASSET_MANAGEMENT_GUIDANCE],
      inForce: GUIDANCE_IN_FORCE,
      scope: purchase({ left: ASKED_AS_PRIVATE, is: '=', right: true }),
      when: {
        any: [
          ofTypeBelow('fixed', 'minFixed'),
          ofTypeBelow('mixed', 'minMixed'),
          ofTypeBelow('equity', 'minEquity'),
          ofTypeBelow('derivative', 'minDerivative'),
        ],
      },
      outcome: 'block',
    },
    {
      id: 'CN-PUB-MIN-2012',
      citations: [SALES_2012],
      inForce: BY_RATING,
      scope: PUBLIC_PURCHASE,
      // The least minimum needs no rating: it is never above the others.
      when: {
        any: [
          below('minPublicR1'),
          ratedFromBelow(3, 'minPublicR3'),
          ratedFromBelow(5, 'minPublicR5'),
        ],
      },
      outcome: 'block',
    },
    {
      id: 'CN-PUB-MIN-2018',
      citations: [WEALTH_2018],
      inForce: FOR_ALL,
      scope: PUBLIC_PURCHASE,
      when: below('minPublic'),
      outcome: 'block',
    },
  ],
  messages: {
    'CN-PRIV-MIN': text(
      '这是私募产品，单笔金额低于起购金额：固定收益类{minFixed:number}元，混合类{minMixed:number}元，权益类{minEquity:number}元，商品及金融衍生品类{minDerivative:number}元。',
      '這是私募產品，單筆金額低於最低認購金額：固定收益類{minFixed:number}元，混合類{minMixed:number}元，權益類{minEquity:number}元，商品及金融衍生品類{minDerivative:number}元。',
      'This is a private product and the amount is below its minimum: {minFixed:number} yuan for fixed income, {minMixed:number} for mixed, {minEquity:number} for equity, {minDerivative:number} for commodities and derivatives.',
    ),
    'CN-PUB-MIN-2012': text(
      '金额低于银行公募理财产品的起购金额：R1、R2级{minPublicR1:number}元，R3、R4级{minPublicR3:number}元，R5级{minPublicR5:number}元。',
      '金額低於銀行公募理財產品的最低認購金額：R1、R2級{minPublicR1:number}元，R3、R4級{minPublicR3:number}元，R5級{minPublicR5:number}元。',
      'The amount is below the minimum for a bank’s public wealth products: {minPublicR1:number} yuan for R1 and R2, {minPublicR3:number} for R3 and R4, {minPublicR5:number} for R5.',
    ),
    'CN-PUB-MIN-2018': text(
      '金额低于银行公募理财产品的起购金额{minPublic:number}元。',
      '金額低於銀行公募理財產品的最低認購金額{minPublic:number}元。',
      'The amount is below {minPublic:number} yuan, the minimum for a bank’s public wealth products.',
    ),
  },
  cases: [
    asked('M01', 'fixed', 299999),
    inPrivate('fixed', 'fixed', 300000, 'allow'),
    asked('M03', 'mixed', 399999),
    inPrivate('mixed', 'mixed', 400000, 'allow'),
    asked('M05', 'equity', 999999),
    inPrivate('equity', 'equity', 1000000, 'allow'),
    asked('M07', 'derivative', 999999),
    inPrivate('derivative', 'derivative', 1000000, 'allow'),
    inPrivate('issued', 'fixed', 299999, 'block', GUIDANCE_IN_FORCE.from),
    inPrivate('day-before-issue', 'fixed', 1, 'allow', '2018-04-26'),
    inPublic('day-one', 2, 49999, 'block', BY_RATING.from),
    inPublic('R2', 2, 50000, 'allow', '2018-09-25'),
    inPublic('R3-short', 3, 99999, 'block', '2018-09-25'),
    inPublic('R4', 4, 100000, 'allow', '2018-09-25'),
    inPublic('R5-short', 5, 199999, 'block', '2018-09-25'),
    inPublic('R5', 5, 200000, 'allow', '2018-09-25'),
    inPublic('R5-next-day', 5, 10000, 'allow', '2018-09-26'),
    inPublic('next-day-short', 1, 9999, 'block', '2018-09-26'),
    inPublic('today', 5, 9999, 'block', TODAY),
    amountCase('redemption-private', TODAY, { ...ONE_YUAN_PRIVATE, ...SELL }, 'allow'),
    amountCase('redemption-public', TODAY, { ...ONE_YUAN_PUBLIC, ...SELL }, 'allow'),
    amountCase(
      'switch-to-lower-risk',
      TODAY,
      { ...ONE_YUAN_PRIVATE, 'order.effect': 'reduce' },
      'block',
      'CN-PRIV-MIN',
    ),
    // From 2018-12-02 a wealth subsidiary knows no minimum; one yuan is usual.
    amountCase(
      'subsidiary',
      TODAY,
      { ...ONE_YUAN_PUBLIC, 'product.issuerKind': 'wealth-subsidiary' },
      'allow',
    ),
    {
      id: 'nothing-said',
      asOf: '2018-09-25',
      facts: { 'product.issuerKind': 'bank', 'order.amount': 1 },
      expect: { status: 'undetermined', deciding: ['CN-PRIV-MIN', 'CN-PUB-MIN-2012'] },
      why: 'Nobody has said what product it is, and one yuan is too little for any.',
    },
    {
      id: 'type-unknown',
      asOf: TODAY,
      facts: { 'product.private': true, 'order.amount': 300000 },
      expect: { status: 'undetermined', deciding: ['CN-PRIV-MIN'] },
      why: 'Enough for fixed income, too little for anything else.',
    },
    amountCase(
      'enough-for-any',
      TODAY,
      { 'product.private': true, 'order.amount': 1000000 },
      'allow',
    ),
  ],
});

/** Who asks about a minimum without saying what the product is asks about a private one; a public one is never assumed. */
function purchase(ofProduct: RuleCondition): RuleCondition {
  return {
    all: [ofProduct, ACQUIRES],
  };
}

function below(parameter: string): RuleCondition {
  return { left: { fact: 'order.amount' }, is: '<', right: { parameter } };
}

function ofTypeBelow(type: string, parameter: string): RuleCondition {
  return { all: [{ left: { fact: 'product.type' }, is: '=', right: type }, below(parameter)] };
}

function ratedFromBelow(rating: number, parameter: string): RuleCondition {
  return { all: [{ left: { fact: 'product.risk' }, is: '>=', right: rating }, below(parameter)] };
}

/** A case in which nobody says whether the product is private. */
function asked(id: string, type: string, amount: number): GoldenCase {
  const facts = { 'product.type': type, 'order.amount': amount };
  return amountCase(id, TODAY, facts, 'block', 'CN-PRIV-MIN');
}

function inPrivate(
  id: string,
  type: string,
  amount: number,
  status: 'allow' | 'block',
  asOf: PlainDate = TODAY,
): GoldenCase {
  const facts = { 'product.private': true, 'product.type': type, 'order.amount': amount };
  return amountCase(id, asOf, facts, status, ...(status === 'block' ? ['CN-PRIV-MIN'] : []));
}

function inPublic(
  id: string,
  risk: number,
  amount: number,
  status: 'allow' | 'block',
  asOf: PlainDate,
): GoldenCase {
  const facts = {
    'product.private': false,
    'product.issuerKind': 'bank',
    'product.issuerRisk': risk,
    'product.sellerRisk': risk,
    'order.amount': amount,
  };
  const rule = asOf < FOR_ALL.from ? 'CN-PUB-MIN-2012' : 'CN-PUB-MIN-2018';
  return amountCase(id, asOf, facts, status, ...(status === 'block' ? [rule] : []));
}

function amountCase(
  id: string,
  asOf: PlainDate,
  facts: RuleFacts,
  status: 'allow' | 'block',
  ...deciding: readonly string[]
): GoldenCase {
  const why = status === 'block' ? 'Below the minimum.' : 'No minimum is above the amount.';
  return { id, asOf, facts, expect: { status, deciding }, why };
}
