import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What the reasons of plans say, in three languages. */
export const planningMessages: Messages = Object.freeze({
  'orders.below-minimum': text(
    '{product}：金额{amount:number} {currency}低于起购金额{minimum:number} {currency}。',
    '{product}：金額{amount:number} {currency}低於最低認購額{minimum:number} {currency}。',
    '{product}: {amount:number} {currency} is below the minimum purchase of {minimum:number} {currency}.',
  ),
  'orders.limit-below-minimum': text(
    '{product}：每日限额{limit:number} {currency}低于可下单的最低金额{minimum:number} {currency}，{amount:number} {currency}无法下单。',
    '{product}：每日限額{limit:number} {currency}低於可落盤的最低金額{minimum:number} {currency}，{amount:number} {currency}未能落盤。',
    '{product}: the daily limit of {limit:number} {currency} is below the smallest order of {minimum:number} {currency}, so {amount:number} {currency} cannot be ordered.',
  ),
  'orders.beyond-most-days': text(
    '{product}：需分超过{days:number}个交易日下单，计划最多安排{days:number}个交易日，其余{amount:number} {currency}未下单。',
    '{product}：需分超過{days:number}個交易日落盤，計劃最多安排{days:number}個交易日，其餘{amount:number} {currency}未有落盤。',
    '{product}: this takes more than {days:number} dealing {days|day|days}, and no plan goes further, so {amount:number} {currency} are not ordered.',
  ),
  'orders.no-allowed-amount': text(
    '{product}：没有同时符合产品递增金额与下单单位的金额，{amount:number} {currency}无法下单。',
    '{product}：沒有同時符合產品遞增金額與落盤單位的金額，{amount:number} {currency}未能落盤。',
    '{product}: no amount fits both the steps of the product and those of the orders, so {amount:number} {currency} cannot be ordered.',
  ),
  'orders.no-exact-payment': text(
    '{product}：申购费分档，没有任何付款金额在扣除费用后恰好等于{units}份的价值，{amount:number} {currency}未下单。',
    '{product}：認購費分級，沒有任何付款金額在扣除費用後恰好等於{units}個單位的價值，{amount:number} {currency}未有落盤。',
    '{product}: because of the tiers of the entry fee, no payment leaves exactly what {units} {units|unit is|units are} worth, so {amount:number} {currency} are not ordered.',
  ),
  'orders.fee-takes-all': text(
    '{product}：费用{fee:number} {currency}将占去全部款项，未下单。',
    '{product}：費用{fee:number} {currency}將佔去全部款項，未有落盤。',
    '{product}: the fee of {fee:number} {currency} would take all of the money, so it is not ordered.',
  ),
  'orders.holding-unknown': text(
    '{product}有单一客户持有上限，而已持有的金额未知，因此未下单。',
    '{product}設有單一客戶持有上限，而已持有的金額未知，因此未有落盤。',
    '{product} has a most that one client may hold, and how much is held is not known, so it is not ordered.',
  ),
  'orders.price-missing': text(
    '{product}按整数份额（{step}份的整数倍）买卖，缺少价格，未下单。',
    '{product}按整數單位（{step}份的整數倍）買賣，欠缺價格，未有落盤。',
    '{product} is bought in multiples of {step} {step|unit|units}, and no price is given, so it is not ordered.',
  ),
  'orders.part-of-unit-step': text(
    '{product}：{units}份不足一个交易单位（{step}份），不作调整。',
    '{product}：{units}個單位不足一個買賣單位（{step}個單位），不作調整。',
    '{product}: {units} {units|unit is|units are} less than one step of {step} {step|unit|units} and {units|is left as it is|are left as they are}.',
  ),
  'orders.nothing-possible': text(
    '金额{amount:number} {currency}在任何产品中都无法下单，未生成委托。',
    '金額{amount:number} {currency}在任何產品中均未能落盤，並無產生任何指示。',
    'None of the products can take any of the {amount:number} {currency}. No order was made.',
  ),
  'orders.other-currency': text(
    '{product}以{own}计价，不能用{currency}下单。',
    '{product}以{own}計價，不能以{currency}落盤。',
    '{product} is dealt in {own} and cannot be ordered in {currency}.',
  ),
  'orders.not-dealing': text(
    '{product}没有可用的交易日，未能（全部）下单。',
    '{product}沒有可用的交易日，未能（全數）落盤。',
    '{product} has no dealing day on which it could be ordered, or ordered in full.',
  ),
  'orders.calendar-ends': text(
    '工作日历仅至{until}，此后的交易日无法确定。',
    '工作日曆僅至{until}，其後的交易日無法確定。',
    'The calendar ends on {until}; dealing days after it are not known.',
  ),
  'orders.too-late': text(
    '{product}最早可于{orderOn}下单，晚于最后期限{latest}。',
    '{product}最早可於{orderOn}落盤，遲於最後期限{latest}。',
    '{product} can be ordered on {orderOn} at the earliest, after the last day allowed, {latest}.',
  ),
  'orders.rate-missing': text(
    '缺少{currency}的汇率，无法换算。',
    '欠缺{currency}的匯率，無法換算。',
    'There is no exchange rate for {currency}.',
  ),
  'orders.money-short': text(
    '{product}：可用资金不足，未下单。',
    '{product}：可用資金不足，未有落盤。',
    '{product}: there is not enough money, so it is not ordered.',
  ),
  'orders.scaled-to-money': text(
    '{product}：可用资金少于所需，按比例下单。',
    '{product}：可用資金少於所需，按比例落盤。',
    '{product}: there is less money than all purchases need, so each is ordered in proportion.',
  ),
  'orders.rounding-taken-off': text(
    '{product}：赎回按整步向下取整，所得款项因此较少，差额由这笔申购承担，少下单一部分。',
    '{product}：贖回按整步向下取整，所得款項因此較少，差額由這筆認購承擔，少落盤一部分。',
    '{product}: sales are rounded down to whole steps and bring less, which is taken off this purchase, so less of it is ordered.',
  ),
  'orders.below-minimum-trade': text(
    '{product}：差额{amount:number} {currency}低于最低交易额{minimum:number} {currency}，不作调整。',
    '{product}：差額{amount:number} {currency}低於最低交易額{minimum:number} {currency}，不作調整。',
    '{product}: the difference of {amount:number} {currency} is below the smallest trade of {minimum:number} {currency} and is left alone.',
  ),
  'orders.redeems-all': text(
    '{product}：部分赎回后将低于最低持有额{minimum:number} {currency}，因此全部赎回。',
    '{product}：部分贖回後將低於最低持有額{minimum:number} {currency}，因此全數贖回。',
    '{product}: what would stay is below the minimum holding of {minimum:number} {currency}, so all of it is redeemed.',
  ),
  'orders.purchase-impossible': text(
    '{product}：原为买入{other}而赎回的部分不赎回，因为{other}无法（全部）下单。',
    '{product}：原為買入{other}而贖回的部分不贖回，因為{other}未能（全數）落盤。',
    '{product}: what would be redeemed to buy {other} is not, because {other} cannot be ordered, or not in full.',
  ),
  'orders.pro-rata-day': text(
    '{product}：{on}每笔赎回仅按{share:percent}的比例办理，其余部分的处理取决于合同，因此不计入该日，改在其后的交易日赎回。',
    '{product}：{on}每筆贖回僅按{share:percent}的比例辦理，其餘部分的處理取決於合約，因此不計入該日，改於其後的交易日贖回。',
    '{product}: on {on} only {share:percent} of each redemption is carried out, and the contract says what becomes of the rest. Nothing is redeemed on that day; a later one is used.',
  ),
  'orders.keep-short': text(
    '须保留的资金（或透支）尚缺{missing:number} {currency}，目前无法再赎回更多。',
    '須保留的資金（或透支）尚欠{missing:number} {currency}，目前無法再贖回更多。',
    'Of the money that is to be kept, or of an overdraft, {missing:number} {currency} are missing: no more can be redeemed now.',
  ),
  'orders.keeps-minimum-holding': text(
    '{product}：须保留最低持有额{minimum:number} {currency}，且目前不能全部赎回，因此少赎回一部分。',
    '{product}：須保留最低持有額{minimum:number} {currency}，且目前不能全數贖回，因此少贖回一部分。',
    '{product}: the minimum holding of {minimum:number} {currency} must stay, and not all of it can be redeemed now, so less is.',
  ),
});
