import type { DatedParameter, FactDeclaration, RuleCondition } from '../../../../rules/index.js';
import { count, label, listOf, named, oneOf, yesNo } from '../../../facts/declare.js';
import { nfra } from '../citations.js';
import { ACQUIRES, BEARS_MORE, is } from '../conduct-conditions.js';
import { steps } from '../conduct-facts.js';
import { NFRA_IN_FORCE } from '../nfra/nfra-rules-scope.js';

/** An insurance contract that is to be concluded or raised, also in place of another; surrendering one is none. */
export const INSURANCE_SALE: RuleCondition = {
  all: [is('product.regime', 'nfra-insurance'), ACQUIRES],
};

/** A contract by which the applicant bears more than before: only against that do level, assessment and means stand. */
export const RISKIER_INSURANCE_SALE: RuleCondition = { all: [INSURANCE_SALE, BEARS_MORE] };

/** Insurance for which needs and ability to pay need not be assessed (article 40(1)); 一年期以下 includes one year. */
export const SHORT_OR_PROPERTY: RuleCondition = {
  any: [
    is('insurance.line', 'property'),
    {
      all: [
        is('insurance.line', 'personal'),
        {
          left: { fact: 'insurance.termMonths' },
          is: '<=',
          right: { parameter: 'shortTermMonths' },
        },
      ],
    },
  ],
};

export const SHORT_TERM_MONTHS: DatedParameter = {
  label: label(
    '可以免于评估的人身保险最长期间',
    '可以免於評估的人身保險最長期間',
    'longest term of personal insurance that needs no assessment',
  ),
  unit: 'months',
  stricter: 'lower',
  history: [{ ...NFRA_IN_FORCE, value: 12, citation: nfra('40(1)') }],
};

/** The only way through for insurance that does not suit the applicant (article 38). */
export const WAY_THROUGH_FACTS: Readonly<Record<string, FactDeclaration>> = steps({
  'order.stopAdvised': [
    '已建议投保人终止投保',
    '已建議投保人終止投保',
    'applicant was advised to stop the application',
  ],
  'order.risksExplained': [
    '已充分说明有关风险',
    '已充分說明有關風險',
    'the risks were fully explained',
  ],
  'order.ownChoiceConfirmed': [
    '已书面确认系投保人充分了解产品后的自主选择',
    '已書面確認係投保人充分了解產品後的自主選擇',
    'it is confirmed in writing that the applicant knows the product and chose freely',
  ],
});

/** What the rules on the conduct of selling insurance read besides. */
export const INSURANCE_CONDUCT_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'insurance.line': oneOf(
    {
      property: ['财产保险', '財產保險', 'property insurance'],
      personal: ['人身保险', '人身保險', 'personal insurance'],
    },
    label('保险类别', '保險類別', 'line of insurance'),
  ),
  'insurance.termMonths': count('months', label('保险期间', '保險期間', 'term of the insurance'), {
    whole: true,
  }),
  'insurance.group': yesNo(label('团体保险', '團體保險', 'group insurance')),
  'insurance.gradingFactors': listOf(
    label(
      '分类分级时考虑的因素',
      '分類分級時考慮的因素',
      'factors weighed in grading the insurance product',
    ),
    named({
      type: ['产品类型', '產品類型', 'type of product'],
      cover: ['保障责任', '保障責任', 'cover'],
      'benefit-certainty': ['保单利益是否确定', '保單利益是否確定', 'certainty of the benefit'],
      other: ['其他', '其他', 'other'],
    }),
  ),
  /** As the institution's own grading calls it. */
  'insurance.class': {
    type: 'text',
    label: label('产品所属级别', '產品所屬級別', 'class of the product'),
  },
  'seller.insuranceClasses': listOf(
    label(
      '销售人员获授权销售的产品级别',
      '銷售人員獲授權銷售的產品級別',
      'classes of insurance that the seller is authorised for',
    ),
  ),
  'seller.tierCriteria': listOf(
    label('销售人员分级标准', '銷售人員分級標準', 'criteria by which sellers are put into tiers'),
    named({
      knowledge: ['专业知识', '專業知識', 'knowledge'],
      compliance: ['合规情况', '合規情況', 'compliance'],
      'sales-history': ['销售历史', '銷售歷史', 'sales history'],
      other: ['其他', '其他', 'other'],
    }),
  ),
  'insurance.opinion': oneOf(
    {
      suitable: ['适当', '適當', 'suitable'],
      unsuitable: ['不适当', '不適當', 'unsuitable'],
    },
    label('适当性匹配意见', '適當性匹配意見', 'match opinion'),
  ),
  ...steps({
    'information.coverNeeds': [
      '已了解保障需求和产品期限需求',
      '已了解保障需求和產品期限需求',
      'needs for cover and term are known',
    ],
    'information.similarCover': [
      '已了解已购买的补偿损失类同类险种',
      '已了解已購買的補償損失類同類險種',
      'similar loss-compensating cover that is already held is known',
    ],
    'insurance.needsAnalysed': ['已进行需求分析', '已進行需求分析', 'needs were analysed'],
    'insurance.affordabilityAssessed': [
      '已评估财务支付水平',
      '已評估財務支付水平',
      'ability to pay was assessed',
    ],
    'insurance.opinionGiven': [
      '已提出明确的适当性匹配意见',
      '已提出明確的適當性匹配意見',
      'a clear match opinion was given',
    ],
    'insurance.payersAssessed': [
      '已对拟交纳保费的自然人评估风险承受能力',
      '已對擬交納保費的自然人評估風險承受能力',
      'risk tolerance of the natural persons who will pay premiums was assessed',
    ],
    'order.declarationStatesRisk': [
      '投保声明载明了解产品并自愿承担利益不确定的风险',
      '投保聲明載明了解產品並自願承擔利益不確定的風險',
      'declaration says that the applicant knows the product and accepts uncertain benefits',
    ],
    'notice.policy': [
      '已告知产品基本信息',
      '已告知產品基本資料',
      'applicant was told the basic facts of the policy',
    ],
    'notice.uncertainBenefit': [
      '已告知保单利益不确定及可能损失的事项',
      '已告知保單利益不確定及可能損失的事項',
      'applicant was told that benefits are uncertain and what may be lost',
    ],
    'notice.coolingOff': [
      '已告知犹豫期及其中的权利',
      '已告知猶豫期及其中的權利',
      'applicant was told of the cooling-off period and the rights in it',
    ],
    'notice.surrenderLoss': [
      '已告知退保可能遭受的损失',
      '已告知退保可能遭受的損失',
      'applicant was told what surrender may cost',
    ],
    'notice.charges': [
      '已告知保费总额和各项费用',
      '已告知保費總額和各項費用',
      'applicant was told the total premium and all charges',
    ],
  }),
};
