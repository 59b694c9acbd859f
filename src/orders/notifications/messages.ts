import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What clients, and advisers and operations as `staff`, are told, in three languages. */
export const notificationMessages: Messages = Object.freeze({
  'orders.notice.order-accepted.client': text(
    '您的{product}委托（{order}）已被受理，金额{gross:money}。',
    '閣下的{product}指示（{order}）已獲受理，金額{gross:money}。',
    'Your order {order} for {product} over {gross:money} has been accepted.',
  ),
  'orders.notice.order-accepted.staff': text(
    '客户{client}的委托{order}（{product}，{gross:money}）已被受理。',
    '客戶{client}的指示{order}（{product}，{gross:money}）已獲受理。',
    'Order {order} of client {client} for {product} over {gross:money} was accepted.',
  ),
  'orders.notice.order-partly-filled.client': text(
    '您的{product}委托（{order}）已部分成交，累计{filled:money}。',
    '閣下的{product}指示（{order}）已部分成交，累計{filled:money}。',
    'Your order {order} for {product} has been carried out in part: {filled:money} so far.',
  ),
  'orders.notice.order-partly-filled.staff': text(
    '客户{client}的委托{order}（{product}）部分成交，累计{filled:money}。',
    '客戶{client}的指示{order}（{product}）部分成交，累計{filled:money}。',
    'Order {order} of client {client} for {product} was filled in part: {filled:money} so far.',
  ),
  'orders.notice.order-filled.client': text(
    '您的{product}委托（{order}）已全部成交，金额{filled:money}。',
    '閣下的{product}指示（{order}）已全部成交，金額{filled:money}。',
    'Your order {order} for {product} has been carried out in full: {filled:money}.',
  ),
  'orders.notice.order-filled.staff': text(
    '客户{client}的委托{order}（{product}）全部成交，金额{filled:money}。',
    '客戶{client}的指示{order}（{product}）全部成交，金額{filled:money}。',
    'Order {order} of client {client} for {product} was filled in full: {filled:money}.',
  ),
  'orders.notice.fill-corrected.client': text(
    '您的{product}委托（{order}）的成交记录有更正，现累计成交{filled:money}。',
    '閣下的{product}指示（{order}）的成交紀錄有更正，現累計成交{filled:money}。',
    'What was carried out of your order {order} for {product} has been corrected: it is {filled:money} now.',
  ),
  'orders.notice.fill-corrected.staff': text(
    '客户{client}的委托{order}（{product}）有成交被更正或撤销，现累计成交{filled:money}。',
    '客戶{client}的指示{order}（{product}）有成交被更正或撤銷，現累計成交{filled:money}。',
    'A fill of order {order} of client {client} for {product} was corrected or taken back; {filled:money} is filled now.',
  ),
  'orders.notice.order-settled.client': text(
    '您的{product}委托（{order}）已完成交收，金额{filled:money}。',
    '閣下的{product}指示（{order}）已完成交收，金額{filled:money}。',
    'Your order {order} for {product} has been settled: {filled:money}.',
  ),
  'orders.notice.order-settled.staff': text(
    '客户{client}的委托{order}（{product}）已交收，金额{filled:money}。',
    '客戶{client}的指示{order}（{product}）已交收，金額{filled:money}。',
    'Order {order} of client {client} for {product} was settled: {filled:money}.',
  ),
  'orders.notice.order-rejected.client': text(
    '您的{product}委托（{order}）未获受理，金额{gross:money}未动用。如有疑问请联系我们。',
    '閣下的{product}指示（{order}）未獲受理，金額{gross:money}並無動用。如有疑問請聯絡我們。',
    'Your order {order} for {product} over {gross:money} was not accepted and nothing was carried out. Please contact us with any question.',
  ),
  'orders.notice.order-rejected.staff': text(
    '客户{client}的委托{order}（{product}，{gross:money}）被拒绝，原因代码：{reason}。',
    '客戶{client}的指示{order}（{product}，{gross:money}）被拒絕，原因代碼：{reason}。',
    'Order {order} of client {client} for {product} over {gross:money} was rejected; reason code: {reason}.',
  ),
  'orders.notice.order-cancelled.client': text(
    '您的{product}委托（{order}）已撤销，撤销前已成交{filled:money}。',
    '閣下的{product}指示（{order}）已取消，取消前已成交{filled:money}。',
    'Your order {order} for {product} has been cancelled; {filled:money} had been carried out before.',
  ),
  'orders.notice.order-cancelled.staff': text(
    '客户{client}的委托{order}（{product}）已撤销，撤销前已成交{filled:money}。',
    '客戶{client}的指示{order}（{product}）已取消，取消前已成交{filled:money}。',
    'Order {order} of client {client} for {product} was cancelled with {filled:money} filled.',
  ),
  'orders.notice.cancel-refused.client': text(
    '您的{product}委托（{order}）未能撤销，现累计成交{filled:money}。',
    '閣下的{product}指示（{order}）未能取消，現累計成交{filled:money}。',
    'Your order {order} for {product} could not be cancelled; {filled:money} has been carried out so far.',
  ),
  'orders.notice.cancel-refused.staff': text(
    '客户{client}的委托{order}（{product}）的撤单申请被拒绝，原因代码：{reason}。',
    '客戶{client}的指示{order}（{product}）的取消申請被拒絕，原因代碼：{reason}。',
    'The request to cancel order {order} of client {client} for {product} was refused; reason code: {reason}.',
  ),
  'orders.notice.order-expired.client': text(
    '您的{product}委托（{order}）已过期，过期前已成交{filled:money}。',
    '閣下的{product}指示（{order}）已逾期，逾期前已成交{filled:money}。',
    'Your order {order} for {product} has expired; {filled:money} had been carried out before.',
  ),
  'orders.notice.order-expired.staff': text(
    '客户{client}的委托{order}（{product}）已过期，过期前已成交{filled:money}。',
    '客戶{client}的指示{order}（{product}）已逾期，逾期前已成交{filled:money}。',
    'Order {order} of client {client} for {product} expired with {filled:money} filled.',
  ),
  'orders.notice.event-refused.client': text(
    '我们收到一条与您的{product}委托（{order}）记录不符的回报，正在核实。',
    '我們收到一則與閣下的{product}指示（{order}）紀錄不符的回報，正在核實。',
    'We have received a report on your order {order} for {product} that does not match our records and are looking into it.',
  ),
  'orders.notice.event-refused.staff': text(
    '客户{client}的委托{order}（{product}）收到不符的事件{event}，未予处理：{reason}。',
    '客戶{client}的指示{order}（{product}）收到不符的事件{event}，未予處理：{reason}。',
    'Order {order} of client {client} for {product} received the event {event}, which does not fit and was not applied: {reason}.',
  ),
  'orders.notice.product-open.client': text(
    '{product}已恢复申购与赎回。',
    '{product}已恢復認購與贖回。',
    '{product} can be bought and redeemed again.',
  ),
  'orders.notice.product-open.staff': text(
    '{product}已恢复申购与赎回；涉及客户{client}。',
    '{product}已恢復認購與贖回；涉及客戶{client}。',
    '{product} can be bought and redeemed again; this concerns client {client}.',
  ),
  'orders.notice.product-subscription-suspended.client': text(
    '{product}已暂停申购，您的持有及赎回不受影响。',
    '{product}已暫停認購，閣下的持有及贖回不受影響。',
    '{product} cannot be bought for now. What you hold, and redeeming it, is not affected.',
  ),
  'orders.notice.product-subscription-suspended.staff': text(
    '{product}已暂停申购；涉及客户{client}，请核查在途委托。',
    '{product}已暫停認購；涉及客戶{client}，請核查在途指示。',
    '{product} cannot be bought for now; this concerns client {client}. Please look at the orders on their way.',
  ),
  'orders.notice.product-redemption-suspended.client': text(
    '{product}已暂停赎回，恢复后我们会通知您。',
    '{product}已暫停贖回，恢復後我們會通知閣下。',
    '{product} cannot be redeemed for now. We will tell you when it can.',
  ),
  'orders.notice.product-redemption-suspended.staff': text(
    '{product}已暂停赎回；涉及客户{client}，请核查在途委托。',
    '{product}已暫停贖回；涉及客戶{client}，請核查在途指示。',
    '{product} cannot be redeemed for now; this concerns client {client}. Please look at the orders on their way.',
  ),
  'orders.notice.product-closed.client': text(
    '{product}已停止销售。',
    '{product}已停止銷售。',
    '{product} is no longer offered.',
  ),
  'orders.notice.product-closed.staff': text(
    '{product}已停止销售；涉及客户{client}，请核查在途委托。',
    '{product}已停止銷售；涉及客戶{client}，請核查在途指示。',
    '{product} is no longer offered; this concerns client {client}. Please look at the orders on their way.',
  ),
  'orders.notice.product-re-rated.client': text(
    '您持有的{product}的风险等级由{was}调整为{now}，未超过您的风险承受能力等级{level}。',
    '閣下持有的{product}的風險評級由{was}調整為{now}，並無超過閣下的風險級別{level}。',
    '{product}, which you hold, is now rated {now} (before: {was}), within your risk level {level}.',
  ),
  'orders.notice.product-re-rated.staff': text(
    '{product}的风险等级由{was}调整为{now}；持有人{client}的等级为{level}，未超过。',
    '{product}的風險評級由{was}調整為{now}；持有人{client}的級別為{level}，並無超過。',
    '{product} is now rated {now} (before: {was}); client {client}, who holds it, has level {level}, which is enough.',
  ),
  'orders.notice.product-re-rated-above.client': text(
    '您持有的{product}的风险等级由{was}调整为{now}，高于您的风险承受能力等级{level}。您可以继续持有或赎回，但不能追加。',
    '閣下持有的{product}的風險評級由{was}調整為{now}，高於閣下的風險級別{level}。閣下可繼續持有或贖回，但不可加購。',
    '{product}, which you hold, is now rated {now} (before: {was}), above your risk level {level}. You may keep or redeem it, but not add to it.',
  ),
  'orders.notice.product-re-rated-above.staff': text(
    '{product}的风险等级由{was}调整为{now}，高于持有人{client}的等级{level}：可持有或赎回，不能追加，须告知客户。',
    '{product}的風險評級由{was}調整為{now}，高於持有人{client}的級別{level}：可持有或贖回，不可加購，須告知客戶。',
    '{product} is now rated {now} (before: {was}), above level {level} of client {client}, who holds it: keep or redeem, no additions; the client must be told.',
  ),
  'orders.notice.consent-needed.client': text(
    '建议书{proposal}第{version}版需要您在{validUntil}前（含当日）确认。',
    '建議書{proposal}第{version}版需要閣下在{validUntil}或之前確認。',
    'Version {version} of proposal {proposal} needs your consent by {validUntil}, that day included.',
  ),
  'orders.notice.consent-needed.staff': text(
    '客户{client}的建议书{proposal}第{version}版须在{validUntil}前（含当日）取得确认。',
    '客戶{client}的建議書{proposal}第{version}版須在{validUntil}或之前取得確認。',
    'Version {version} of proposal {proposal} of client {client} needs consent by {validUntil}, that day included.',
  ),
  'orders.notice.proposal-expired.client': text(
    '建议书{proposal}第{version}版的有效期至{validUntil}，现已过期；如仍有需要，我们会重新为您准备。',
    '建議書{proposal}第{version}版的有效期至{validUntil}，現已逾期；如仍有需要，我們會重新為閣下準備。',
    'Version {version} of proposal {proposal} could be agreed to through {validUntil} and has expired. We will prepare a new one if you still want it.',
  ),
  'orders.notice.proposal-expired.staff': text(
    '客户{client}的建议书{proposal}第{version}版的有效期至{validUntil}，现已过期。',
    '客戶{client}的建議書{proposal}第{version}版的有效期至{validUntil}，現已逾期。',
    'Version {version} of proposal {proposal} of client {client} could be agreed to through {validUntil} and has expired.',
  ),
});
