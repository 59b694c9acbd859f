import type { Citation } from '../../../../evidence/index.js';
import type {
  DatedParameter,
  InForce,
  Rule,
  RuleCondition,
  RuleOperand,
  Term,
} from '../../../../rules/index.js';
import { label } from '../../../facts/declare.js';
import { done, during, found, is, ORDINARY, SALE } from '../conduct-conditions.js';
import { fundLaw, futuresLaw, privateFundRegulation, securitiesLaw } from '../law-citations.js';
import { CSRC_PRODUCT } from './csrc-conduct-rules.js';

const SECURITIES_LAW: InForce = { from: '2020-03-01' };
const FUTURES_LAW: InForce = { from: '2022-08-01' };
const FUND_LAW: InForce = { from: '2015-04-24' };
const PRIVATE_FUNDS: InForce = { from: '2023-09-01' };

export const FUND_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  maxInvestors: {
    label: label(
      '私募基金投资者人数上限',
      '私募基金投資者人數上限',
      'most investors in a private fund',
    ),
    unit: 'investors',
    stricter: 'lower',
    history: [{ ...FUND_LAW, value: 200, citation: fundLaw('87') }],
  },
};

/** `null` says that it was asked for and withheld, `false` that what was given is untrue or incomplete. */
function withheld(fact: string): RuleCondition {
  return { any: [{ none: fact }, is(fact, false)] };
}

export const CSRC_CONDUCT_TERMS: Readonly<Record<string, Term>> = {
  /** What article 88 of the securities law lists; the copies of the CSRC order that were read give no list. */
  'client.informationWithheld': {
    label: label(
      '客户未按要求提供信息',
      '客戶未按要求提供資料',
      'client withholds information or gives it untruly',
    ),
    when: {
      any: [
        'information.identity',
        'information.finances',
        'information.financialAssets',
        'information.experience',
        'information.ability',
      ].map(withheld),
    },
  },
  'product.privateFund': {
    label: label('私募基金', '私募基金', 'private fund'),
    when: done('product.private', 'product.fund'),
  },
};

/** The same duties stand in two laws, one for securities firms and one for futures firms. */
function dutiesOf(
  law: string,
  kind: string,
  inForce: InForce,
  [knowing, proving]: readonly [Citation, Citation],
): readonly Rule[] {
  const firm = is('institution.kind', kind);
  return [
    {
      id: `CN-${law}-${knowing.article}`,
      citations: [knowing],
      inForce,
      scope: SALE,
      when: { all: [CSRC_PRODUCT, firm] },
      outcome: 'require',
      satisfiedBy: done('statement.contentExplained', 'statement.risksRevealed'),
    },
    {
      id: `CN-${law}-${knowing.article}(2)`,
      citations: [knowing],
      inForce,
      scope: SALE,
      when: { all: [CSRC_PRODUCT, firm, { holds: 'client.informationWithheld' }] },
      outcome: 'block',
    },
    {
      id: `CN-${law}-${proving.article}`,
      citations: [proving],
      inForce,
      scope: during('complaint'),
      when: { all: [CSRC_PRODUCT, firm, ORDINARY] },
      outcome: 'require',
      satisfiedBy: done(
        'evidence.assessment',
        'evidence.rating',
        'evidence.match',
        'evidence.notices',
        'evidence.recordings',
        'evidence.noMisleading',
      ),
    },
  ];
}

const PRIVATE_FUND: RuleCondition = {
  all: [CSRC_PRODUCT, { holds: 'product.privateFund' }],
};

const SALE_OR_MARKETING: RuleCondition = { any: [SALE, during('marketing')] };

const INVESTORS: RuleOperand = { fact: 'fund.investors' };

/** Funds, above all private ones: few investors, qualified, for themselves, not in public. */
const FUND_RULES: readonly Rule[] = [
  {
    id: 'CN-FUND-98',
    citations: [fundLaw('98')],
    inForce: FUND_LAW,
    scope: SALE,
    when: { all: [CSRC_PRODUCT, { holds: 'product.fund' }] },
    outcome: 'require',
    satisfiedBy: done('statement.risksRevealed'),
  },
  {
    id: 'CN-FUND-87',
    citations: [fundLaw('87')],
    inForce: FUND_LAW,
    scope: SALE,
    when: {
      all: [PRIVATE_FUND, { left: INVESTORS, is: '>', right: { parameter: 'maxInvestors' } }],
    },
    outcome: 'block',
  },
  {
    id: 'CN-FUND-87-qualified',
    citations: [fundLaw('87')],
    inForce: FUND_LAW,
    scope: SALE,
    when: { all: [PRIVATE_FUND, is('client.meetsAccess', false)] },
    outcome: 'block',
  },
  {
    id: 'CN-PFR-18',
    citations: [privateFundRegulation('18')],
    inForce: PRIVATE_FUNDS,
    scope: SALE,
    when: {
      all: [PRIVATE_FUND, found('private.faults', 'split-units', 'split-rights', 'several-funds')],
    },
    outcome: 'block',
  },
  {
    id: 'CN-PFR-19',
    citations: [privateFundRegulation('19')],
    inForce: PRIVATE_FUNDS,
    scope: SALE,
    when: PRIVATE_FUND,
    outcome: 'require',
    satisfiedBy: done('statement.risksRevealed'),
  },
  {
    id: 'CN-PFR-20-nominee',
    citations: [privateFundRegulation('20')],
    inForce: PRIVATE_FUNDS,
    scope: SALE,
    when: { all: [PRIVATE_FUND, { holds: 'client.holdsForOthers' }] },
    outcome: 'block',
  },
  {
    id: 'CN-PFR-20-public',
    citations: [privateFundRegulation('20')],
    inForce: PRIVATE_FUNDS,
    scope: SALE_OR_MARKETING,
    when: {
      all: [
        PRIVATE_FUND,
        found('private.faults', 'public-promotion', 'false-promotion', 'custodian-name'),
      ],
    },
    outcome: 'block',
  },
  {
    id: 'CN-PFR-20-guarantee',
    citations: [privateFundRegulation('20')],
    inForce: PRIVATE_FUNDS,
    scope: SALE_OR_MARKETING,
    when: {
      all: [PRIVATE_FUND, found('notice.faults', 'principal-guaranteed', 'return-guaranteed')],
    },
    outcome: 'block',
  },
];

/** What laws above the order say of the same sales. */
export const CSRC_LAW_RULES: readonly Rule[] = [
  ...dutiesOf('SL', 'securities-firm', SECURITIES_LAW, [securitiesLaw('88'), securitiesLaw('89')]),
  ...dutiesOf('FDL', 'futures-firm', FUTURES_LAW, [futuresLaw('50'), futuresLaw('51')]),
  ...FUND_RULES,
];
