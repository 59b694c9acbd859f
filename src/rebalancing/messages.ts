import { type Messages, mergeMessages } from '../evidence/index.js';
import { destinationMessages } from './destination/messages.js';
import { householdMessages } from './household/messages.js';
import { lotMessages } from './lots/messages.js';
import { resultMessages } from './result/messages.js';
import { tradeMessages } from './result/trade-messages.js';
import { triggerMessages } from './triggers/messages.js';
import { weighingMessages } from './weighing/messages.js';

/** What the reasons for trading and for not trading say, in three languages. */
export const rebalancingMessages: Messages = mergeMessages(
  destinationMessages,
  householdMessages,
  lotMessages,
  resultMessages,
  tradeMessages,
  triggerMessages,
  weighingMessages,
  {
    'rebalancing.switch-pays': {
      'zh-Hans': '转换费用约在{breakEvenYears:number}年后收回，短于计划持有的{years:number}年。',
      'zh-Hant': '轉換費用約於{breakEvenYears:number}年後收回，短於計劃持有的{years:number}年。',
      en: 'In years, the cost of switching is earned back after about {breakEvenYears:number}, within the planned {years:number}.',
    },
    'rebalancing.switch-too-late': {
      'zh-Hans':
        '转换费用约需{breakEvenYears:number}年才能收回，长于计划持有的{years:number}年，不建议转换。',
      'zh-Hant':
        '轉換費用約需{breakEvenYears:number}年方可收回，長於計劃持有的{years:number}年，不建議轉換。',
      en: 'In years, the cost of switching would be earned back only after about {breakEvenYears:number}, longer than the planned {years:number}. We advise against it.',
    },
    'rebalancing.switch-never-pays': {
      'zh-Hans': '新产品的年度费用并不更低，转换费用无法收回，不建议转换。',
      'zh-Hant': '新產品的年度費用並非較低，轉換費用無法收回，不建議轉換。',
      en: 'The new product has no lower annual fee, so the cost of switching is never earned back. We advise against it.',
    },
  },
);
