import { type Messages, localisedText as text } from '../evidence/index.js';

/** What an order's states, its events and the other words of this room's closed lists are called in three languages. */
export const orderTerms: Messages = Object.freeze({
  'orders.term.draft': text('草稿', '草稿', 'draft'),
  'orders.term.checked': text('已检查', '已檢查', 'checked'),
  'orders.term.confirmed': text('客户已确认', '客戶已確認', 'confirmed'),
  'orders.term.submitted': text('已提交', '已提交', 'submitted'),
  'orders.term.accepted': text('已受理', '已受理', 'accepted'),
  'orders.term.partly-filled': text('部分成交', '部分成交', 'partly filled'),
  'orders.term.filled': text('全部成交', '全數成交', 'filled'),
  'orders.term.settled': text('已交收', '已交收', 'settled'),
  'orders.term.rejected': text('已拒绝', '已拒絕', 'rejected'),
  'orders.term.cancelled': text('已撤销', '已取消', 'cancelled'),
  'orders.term.expired': text('已过期', '已逾期', 'expired'),

  'orders.term.check': text('交易前检查', '交易前檢查', 'pre-trade check'),
  'orders.term.confirm': text('客户确认', '客戶確認', 'confirmation by the client'),
  'orders.term.submit': text('提交', '提交', 'submission'),
  'orders.term.accept': text('受理', '受理', 'acceptance'),
  'orders.term.fill': text('成交', '成交', 'fill'),
  'orders.term.correct': text('成交更正', '成交更正', 'correction of a fill'),
  'orders.term.bust': text('成交撤销', '成交取消', 'reversal of a fill'),
  'orders.term.cancel-request': text('撤单申请', '取消申請', 'request to cancel'),
  'orders.term.cancel-refused': text('撤单申请被拒', '取消申請被拒', 'refusal to cancel'),
  'orders.term.settle': text('交收', '交收', 'settlement'),
  'orders.term.reject': text('拒绝', '拒絕', 'rejection'),
  'orders.term.cancel': text('撤单', '取消', 'cancellation'),
  'orders.term.expire': text('过期', '逾期', 'expiry'),

  'orders.term.allowed': text('可以办理', '可以辦理', 'allowed'),
  'orders.term.needs-acknowledgement': text('须先确认', '須先確認', 'acknowledgement needed'),
  'orders.term.needs-approval': text('须先获批准', '須先獲批准', 'approval needed'),
  'orders.term.blocked': text('不能办理', '不能辦理', 'blocked'),

  'orders.term.recording': text('录音', '錄音', 'sound recording'),
  'orders.term.double-recording': text('录音录像', '錄音及錄影', 'sound and video recording'),
  'orders.term.handwritten-statement': text(
    '客户亲笔声明',
    '客戶親筆聲明',
    'statement in the client’s own hand',
  ),
  'orders.term.call-back': text('电话回访', '致電客戶確認', 'call-back'),
  'orders.term.trusted-person': text(
    '可信赖人士在场',
    '可信賴人士在場',
    'presence of a trusted person',
  ),

  'orders.term.order.amount': text('委托金额', '指示金額', 'the amount of the order'),
  'orders.term.order.side': text('交易方向', '交易方向', 'whether it buys or sells'),
  'orders.term.order.acquires': text(
    '是否买入产品',
    '是否買入產品',
    'whether a product is acquired',
  ),
  'orders.term.product.issuerRisk': text(
    '发行机构的风险评级',
    '發行機構的風險評級',
    'the issuer’s risk rating',
  ),
  'orders.term.product.sellerRisk': text(
    '销售机构的风险评级',
    '分銷機構的風險評級',
    'the distributor’s risk rating',
  ),

  // In place of a reason code that did not come with an event.
  'orders.term.not-given': text('未注明', '未有註明', 'not given'),

  // Why an event was not applied: the code of the reason, in short.
  'orders.term.orders.already-submitted': text('已经提交', '已經提交', 'already submitted'),
  'orders.term.orders.wrong-key': text(
    '提交凭证不符',
    '提交憑證不符',
    'the submission key is another order’s',
  ),
  'orders.term.orders.check-not-passed': text(
    '交易前检查未通过',
    '交易前檢查未獲通過',
    'the pre-trade checks were not passed',
  ),
  'orders.term.orders.consent-outdated': text(
    '确认的不是现行建议书',
    '確認的並非現行建議書',
    'the consent is to another proposal',
  ),
  'orders.term.orders.event-too-early': text('尚未轮到', '尚未輪到', 'it came too early'),
  'orders.term.orders.event-too-late': text('为时已晚', '為時已晚', 'it came too late'),
  'orders.term.orders.event-contradicts': text(
    '与此前的事件相抵触',
    '與先前的事件相抵觸',
    'it contradicts earlier events',
  ),
  'orders.term.orders.event-conflict': text(
    '编号重复而内容不同',
    '編號重複而內容不同',
    'its id was used before with different content',
  ),
  'orders.term.orders.nothing-to-settle': text(
    '没有成交，无须交收',
    '並無成交，毋須交收',
    'there is nothing to settle',
  ),
  'orders.term.orders.overfilled': text(
    '超出委托余额',
    '超出指示餘額',
    'it exceeds what is left of the order',
  ),
  'orders.term.orders.overfilled-units': text(
    '超出委托余下份额',
    '超出指示餘下單位',
    'it exceeds the units left of the order',
  ),
  'orders.term.orders.fill-inconsistent': text(
    '成交数据不一致',
    '成交資料不一致',
    'units, price and amount do not agree',
  ),
  'orders.term.orders.settlement-differs': text(
    '交收金额与成交金额不符',
    '交收金額與成交金額不符',
    'the amount settled is not the amount filled',
  ),
  'orders.term.orders.settled-too-early': text(
    '交收日早于成交日',
    '交收日早於成交日',
    'it was settled before it was traded',
  ),
  'orders.term.orders.traded-too-early': text(
    '成交日早于下单日',
    '成交日早於落盤日',
    'it was traded before it was given',
  ),
  'orders.term.orders.cancel-pending': text(
    '已有撤单申请待答复',
    '已有取消申請待答覆',
    'a request to cancel is still unanswered',
  ),
  'orders.term.orders.wrong-reference': text(
    '引用了不可引用的事件',
    '引用了不可引用的事件',
    'it refers to what it cannot refer to',
  ),
  'orders.term.orders.reference-closed': text(
    '所引用的事件已处理完毕',
    '所引用的事件已處理完畢',
    'what it refers to is closed',
  ),
});
