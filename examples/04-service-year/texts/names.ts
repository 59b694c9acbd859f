import type { Messages } from 'aptfolio/evidence';
import { text } from '../../01-advise/texts/text.js';

/** What things are called. */
export const nameTexts: Messages = {
  'kpi.name.call-backs-kept': text(
    'Call backs made on the promised day',
    '按约回电率',
    '如期回電比率',
  ),

  'branch.pudong': text('Pudong', '浦东', '浦東'),
  'branch.nanshan': text('Nanshan', '南山', '南山'),
  'branch.tianhe': text('Tianhe', '天河', '天河'),
  'branch.xihu': text('Xihu', '西湖', '西湖'),
  'shard.pudong': text('Pudong branch', '浦东支行', '浦東分行'),
  'shard.nanshan': text('Nanshan branch', '南山支行', '南山分行'),
  'shard.tianhe': text('Tianhe branch', '天河支行', '天河分行'),
  'shard.xihu': text('Xihu branch', '西湖支行', '西湖分行'),
  'shard.head-office': text('Head office', '总行', '總行'),
  'order.as-told': text('One after the other', '依次合并', '依次合併'),
  'order.reversed': text('The other way round', '顺序相反', '次序相反'),
  'order.in-pairs': text(
    'Two groups first, then those with each other',
    '先分两组合并，再合并两组',
    '先分兩組合併，再合併兩組',
  ),
  'order.one-machine': text(
    'One machine alone, the last record first',
    '单机处理，记录倒序输入',
    '單機處理，紀錄倒序輸入',
  ),

  'age.under-40': text('Under 40', '40岁以下', '40歲以下'),
  'age.40-to-59': text('40 to 59', '40至59岁', '40至59歲'),
  'age.60-and-over': text('60 and over', '60岁及以上', '60歲或以上'),

  'campaign.spring': text('Spring', '春季', '春季'),
  'campaign.autumn': text('Autumn', '秋季', '秋季'),
  'campaign.year-end': text('Year’s end', '年终', '年終'),

  'cause.service': text('Service', '服务', '服務'),
  'cause.cost': text('Cost', '费用', '收費'),
  'cause.competitor': text('Another bank’s offer', '他行吸引', '其他銀行的優惠'),
  'cause.moved': text('Moved away', '迁居', '遷居'),
  'cause.not-recorded': text('Not recorded', '未记录', '沒有紀錄'),

  'step.contacted': text('Contacted', '已联系', '已聯絡'),
  'step.answered': text('Answered', '有回应', '有回應'),
  'step.met': text('Met', '已面谈', '已會面'),
  'step.opened': text('Opened an account', '已开户', '已開戶'),

  'line.opening': text('Opening', '期初', '期初'),
  'line.net-new-money': text('Net new money', '净新增资金', '淨新增資金'),
  'line.market': text('Market', '市场变动', '市場變動'),
  'line.currency': text('Currency', '汇率变动', '匯率變動'),
  'line.income': text('Income', '收益', '收益'),
  'line.fees': text('Fees', '费用', '費用'),
  'line.scope': text('Scope', '口径变动', '範圍變動'),
  'line.closing': text('Closing', '期末', '期末'),

  'guard.risks-found': text('share of risks found', '风险识别覆盖率', '風險識別召回率'),

  'group.trained': text('Trained', '参训', '參訓'),
  'group.control': text('Not trained', '未参训（对照）', '未參訓（對照）'),

  'standing.above': text('above', '高于群体', '高於群體'),
  'standing.around': text('not told apart', '无法区分', '無法區分'),
  'standing.below': text('below', '低于群体', '低於群體'),
  'gap.better': text('better', '较好', '較好'),
  'gap.worse': text('worse', '较差', '較差'),
  'gap.different': text('different', '有差异', '有差異'),
  'gap.not-shown': text('not shown', '未能证明', '未能證明'),
  'verdict.better': text('better', '改善', '改善'),
  'verdict.worse': text('worse', '变差', '轉差'),
  'verdict.different': text('different', '有差异', '有差異'),
  'verdict.not-shown': text('not shown', '未能证明', '未能證明'),
};
