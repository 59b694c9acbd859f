import type { Messages } from 'aptfolio/evidence';

/** The account's own sentences. The library's reasons bring their texts themselves. */
export const texts = {
  'page.title': {
    en: 'Wealth advice for {client}',
    'zh-Hans': '{client} 的财富管理建议',
    'zh-Hant': '{client} 的財富管理建議',
  },
  'page.note': {
    en: 'Illustrative data: no market view, no real person. As of {asOf}, base currency {currency}.',
    'zh-Hans': '示例数据，不代表市场观点，亦不涉及真实个人。基准日 {asOf}，本位币 {currency}。',
    'zh-Hant': '示例數據，不代表市場觀點，亦不涉及真實個人。基準日 {asOf}，本位幣 {currency}。',
  },
  'page.record': {
    en: 'Record {hash}. The same inputs give the same bytes.',
    'zh-Hans': '记录 {hash}。相同的输入得到逐字节相同的结果。',
    'zh-Hant': '記錄 {hash}。相同的輸入得到逐位元組相同的結果。',
  },
  'step.1': { en: 'Intake', 'zh-Hans': '信息采集', 'zh-Hant': '資料收集' },
  'step.2': { en: 'Risk questionnaire', 'zh-Hans': '风险测评', 'zh-Hant': '風險評估' },
  'step.3': { en: 'Client profile', 'zh-Hans': '客户画像', 'zh-Hant': '客戶概覽' },
  'step.4': { en: 'Needs', 'zh-Hans': '需求分析', 'zh-Hant': '需求分析' },
  'step.5': {
    en: 'Return the goal requires',
    'zh-Hans': '目标所需收益',
    'zh-Hant': '目標所需回報',
  },
  'step.6': { en: 'Allocation', 'zh-Hans': '资产配置', 'zh-Hant': '資產配置' },
  'step.7': { en: 'Product selection', 'zh-Hans': '产品选择', 'zh-Hant': '產品挑選' },
  'step.8': { en: 'Costs before the fact', 'zh-Hans': '事前费用', 'zh-Hant': '事前費用' },
  'step.9': { en: 'Projection', 'zh-Hans': '目标测算', 'zh-Hant': '目標推算' },
  'step.10': {
    en: 'Proposal and disclosure',
    'zh-Hans': '建议书与信息披露',
    'zh-Hant': '建議書與資料披露',
  },
  'step.11': { en: 'Orders', 'zh-Hans': '交易委托', 'zh-Hant': '交易指示' },
  'step.12': { en: 'Monitoring', 'zh-Hans': '持续监测', 'zh-Hant': '持續監察' },
  'step.13': { en: 'Rebalancing', 'zh-Hans': '再平衡', 'zh-Hant': '再平衡' },
  'step.14': { en: 'Report', 'zh-Hans': '业绩报告', 'zh-Hant': '表現報告' },
  'step.15': { en: 'Service KPIs', 'zh-Hans': '服务指标', 'zh-Hant': '服務指標' },
  'step.16': { en: 'Improvement', 'zh-Hans': '服务改进', 'zh-Hant': '服務改進' },
  'step.cases': { en: 'Awkward cases', 'zh-Hans': '特殊情形', 'zh-Hant': '特殊情形' },
} satisfies Messages;
