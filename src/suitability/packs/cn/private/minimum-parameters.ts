import type { Citation } from '../../../../evidence/index.js';
import type { DatedParameter, InForce } from '../../../../rules/index.js';
import { label } from '../../../facts/declare.js';
import { ASSET_MANAGEMENT_GUIDANCE, GUIDANCE_IN_FORCE } from './qualified-investor.js';

/** Neither text was at hand; the amounts are as others quote them, and the first day of the older one is from memory. */
export const SALES_2012: Citation = Object.freeze({
  instrument: '商业银行理财产品销售管理办法',
  article: '38',
  verified: false,
  inForceFrom: '2012-01-01',
});
export const WEALTH_2018: Citation = Object.freeze({
  instrument: '商业银行理财业务监督管理办法',
  article: '公募理财产品销售起点',
  verified: false,
  inForceFrom: '2018-09-26',
});
export const BY_RATING: InForce = { from: '2012-01-01', to: '2018-09-26' };
export const FOR_ALL: InForce = { from: '2018-09-26' };

/** The minimums, each with its history. */
export const MINIMUM_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  minFixed: forPrivate(300000, '固定收益类', '固定收益類', 'fixed-income'),
  minMixed: forPrivate(400000, '混合类', '混合類', 'mixed'),
  minEquity: forPrivate(1000000, '权益类', '權益類', 'equity'),
  minDerivative: forPrivate(
    1000000,
    '商品及金融衍生品类',
    '商品及金融衍生品類',
    'commodity and derivative',
  ),
  minPublicR1: forRated(50000, 'R1–R2'),
  minPublicR3: forRated(100000, 'R3–R4'),
  minPublicR5: forRated(200000, 'R5'),
  minPublic: {
    label: label(
      '公募理财产品起购金额',
      '公募理財產品最低認購金額',
      'minimum for a public wealth product',
    ),
    unit: 'CNY',
    stricter: 'higher',
    history: [{ ...FOR_ALL, value: 10000, citation: WEALTH_2018 }],
  },
};

/** The minimum for a type of private product. */
function forPrivate(value: number, hans: string, hant: string, english: string): DatedParameter {
  return {
    label: label(
      `私募产品起购金额（${hans}）`,
      `私募產品最低認購金額（${hant}）`,
      `minimum for a private product (${english})`,
    ),
    unit: 'CNY',
    stricter: 'higher',
    history: [{ ...GUIDANCE_IN_FORCE, value, citation: ASSET_MANAGEMENT_GUIDANCE }],
  };
}

/** The minimum for a bank's public product of certain ratings, while it went by them. */
function forRated(value: number, ratings: string): DatedParameter {
  return {
    label: label(
      `公募理财产品起购金额（${ratings}）`,
      `公募理財產品最低認購金額（${ratings}）`,
      `minimum for a public wealth product (${ratings})`,
    ),
    unit: 'CNY',
    stricter: 'higher',
    history: [{ ...BY_RATING, value, citation: SALES_2012 }],
  };
}
