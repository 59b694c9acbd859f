import type { DatedParameter, FactDeclaration } from '../../../../rules/index.js';
import { amountIn, count, day, label, oneOf } from '../../../facts/declare.js';
import { csrc } from '../citations.js';
import { steps } from '../conduct-facts.js';
import { CSRC_IN_FORCE } from './csrc-rules.js';

/** What decides whether a client is, or may become, a professional investor. */
export const CLASSIFICATION_FACTS: Readonly<Record<string, FactDeclaration>> = {
  /** Who says nothing asks whether the client may be treated as professional. */
  'classification.sought': oneOf(
    {
      professional: ['专业投资者', '專業投資者', 'professional investor'],
      ordinary: ['普通投资者', '普通投資者', 'ordinary investor'],
    },
    label('拟认定的投资者类别', '擬認定的投資者類別', 'class that is sought'),
    { default: 'professional' },
  ),
  'client.institution': oneOf(
    {
      licensed: ['持牌金融机构', '持牌金融機構', 'licensed financial institution'],
      registered: ['经备案或者登记的机构', '經備案或者登記的機構', 'registered institution'],
      'institution-product': ['机构发行的产品', '機構發行的產品', 'product of such an institution'],
      'pension-fund': ['养老基金', '養老基金', 'pension fund'],
      'public-welfare-fund': ['社会公益基金', '社會公益基金', 'public welfare fund'],
      'qualified-foreign-investor': [
        '合格境外机构投资者',
        '合格境外機構投資者',
        'qualified foreign institutional investor',
      ],
      none: ['均不属于', '均不屬於', 'none of these'],
    },
    label('机构投资者类别', '機構投資者類別', 'kind of institutional investor'),
  ),
  'client.netAssets': amountIn(
    'CNY',
    label('最近一年末净资产', '最近一年末淨資產', 'net assets at the end of the last year'),
    { min: -1e15 },
  ),
  'client.financialAssets': amountIn(
    'CNY',
    label(
      '本人金融资产；法人为最近一年末金融资产',
      '本人金融資產；法人為最近一年末金融資產',
      'own financial assets; of a legal person, at the end of the last year',
    ),
    { personal: true },
  ),
  'client.accountsOn': day(
    label(
      '所用财务数据的年末日期',
      '所用財務數據的年末日期',
      'year-end to which the accounts refer',
    ),
  ),
  'client.financialWorkYears': count(
    'years',
    label(
      '金融产品设计、投资、风险管理及相关工作经历',
      '金融產品設計、投資、風險管理及相關工作經歷',
      'years of work in designing, investing in or managing the risk of financial products',
    ),
    { personal: true },
  ),
  'client.financialRole': oneOf(
    {
      'senior-manager': ['金融机构高级管理人员', '金融機構高級管理人員', 'senior manager'],
      'certified-accountant': ['注册会计师', '註冊會計師', 'certified accountant'],
      'certified-lawyer': ['律师', '律師', 'certified lawyer'],
      none: ['均不属于', '均不屬於', 'none of these'],
    },
    label(
      '金融机构高级管理人员或者从事金融业务的注册会计师、律师',
      '金融機構高級管理人員或者從事金融業務的註冊會計師、律師',
      'senior manager of an institution, or certified accountant or lawyer in finance',
    ),
    { personal: true },
  ),
  'classification.firmDecision': oneOf(
    {
      agreed: ['同意', '同意', 'agreed'],
      refused: ['不同意', '不同意', 'refused'],
      pending: ['尚未决定', '尚未決定', 'pending'],
    },
    label('机构对转化申请的决定', '機構對轉化申請的決定', 'the firm’s decision on the application'),
  ),
  ...steps({
    'classification.writtenApplication': [
      '客户已书面申请转化',
      '客戶已書面申請轉化',
      'client has applied in writing',
    ],
    'classification.consequencesAccepted': [
      '客户已确认自主承担风险和后果',
      '客戶已確認自主承擔風險和後果',
      'client has confirmed bearing the risks and consequences',
    ],
    'classification.evidenceProvided': [
      '客户已提供证明材料',
      '客戶已提供證明材料',
      'client has provided evidence',
    ],
    'classification.moreInformation': [
      '已追加了解信息',
      '已追加了解資料',
      'more information was asked for',
    ],
    'classification.knowledgeTest': [
      '已进行投资知识测试',
      '已進行投資知識測試',
      'client took a knowledge test',
    ],
    'classification.simulatedTrading': [
      '已进行模拟交易',
      '已進行模擬交易',
      'client traded in a simulation',
    ],
    'classification.differenceExplained': [
      '已说明对不同类别投资者履行义务的差别',
      '已說明對不同類別投資者履行義務的差別',
      'client was told how the duties to the two classes differ',
    ],
    'classification.risksWarned': [
      '已警示可能承担的投资风险',
      '已警示可能承擔的投資風險',
      'client was warned of the risks',
    ],
    'classification.resultTold': [
      '已告知审查结果及其理由',
      '已告知審查結果及其理由',
      'client was told the result and the reasons',
    ],
    'classification.writtenChoice': [
      '客户已书面选择成为普通投资者',
      '客戶已書面選擇成為普通投資者',
      'client has chosen in writing to be an ordinary investor',
    ],
  }),
};

/** 不低于 and 以上: each figure is enough itself. */
export const CLASSIFICATION_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  entityNetAssets: least(
    20000000,
    'CNY',
    '8(4)',
    '专业机构净资产',
    '專業機構淨資產',
    'net assets, legal person',
  ),
  entityAssets: least(
    10000000,
    'CNY',
    '8(4)',
    '专业机构金融资产',
    '專業機構金融資產',
    'financial assets, legal person',
  ),
  entityYears: least(
    2,
    'years',
    '8(4)',
    '专业机构投资经历',
    '專業機構投資經歷',
    'experience, legal person',
  ),
  personAssets: least(
    5000000,
    'CNY',
    '8(5)',
    '专业个人金融资产',
    '專業個人金融資產',
    'financial assets, person',
  ),
  personIncome: least(
    500000,
    'CNY',
    '8(5)',
    '专业个人年均收入',
    '專業個人年均收入',
    'average income, person',
  ),
  personYears: least(
    2,
    'years',
    '8(5)',
    '专业个人经历年限',
    '專業個人經歷年限',
    'experience, person',
  ),
  optUpNetAssets: least(
    10000000,
    'CNY',
    '11(1)',
    '申请转化机构净资产',
    '申請轉化機構淨資產',
    'net assets, applying legal person',
  ),
  optUpEntityAssets: least(
    5000000,
    'CNY',
    '11(1)',
    '申请转化机构金融资产',
    '申請轉化機構金融資產',
    'financial assets, applying legal person',
  ),
  optUpAssets: least(
    3000000,
    'CNY',
    '11(2)',
    '申请转化个人金融资产',
    '申請轉化個人金融資產',
    'financial assets, applying person',
  ),
  optUpIncome: least(
    300000,
    'CNY',
    '11(2)',
    '申请转化个人年均收入',
    '申請轉化個人年均收入',
    'average income, applying person',
  ),
  optUpYears: least(
    1,
    'years',
    '11',
    '申请转化经历年限',
    '申請轉化經歷年限',
    'experience, applicant',
  ),
};

function least(
  value: number,
  unit: string,
  article: string,
  hans: string,
  hant: string,
  english: string,
): DatedParameter {
  return {
    label: label(`${hans}下限`, `${hant}下限`, `minimum ${english}`),
    unit,
    stricter: 'higher',
    history: [{ ...CSRC_IN_FORCE, value, citation: csrc(article) }],
  };
}
