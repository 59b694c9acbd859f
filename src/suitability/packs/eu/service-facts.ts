import type { FactDeclaration } from '../../../rules/index.js';
import { count, day, label, listOf, named, oneOf, yesNo } from '../../facts/declare.js';
import { ORDER_FACTS } from '../../facts/order-facts.js';

const CAN_CHANGE = { change: {} } as const;

/** What a suitability report covers. */
const REPORT = named({
  outline: ['建议概要', '建議概要', 'outline of the advice'],
  objectives: ['投资目标', '投資目標', 'objectives'],
  'personal-circumstances': ['个人情况', '個人情況', 'personal circumstances'],
  'knowledge-and-experience': ['知识与经验', '知識與經驗', 'knowledge and experience'],
  'attitude-to-risk': ['对风险的态度', '對風險的態度', 'attitude to risk'],
  'capacity-for-loss': ['承受损失的能力', '承受損失的能力', 'capacity for loss'],
  'periodic-review': [
    '是否需要定期审视',
    '是否需要定期檢視',
    'whether a periodic review is needed',
  ],
  'sustainability-preferences': ['可持续偏好', '可持續偏好', 'sustainability preferences'],
});

/** Their names in the pack. */
export const REPORT_ELEMENTS: readonly string[] = REPORT.values;

/** What the firm does for the client. */
const SERVICE_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'service.kind': oneOf(
    {
      'investment-advice': ['投资建议', '投資建議', 'investment advice'],
      'portfolio-management': ['投资组合管理', '投資組合管理', 'portfolio management'],
      'order-execution': ['执行指令', '執行指示', 'execution of orders'],
      'order-transmission': [
        '接收及传递指令',
        '接收及傳遞指示',
        'reception and transmission of orders',
      ],
      other: ['其他', '其他', 'other'],
    },
    label('投资服务', '投資服務', 'investment service'),
  ),
  'service.automated': yesNo(
    label(
      '全部或部分由自动化系统提供',
      '全部或部分由自動化系統提供',
      'provided in whole or in part by an automated system',
    ),
  ),
  'service.firmResponsible': yesNo(
    label(
      '机构对适合性评估承担全部责任',
      '機構對合適性評估承擔全部責任',
      'firm bears the whole responsibility for the assessment',
    ),
    CAN_CHANGE,
  ),
  'service.purposeExplained': yesNo(
    label(
      '已告知客户评估的目的',
      '已告知客戶評估的目的',
      'client was told the reason for the assessment',
    ),
    CAN_CHANGE,
  ),
  'service.informationDiscouraged': yesNo(
    label(
      '曾劝阻客户提供资料',
      '曾勸阻客戶提供資料',
      'client was discouraged from giving information',
    ),
  ),
  'service.periodicAssessment': yesNo(
    label(
      '提供定期适合性评估',
      '提供定期合適性評估',
      'periodic suitability assessment is provided',
    ),
  ),
  'service.conflictsManaged': yesNo(
    label('已履行利益冲突义务', '已履行利益衝突義務', 'duties on conflicts of interest are met'),
    CAN_CHANGE,
  ),
  /** The first assessment counts as the first review. */
  'review.lastOn': day(
    label('上次审视适合性之日', '上次檢視合適性之日', 'day of the last review of suitability'),
    {
      change: {
        label: label('先审视适合性', '先檢視合適性', 'review the suitability first'),
        values: ['asOf'],
      },
    },
  ),
};

