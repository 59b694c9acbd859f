import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What the reasons of an order's life say, in three languages. */
export const lifeMessages: Messages = Object.freeze({
  'orders.already-submitted': text(
    '委托{order}已提交，不能再次提交。',
    '指示{order}已提交，不可再次提交。',
    'Order {order} has been submitted already and cannot be submitted again.',
  ),
  'orders.wrong-key': text(
    '提交凭证与委托{order}不符，未予提交。',
    '提交憑證與指示{order}不符，未予提交。',
    'The submission key does not belong to order {order}. It was not submitted.',
  ),
  'orders.check-not-passed': text(
    '交易前检查未通过（{status:term}），委托不能继续。',
    '交易前檢查未獲通過（{status:term}），指示未能繼續。',
    'The pre-trade checks were not passed ({status:term}), so the order cannot go on.',
  ),
  'orders.event-too-early': text(
    '委托{order}的状态为“{state:term}”，事件“{event:term}”尚未轮到；请待缺少的事件到达后再处理。',
    '指示{order}的狀態為「{state:term}」，事件「{event:term}」尚未輪到；請待欠缺的事件到達後再處理。',
    'Order {order} has the status “{state:term}”; the event “{event:term}” has come too early. Apply it again once the missing events have come.',
  ),
  'orders.event-too-late': text(
    '委托{order}的状态为“{state:term}”，不能再处理事件“{event:term}”。',
    '指示{order}的狀態為「{state:term}」，不能再處理事件「{event:term}」。',
    'Order {order} has the status “{state:term}” and can no longer take the event “{event:term}”.',
  ),
  'orders.nothing-to-settle': text(
    '委托{order}的状态为“{state:term}”，没有成交，无须交收。',
    '指示{order}的狀態為「{state:term}」，並無成交，毋須交收。',
    'Order {order} has the status “{state:term}” with nothing carried out, so there is nothing to settle.',
  ),
  'orders.event-conflict': text(
    '事件编号{event}重复出现且内容不同，未予处理。',
    '事件編號{event}重複出現而內容不同，未予處理。',
    'The event id {event} came twice with different content. The second was not applied.',
  ),
  'orders.overfilled': text(
    '委托{order}金额为{gross:number}，已成交{filled:number}，本次成交{fill:number}超出余额，未予入账。',
    '指示{order}金額為{gross:number}，已成交{filled:number}，是次成交{fill:number}超出餘額，未予入賬。',
    'Order {order} is for {gross:number} with {filled:number} filled; a fill of {fill:number} would exceed it and was not booked.',
  ),

  'orders.event-contradicts': text(
    '委托{order}的状态为“{state:term}”，与事件“{event:term}”相抵触；仅在先前的事件被撤销后才能处理。',
    '指示{order}的狀態為「{state:term}」，與事件「{event:term}」相抵觸；僅在先前的事件被撤銷後方可處理。',
    'Order {order} has the status “{state:term}”, which the event “{event:term}” contradicts. It can be applied only if an earlier event is taken back.',
  ),
  'orders.overfilled-units': text(
    '委托{order}为{units}份，已成交{filled}份，本次成交{fill}份超出余额，未予入账。',
    '指示{order}為{units}份，已成交{filled}份，是次成交{fill}份超出餘額，未予入賬。',
    'Order {order}, in units: {units} ordered, {filled} filled; a fill of {fill} would exceed it and was not booked.',
  ),
  'orders.fill-inconsistent': text(
    '委托{order}的成交数据不一致：{units}份、单价{price}与金额{amount:number} {currency}不符，未予入账。',
    '指示{order}的成交資料不一致：{units}份、單價{price}與金額{amount:number} {currency}不符，未予入賬。',
    'The fill of order {order} does not add up: units ({units}) times price ({price}) is not {amount:number} {currency}. It was not booked.',
  ),
  'orders.settlement-differs': text(
    '委托{order}的交收金额{amount:number} {currency}与成交金额{filled:number} {currency}不符，未予处理。',
    '指示{order}的交收金額{amount:number} {currency}與成交金額{filled:number} {currency}不符，未予處理。',
    'Order {order}: a settlement of {amount:number} {currency} does not match the {filled:number} {currency} filled and was not applied.',
  ),
  'orders.settled-too-early': text(
    '委托{order}的交收日{settledOn}早于成交日{tradedOn}，未予处理。',
    '指示{order}的交收日{settledOn}早於成交日{tradedOn}，未予處理。',
    'Order {order}: a settlement on {settledOn} comes before the trade of {tradedOn} and was not applied.',
  ),
  'orders.traded-too-early': text(
    '委托{order}的成交日{tradedOn}早于下单日{orderOn}，未予处理。',
    '指示{order}的成交日{tradedOn}早於落盤日{orderOn}，未予處理。',
    'Order {order}: a trade on {tradedOn} comes before the day of the order, {orderOn}, and was not applied.',
  ),
  'orders.cancel-pending': text(
    '委托{order}的撤单申请尚未答复，不能再次申请。',
    '指示{order}的取消申請尚未獲答覆，不可再次申請。',
    'A request to cancel order {order} has not been answered yet; a second one cannot be made.',
  ),
  'orders.wrong-reference': text(
    '委托{order}的事件“{event:term}”引用了{reference}，该事件不能被其引用。',
    '指示{order}的事件「{event:term}」引用了{reference}，該事件不可被其引用。',
    'In order {order} the event “{event:term}” refers to {reference}, which is nothing that it can refer to.',
  ),
  'orders.reference-closed': text(
    '委托{order}的事件“{event:term}”引用的{reference}此前已被撤销、更正或答复。',
    '指示{order}的事件「{event:term}」引用的{reference}先前已被撤銷、更正或答覆。',
    'In order {order} the event “{event:term}” refers to {reference}, which was reversed, corrected or answered before.',
  ),
  'orders.waits-for-proceeds': text(
    '委托{order}须待委托{other}交收后，以其所得款项支付；后者现处于“{state:term}”状态。',
    '指示{order}須待指示{other}交收後，以其所得款項支付；後者現處於「{state:term}」狀態。',
    'Order {order} is paid from the proceeds of order {other} and waits until that is settled; its status is “{state:term}”.',
  ),
  'orders.proceeds-unknown': text(
    '委托{other}的费用未知，因此无法确定其所得款项是否足以支付委托{order}。',
    '指示{other}的費用未知，因此未能確定其所得款項是否足以支付指示{order}。',
    'The fees of order {other} are not known, so nobody can say yet whether its proceeds are enough for order {order}.',
  ),
  'orders.cash-unknown': text(
    '委托{order}需要{needed:number} {currency}，赎回所得只有{proceeds:number} {currency}，其余由现有资金支付，但现有资金数额未知。',
    '指示{order}需要{needed:number} {currency}，贖回所得只有{proceeds:number} {currency}，其餘由現有資金支付，但現有資金數額未知。',
    'Order {order} needs {needed:number} {currency}. The sales have brought {proceeds:number} {currency} of it; whether there is money for the rest is not known.',
  ),
  'orders.money-not-there': text(
    '可用资金{available:number} {currency}不足以支付委托{order}所需的{needed:number} {currency}。',
    '可用資金{available:number} {currency}不足以支付指示{order}所需的{needed:number} {currency}。',
    'The {available:number} {currency} available are not enough for order {order}, which needs {needed:number} {currency}.',
  ),
  'orders.proceeds-short': text(
    '所得款项{proceeds:number} {currency}不足以支付委托{order}所需的{needed:number} {currency}。',
    '所得款項{proceeds:number} {currency}不足以支付指示{order}所需的{needed:number} {currency}。',
    'The proceeds of {proceeds:number} {currency} are not enough for order {order}, which needs {needed:number} {currency}.',
  ),
});
