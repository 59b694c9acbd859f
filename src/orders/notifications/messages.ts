import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What clients, and advisers and operations as `staff`, are told, in three languages. */
export const notificationMessages: Messages = Object.freeze({
  'orders.notice.order-checked.client': text(
    '您的{product}委托（{order}）已通过交易前检查，金额{gross:money}。',
    '閣下的{product}指示（{order}）已通過交易前檢查，金額{gross:money}。',
    'Your order {order} for {gross:money} of {product} has passed our checks.',
  ),
  'orders.notice.order-checked.staff': text(
    '客户{client}的委托{order}（{product}，{gross:money}）已通过交易前检查。',
    '客戶{client}的指示{order}（{product}，{gross:money}）已通過交易前檢查。',
    'Order {order} of client {client} for {gross:money} of {product} has passed the pre-trade checks.',
  ),
  'orders.notice.order-confirmed.client': text(
    '我们已收到您对{product}委托（{order}）的确认，金额{gross:money}。',
    '我們已收到閣下對{product}指示（{order}）的確認，金額{gross:money}。',
    'We have received your consent to order {order} for {gross:money} of {product}.',
  ),
  'orders.notice.order-confirmed.staff': text(
    '客户{client}已确认委托{order}（{product}，{gross:money}）。',
    '客戶{client}已確認指示{order}（{product}，{gross:money}）。',
    'Client {client} has agreed to order {order} for {gross:money} of {product}.',
  ),
  'orders.notice.order-submitted.client': text(
    '您的{product}委托（{order}）已提交，金额{gross:money}。',
    '閣下的{product}指示（{order}）已提交，金額{gross:money}。',
    'Your order {order} for {gross:money} of {product} has been sent.',
  ),
  'orders.notice.order-submitted.staff': text(
    '客户{client}的委托{order}（{product}，{gross:money}）已提交。',
    '客戶{client}的指示{order}（{product}，{gross:money}）已提交。',
    'Order {order} of client {client} for {gross:money} of {product} was sent.',
  ),
  'orders.notice.cancel-requested.client': text(
    '我们已收到撤销您的{product}委托（{order}）的申请，结果会另行通知；目前累计成交{filled:money}。',
    '我們已收到取消閣下{product}指示（{order}）的申請，結果會另行通知；目前累計成交{filled:money}。',
    'We have received the request to cancel your order {order} for {product} and will tell you the outcome. Carried out so far: {filled:money}.',
  ),
  'orders.notice.cancel-requested.staff': text(
    '已申请撤销客户{client}的委托{order}（{product}），目前累计成交{filled:money}。',
    '已申請取消客戶{client}的指示{order}（{product}），目前累計成交{filled:money}。',
    'It was asked to cancel order {order} of client {client} for {product}; {filled:money} is filled so far.',
  ),
  'orders.notice.order-accepted.client': text(
    '您的{product}委托（{order}）已被受理，金额{gross:money}。',
    '閣下的{product}指示（{order}）已獲受理，金額{gross:money}。',
    'Your order {order} for {gross:money} of {product} has been accepted.',
  ),
  'orders.notice.order-accepted.staff': text(
    '客户{client}的委托{order}（{product}，{gross:money}）已被受理。',
    '客戶{client}的指示{order}（{product}，{gross:money}）已獲受理。',
    'Order {order} of client {client} for {gross:money} of {product} was accepted.',
  ),
  'orders.notice.order-partly-filled.client': text(
    '您的{product}委托（{order}）已部分成交，累计{filled:money}。',
    '閣下的{product}指示（{order}）已部分成交，累計{filled:money}。',
    'Your order {order} for {product} has been partly carried out: {filled:money} so far.',
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
    'The record of what was carried out of your order {order} for {product} has been corrected: it is {filled:money} now.',
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
    '您的{product}委托（{order}，{gross:money}）未获受理，没有任何成交。如有疑问，请联系我们。',
    '閣下的{product}指示（{order}，{gross:money}）未獲受理，並無任何成交。如有疑問，請聯絡我們。',
    'Your order {order} for {gross:money} of {product} was not accepted and nothing was carried out. If you have any questions, please contact us.',
  ),
  'orders.notice.order-rejected.staff': text(
    '客户{client}的委托{order}（{product}，{gross:money}）被拒绝，原因代码：{reason}。',
    '客戶{client}的指示{order}（{product}，{gross:money}）被拒絕，原因代碼：{reason}。',
    'Order {order} of client {client} for {gross:money} of {product} was rejected; reason code: {reason}.',
  ),
  'orders.notice.order-cancelled.client': text(
    '您的{product}委托（{order}）已撤销，撤销前累计成交：{filled:money}。',
    '閣下的{product}指示（{order}）已取消，取消前累計成交：{filled:money}。',
    'Your order {order} for {product} has been cancelled. Carried out before: {filled:money}.',
  ),
  'orders.notice.order-cancelled.staff': text(
    '客户{client}的委托{order}（{product}）已撤销，撤销前已成交{filled:money}。',
    '客戶{client}的指示{order}（{product}）已取消，取消前已成交{filled:money}。',
    'Order {order} of client {client} for {product} was cancelled with {filled:money} filled.',
  ),
  'orders.notice.cancel-refused.client': text(
    '您的{product}委托（{order}）未能撤销，现累计成交{filled:money}。',
    '閣下的{product}指示（{order}）未能取消，現累計成交{filled:money}。',
    'Your order {order} for {product} could not be cancelled. Carried out so far: {filled:money}.',
  ),
  'orders.notice.cancel-refused.staff': text(
    '客户{client}的委托{order}（{product}）的撤单申请被拒绝，原因代码：{reason:term}。',
    '客戶{client}的指示{order}（{product}）的取消申請被拒絕，原因代碼：{reason:term}。',
    'The request to cancel order {order} of client {client} for {product} was refused; reason code: {reason:term}.',
  ),
  'orders.notice.order-expired.client': text(
    '您的{product}委托（{order}）已过期，过期前累计成交：{filled:money}。',
    '閣下的{product}指示（{order}）已逾期，逾期前累計成交：{filled:money}。',
    'Your order {order} for {product} has expired. Carried out before: {filled:money}.',
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
    '客户{client}的委托{order}（{product}）收到不符的事件“{event:term}”，未予处理：{reason:term}。',
    '客戶{client}的指示{order}（{product}）收到不符的事件「{event:term}」，未予處理：{reason:term}。',
    'Order {order} of client {client} for {product} received the event “{event:term}”, which does not fit and was not applied: {reason:term}.',
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
    '{product}已暂停赎回，也暂停申购，恢复后我们会通知您。',
    '{product}已暫停贖回，亦暫停認購，恢復後我們會通知閣下。',
    '{product} cannot be redeemed for now, and not be bought either. We will tell you when it can.',
  ),
  'orders.notice.product-redemption-suspended.staff': text(
    '{product}已暂停赎回和申购；涉及客户{client}，请核查在途委托。',
    '{product}已暫停贖回及認購；涉及客戶{client}，請核查在途指示。',
    '{product} can be neither redeemed nor bought for now; this concerns client {client}. Please look at the orders on their way.',
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
    '建议书{proposal}第{version}版等待您的决定，请在{validUntil}前（含当日）确认是否同意。',
    '建議書{proposal}第{version}版等待閣下決定，請於{validUntil}或之前確認是否同意。',
    'Version {version} of proposal {proposal} is waiting for your decision until the end of {validUntil}.',
  ),
  'orders.notice.consent-needed.staff': text(
    '客户{client}的建议书{proposal}第{version}版须在{validUntil}前（含当日）取得确认。',
    '客戶{client}的建議書{proposal}第{version}版須在{validUntil}或之前取得確認。',
    'Version {version} of proposal {proposal} of client {client} is waiting for consent until the end of {validUntil}.',
  ),
  'orders.notice.proposal-expired.client': text(
    '建议书{proposal}第{version}版的有效期至{validUntil}，现已过期；如有需要，我们会为您重新准备。',
    '建議書{proposal}第{version}版的有效期至{validUntil}，現已逾期；如有需要，我們會為閣下重新準備。',
    'Version {version} of proposal {proposal} was open for your consent until {validUntil} and has expired. We will prepare a new one if you would like us to.',
  ),
  'orders.notice.proposal-expired.staff': text(
    '客户{client}的建议书{proposal}第{version}版的有效期至{validUntil}，现已过期。',
    '客戶{client}的建議書{proposal}第{version}版的有效期至{validUntil}，現已逾期。',
    'Version {version} of proposal {proposal} of client {client} was open for consent until {validUntil} and has expired.',
  ),
});
