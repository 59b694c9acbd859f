import type { Citation } from '../../evidence/index.js';
import { csrc, nfra } from '../packs/cn/citations.js';

/** What every recommendation must tell, in the order in which it is told. */
export const DISCLOSURE_HEADS = [
  'risk',
  'direction',
  'returns',
  'fees',
  'liquidity',
  'conflicts',
] as const;

/**
 * What every recommendation must tell: risk characteristics, investment direction, returns, fees, liquidity, conflicts of interest.
 */
export type DisclosureHead = (typeof DISCLOSURE_HEADS)[number];

/** What the texts may tell besides, in the terms of the rules that ask for it. */
export const DISCLOSED_MATTERS = [
  /** Of an investment product: what it is, who manages it, in what it may invest, how it is offered, how it pays out. */
  'product-type',
  'manager',
  'scope',
  'offering',
  'distribution',
  /** Of insurance: the policy, what of its benefits is uncertain, the cooling-off period, what surrender costs, all charges. */
  'policy',
  'uncertain-benefit',
  'cooling-off',
  'surrender-loss',
  'charges',
  /** Of securities and funds: what may lose principal, or more than it, what of the firm may, what else of it matters, what limits there are. */
  'principal-loss',
  'beyond-principal',
  'firm-loss',
  'firm-changes',
  'limits',
  /** Whether the product suits the client, that this opinion is no guarantee, and all else that is due. */
  'match-opinion',
  'opinion-no-guarantee',
  'other',
] as const;

/** What the texts may tell besides the six heads; see `DISCLOSED_MATTERS`. */
export type DisclosedMatter = (typeof DISCLOSED_MATTERS)[number];

/** What can be asked for besides the six heads: a matter, or something that the facts must hold. */
export type DisclosureDemand =
  | 'risk-rating'
  | 'rating-may-change'
  | 'fee-figures'
  | DisclosedMatter;

/** What can be asked for besides the six heads; see `DisclosureDemand`. */
export const DISCLOSURE_DEMANDS: readonly DisclosureDemand[] = [
  'risk-rating',
  'rating-may-change',
  'fee-figures',
  ...DISCLOSED_MATTERS,
];

/** What the Chinese rules ask for by the kind of product, to be handed to `checkDisclosure` as `required`. */
export const DISCLOSURE_DEMANDS_OF: Readonly<
  Record<'nfra-investment' | 'nfra-insurance' | 'csrc', readonly DisclosureDemand[]>
> = {
  'nfra-investment': [
    'product-type',
    'manager',
    'scope',
    'offering',
    'distribution',
    'risk-rating',
    'rating-may-change',
    'fee-figures',
    'match-opinion',
    'opinion-no-guarantee',
    'other',
  ],
  'nfra-insurance': [
    'policy',
    'uncertain-benefit',
    'cooling-off',
    'surrender-loss',
    'charges',
    'match-opinion',
    'opinion-no-guarantee',
    'other',
  ],
  csrc: [
    'principal-loss',
    'beyond-principal',
    'firm-loss',
    'firm-changes',
    'limits',
    'match-opinion',
  ],
};

/** Where the European rules on information to clients are written; their text was not at hand. */
export function clientInformation(article: string): Citation {
  return Object.freeze({
    instrument: 'Delegated Regulation (EU) 2017/565',
    article,
    address: 'http://data.europa.eu/eli/reg_del/2017/565/oj',
    verified: false,
    inForceFrom: '2018-01-03',
  });
}

/** Where each head is asked for. No article of the Chinese order names conflicts of interest. */
export const CITATIONS_OF_HEADS: Readonly<Record<DisclosureHead, readonly Citation[]>> = {
  risk: [nfra('31(1)(3)'), clientInformation('48')],
  direction: [nfra('31(1)(1)'), clientInformation('48')],
  returns: [nfra('31(1)(1)'), clientInformation('48')],
  fees: [nfra('31(1)(4)'), nfra('37(5)'), clientInformation('50')],
  liquidity: [nfra('31(1)(1)'), nfra('37(4)'), clientInformation('48')],
  conflicts: [
    Object.freeze({ instrument: 'Directive 2014/65/EU', article: '23(2)', verified: false }),
  ],
};

/** Where each demand is written. */
export const CITATIONS_OF_DEMANDS: Readonly<Record<DisclosureDemand, readonly Citation[]>> = {
  'risk-rating': [nfra('31(1)(2)'), nfra('22(1)')],
  'rating-may-change': [nfra('31(1)(2)')],
  'fee-figures': [nfra('31(1)(4)')],
  'product-type': [nfra('31(1)(1)')],
  manager: [nfra('31(1)(1)')],
  scope: [nfra('31(1)(1)')],
  offering: [nfra('31(1)(1)')],
  distribution: [nfra('31(1)(1)')],
  policy: [nfra('37(1)')],
  'uncertain-benefit': [nfra('37(2)')],
  'cooling-off': [nfra('37(3)')],
  'surrender-loss': [nfra('37(4)')],
  charges: [nfra('37(5)')],
  'principal-loss': [csrc('23')],
  'beyond-principal': [csrc('23')],
  'firm-loss': [csrc('23')],
  'firm-changes': [csrc('23')],
  limits: [csrc('23')],
  'match-opinion': [nfra('31(1)(5)'), nfra('37(6)')],
  'opinion-no-guarantee': [nfra('5(2)')],
  other: [nfra('31(1)(6)'), nfra('37(7)')],
};