/** What is recommended, and what goes with it. */
const RECOMMENDATION_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'recommendation.asSustainable': yesNo(
    label(
      '作为符合可持续偏好的工具推荐',
      '作為符合可持續偏好的工具推介',
      'recommended as meeting the sustainability preferences',
    ),
  ),
  /** Selling one instrument to buy another, or using a right to change an existing one. */
  'recommendation.isSwitch': yesNo(label('属于转换', '屬於轉換', 'is a switch of investments')),
  'switch.analysed': yesNo(
    label(
      '已取得新旧投资资料并分析转换的成本与收益',
      '已取得新舊投資資料並分析轉換的成本與收益',
      'costs and benefits of the switch were analysed with information on both investments',
    ),
    CAN_CHANGE,
  ),
  'switch.costs': count('fraction', label('转换成本', '轉換成本', 'costs of the switch')),
  'switch.benefits': count('fraction', label('转换收益', '轉換收益', 'benefits of the switch')),
  'switch.clientTold': yesNo(
    label(
      '已告知客户收益是否大于成本',
      '已告知客戶收益是否大於成本',
      'client was told whether the benefits are greater than the costs',
    ),
    CAN_CHANGE,
  ),
  'report.covers': listOf(
    label('适合性报告涵盖的内容', '合適性報告涵蓋的內容', 'what the suitability report covers'),
    { ...REPORT, change: { values: [REPORT_ELEMENTS] } },
  ),
  'report.beforeTransaction': yesNo(
    label('交易前已交付报告', '交易前已交付報告', 'report was given before the transaction'),
    CAN_CHANGE,
  ),
  /** The agreement is concluded at a distance, so that the report could not be given before. */
  'report.distanceConsent': yesNo(
    label(
      '远程成交且客户同意随后收取报告',
      '遙距成交且客戶同意隨後收取報告',
      'concluded at a distance, and the client agreed to get the report without undue delay',
    ),
  ),
  'report.delayOffered': yesNo(
    label(
      '已让客户选择延后交易以先收取报告',
      '已讓客戶選擇延後交易以先收取報告',
      'client could have delayed the transaction to get the report first',
    ),
  ),
  'sustainability.reasonsRecorded': yesNo(
    label(
      '已说明并记录工具不符合偏好的理由',
      '已說明並記錄工具不符合偏好的理由',
      'reasons why the instrument does not meet the preferences were explained and recorded',
    ),
    CAN_CHANGE,
  ),
  'sustainability.adaptationRecorded': yesNo(
    label(
      '已记录客户调整偏好的决定与理由',
      '已記錄客戶調整偏好的決定與理由',
      'client’s decision to adapt the preferences is recorded with its reasons',
    ),
    CAN_CHANGE,
  ),
};

/** What the client orders, and what the firm has told before. */
const EU_ORDER_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'order.effect': ORDER_FACTS['order.effect'] as FactDeclaration,
  'order.borrowed': yesNo(
    label('资金来自借款或质押', '資金來自借貸或質押', 'money is borrowed or raised on a pledge'),
  ),
  'order.clientInitiative': yesNo(
    label('由客户主动提出', '由客戶主動提出', 'service is given at the client’s initiative'),
  ),
  /** Asked for by the firm: the exemption of article 25(4). */
  'order.executionOnly': yesNo(
    label('拟免于适当性评估', '擬免於適當性評估', 'to be executed without an assessment'),
    { default: false },
  ),
  'order.newCredit': yesNo(
    label('为此授予新的信贷', '為此授出新的信貸', 'new credit is granted for it'),
  ),
  'warning.notAppropriate': yesNo(
    label(
      '已警告客户并不适当',
      '已警告客戶並不適當',
      'client was warned that it is not appropriate',
    ),
    CAN_CHANGE,
  ),
  'warning.cannotAssess': yesNo(
    label(
      '已警告客户无法判断是否适当',
      '已警告客戶無法判斷是否適當',
      'client was warned that appropriateness cannot be determined',
    ),
    CAN_CHANGE,
  ),
  'warning.noAssessment': yesNo(
    label(
      '已告知客户不作评估且不受相应保护',
      '已告知客戶不作評估且不受相應保障',
      'client was told that nothing is assessed and that the protection is lost',
    ),
    CAN_CHANGE,
  ),
  'appropriateness.recorded': yesNo(
    label(
      '已记录评估结果、警告、客户的要求及机构的决定',
      '已記錄評估結果、警告、客戶的要求及機構的決定',
      'result, warnings, the client’s request and the firm’s decision are recorded',
    ),
    CAN_CHANGE,
  ),
};

/** What is known of the service, the recommendation and the order. */
export const EU_SERVICE_FACTS: Readonly<Record<string, FactDeclaration>> = {
  ...SERVICE_FACTS,
  ...RECOMMENDATION_FACTS,
  ...EU_ORDER_FACTS,
};
