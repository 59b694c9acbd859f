import type { FactDeclaration } from '../../../../rules/index.js';
import { count, day, label } from '../../../facts/declare.js';
import { states, steps } from '../conduct-facts.js';

/** What the rules on products of securities, fund and futures firms read besides. */
export const CSRC_CONDUCT_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'review.lastOn': day(
    label('最近一次适当性自查日期', '最近一次適當性自查日期', 'day of the last self-review'),
  ),
  /** With this client, if the client is not among them yet. */
  'fund.investors': count(
    'investors',
    label('基金投资者累计人数', '基金投資者累計人數', 'investors in the fund, this one included'),
    {
      whole: true,
    },
  ),
  ...states({
    'product.fund': ['产品是基金', '產品是基金', 'product is a fund'],
    'product.informationChanged': [
      '产品信息已变化',
      '產品資料已變化',
      'information on the product has changed',
    ],
    'statement.certainty': [
      '就不确定事项提供确定性判断或者使人误认为确定的意见',
      '就不確定事項提供確定性判斷或者使人誤認為確定的意見',
      'something uncertain was put as certain',
    ],
    'client.objectiveMismatch': [
      '产品不符合客户投资目标',
      '產品不符合客戶投資目標',
      'product does not meet the client’s investment objectives',
    ],
    'client.holdsForOthers': [
      '客户为他人代持',
      '客戶為他人代持',
      'client would hold for somebody else',
    ],
  }),
  ...steps({
    'change.gradingAdjusted': [
      '已调整投资者分类或者产品分级',
      '已調整投資者分類或者產品分級',
      'class of the client or grade of the product was adjusted',
    ],
    'notice.principalLoss': [
      '已告知可能直接导致本金亏损的事项',
      '已告知可能直接導致本金虧損的事項',
      'client was told what may directly lose principal',
    ],
    'notice.beyondPrincipal': [
      '已告知可能直接导致超过原始本金损失的事项',
      '已告知可能直接導致超過原始本金損失的事項',
      'client was told what may directly lose more than the original principal',
    ],
    'notice.firmLoss': [
      '已告知因机构业务或者财产状况变化可能导致亏损的事项',
      '已告知因機構業務或者財產狀況變化可能導致虧損的事項',
      'client was told what changes of the firm’s business or assets may cause losses',
    ],
    'notice.firmChanges': [
      '已告知因机构业务或者财产状况变化影响客户判断的重要事由',
      '已告知因機構業務或者財產狀況變化影響客戶判斷的重要事由',
      'client was told what changes of the firm’s business or assets matter for the client’s judgement',
    ],
    'notice.limits': [
      '已告知行权期限、解除期限等全部限制内容',
      '已告知行權期限、解除期限等全部限制內容',
      'client was told every limit on exercising rights or leaving the contract',
    ],
    'record.noticesRecorded': [
      '告知、警示已全过程录音或者录像',
      '告知、警示已全過程錄音或者錄像',
      'notices and warnings were recorded in sound or video from beginning to end',
    ],
    'record.onlineTrace': [
      '告知、警示已留痕',
      '告知、警示已留痕',
      'notices and warnings left a complete trace',
    ],
    'record.onlineConfirmed': [
      '客户已以电子方式确认',
      '客戶已以電子方式確認',
      'client has confirmed electronically',
    ],
    'record.matchPlan': ['已保存匹配方案', '已保存匹配方案', 'match plan is on file'],
    'record.selfReviews': ['已保存自查报告', '已保存自查報告', 'self-review reports are on file'],
    'review.reported': ['已形成自查报告', '已形成自查報告', 'self-review report was written'],
    'statement.contentExplained': [
      '已如实说明产品或者服务的重要内容',
      '已如實說明產品或者服務的重要內容',
      'what matters about the product or service was truthfully explained',
    ],
    'statement.risksRevealed': [
      '已充分揭示投资风险',
      '已充分揭示投資風險',
      'investment risks were fully revealed',
    ],
    'evidence.assessment': [
      '能够提供投资者评估资料',
      '能夠提供投資者評估資料',
      'assessment of the client can be shown',
    ],
    'evidence.rating': [
      '能够提供产品分级资料',
      '能夠提供產品分級資料',
      'grading of the product can be shown',
    ],
    'evidence.match': [
      '能够提供匹配意见资料',
      '能夠提供匹配意見資料',
      'match opinion can be shown',
    ],
    'evidence.notices': [
      '能够提供告知、警示资料',
      '能夠提供告知、警示資料',
      'notices and warnings can be shown',
    ],
    'evidence.recordings': [
      '能够提供录音录像或者留痕资料',
      '能夠提供錄音錄像或者留痕資料',
      'recordings or traces can be shown',
    ],
    'evidence.noMisleading': [
      '能够证明不存在误导、欺诈',
      '能夠證明不存在誤導、欺詐',
      'it can be shown that nobody was misled or defrauded',
    ],
  }),
};
