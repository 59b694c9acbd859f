import type { FactDeclaration } from '../../rules/index.js';
import { amountIn, count, day, label, oneOf, yesNo } from './declare.js';

/** What is known of the client and the household. Amounts are in CNY; a pack of another country declares its own. */
export const CLIENT_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'client.kind': oneOf(
    {
      natural: ['自然人', '自然人', 'natural person'],
      legal: ['法人或者其他组织', '法人或者其他組織', 'legal person or other organisation'],
    },
    label('客户类型', '客戶類型', 'kind of client'),
  ),
  'client.professional': yesNo(
    label('专业投资者', '專業投資者', 'professional investor under the regime of the product'),
  ),
  'client.birthDate': day(label('出生日期', '出生日期', 'date of birth'), { personal: true }),
  'client.age': count('age', label('年龄', '年齡', 'age'), {
    whole: true,
    max: 150,
    personal: true,
    // A year after it was told, an age is another one.
    maxAgeMonths: 11,
  }),
  'client.civilCapacity': oneOf(
    {
      full: ['完全民事行为能力', '完全民事行為能力', 'full capacity'],
      limited: ['限制民事行为能力', '限制民事行為能力', 'limited capacity'],
      none: ['无民事行为能力', '無民事行為能力', 'no capacity'],
    },
    label('民事行为能力', '民事行為能力', 'capacity for civil conduct'),
    { personal: true },
  ),
  'client.riskLevel': count(
    'C-level',
    label('风险承受能力等级', '風險承受能力等級', 'risk tolerance level'),
    {
      whole: true,
      min: 1,
      max: 5,
      riskier: 'lower',
    },
  ),
  'client.assessedOn': day(label('风险测评日期', '風險評估日期', 'day of the risk assessment'), {
    change: {
      label: label('先重新进行风险测评', '先重新進行風險評估', 'assess the client again first'),
      values: ['asOf'],
    },
  }),
  'client.changeReported': yesNo(
    label(
      '客户已告知可能影响风险承受能力的变化',
      '客戶已告知可能影響風險承受能力的變化',
      'client has reported a change that may affect the risk tolerance',
    ),
  ),
  'client.levelChanged': yesNo(
    label('等级与上次测评不一致', '等級與上次評估不一致', 'level differs from the last assessment'),
  ),
  'client.levelChangeReconfirmed': yesNo(
    label(
      '客户已再次确认等级变动',
      '客戶已再次確認等級變動',
      'client has confirmed the changed level again',
    ),
    { change: {} },
  ),
  'client.lowestCategory': yesNo(
    label(
      '属于风险承受能力最低类别',
      '屬於風險承受能力最低類別',
      'client is in the lowest category of risk tolerance',
    ),
  ),
  'client.paymentMismatch': yesNo(
    label(
      '所需资金与财务支付水平明显不匹配',
      '所需資金與財務支付水平明顯不匹配',
      'funds needed are manifestly out of line with the ability to pay',
    ),
  ),
  'client.householdIncome': amountIn(
    'CNY',
    label('家庭年收入', '家庭年收入', 'annual household income'),
    {
      personal: true,
    },
  ),
  'client.premiumBudget': amountIn('CNY', label('保费预算', '保費預算', 'premium budget'), {
    personal: true,
  }),
  'client.experienceYears': count(
    'years',
    label('投资经历年限', '投資經歷年限', 'years of investment experience'),
    {
      personal: true,
    },
  ),
  'client.avgIncome3y': amountIn(
    'CNY',
    label(
      '近三年本人年均收入',
      '近三年本人年均收入',
      'own average annual income of the last three years',
    ),
    { personal: true },
  ),
  'household.netFinancialAssets': amountIn(
    'CNY',
    label('家庭金融净资产', '家庭金融淨資產', 'net financial assets of the household'),
    { personal: true, min: -1e15 },
  ),
  'household.financialAssets': amountIn(
    'CNY',
    label('家庭金融资产', '家庭金融資產', 'financial assets of the household'),
    { personal: true },
  ),
  'history.assessmentsToday': count(
    'assessments',
    label('当日已测评次数', '當日已評估次數', 'assessments already made on that day'),
    { whole: true },
  ),
  'history.assessments12m': count(
    'assessments',
    label(
      '十二个月内已测评次数',
      '十二個月內已評估次數',
      'assessments already made within twelve months',
    ),
    { whole: true },
  ),
};
