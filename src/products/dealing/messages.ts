import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Why a product cannot be dealt in at once, in three languages. */
export const dealingMessages: Messages = Object.freeze({
  'products.dealing.no-business-day': text(
    '{asOf}为非工作日，委托按{day}受理。',
    '{asOf}為非工作日，指示將於{day}處理。',
    '{asOf} is not a business day. The order counts for {day}.',
  ),
  'products.dealing.after-cut-off': text(
    '已过{asOf}的受理截止时间，委托按{day}受理。',
    '已過{asOf}的截止時間，指示將於{day}處理。',
    'The cut-off of {asOf} has passed. The order counts for {day}.',
  ),
  'products.dealing.market-closed': text(
    '{on}该产品投资的市场休市，委托按{day}受理。',
    '{on}該產品所投資的市場休市，指示將於{day}處理。',
    'The market of the product is closed on {on}. The order counts for {day}.',
  ),
  'products.dealing.liability': text(
    '这是您欠的款项，按合同偿还，不能买入或赎回。',
    '這是閣下所欠的款項，按合約償還，不能買入或贖回。',
    'This is money that you owe. It is repaid under its contract and neither bought nor redeemed.',
  ),
  'products.dealing.begins': text(
    '该产品于{on}成立：此前投入的资金在成立前不能取回，持有期限从成立日起计算。',
    '該產品於{on}成立：此前投入的資金於成立前不能取回，持有期由成立日起計算。',
    'The product begins on {on}. Money put in before cannot be had back until then, and holding periods count from that day.',
  ),
  'products.dealing.gate-shut': text(
    '{on}不接受赎回。',
    '{on}不接受贖回。',
    'No redemptions are accepted on {on}.',
  ),
  'products.dealing.gates-shut': text(
    '{from}至{to}不接受赎回。',
    '{from}至{to}不接受贖回。',
    'No redemptions are accepted from {from} to {to}, both included.',
  ),
  'products.dealing.gate': text(
    '{on}当天，每位客户最多可赎回{amount}。',
    '{on}當日，每位客戶最多可贖回{amount}。',
    'On {on} one client can redeem {amount} at most.',
  ),
  'products.dealing.gate-share': text(
    '{on}赎回申请集中，每笔按{share:percent}的比例办理，其余部分按合同约定处理。',
    '{on}贖回申請集中，每筆按{share:percent}的比例辦理，其餘部分按合約約定處理。',
    'On {on}, redemptions are cut: {share:percent} of each order is carried out, and the contract says what becomes of the rest.',
  ),
  'products.dealing.subscription-suspended': text(
    '该产品暂停申购，恢复日期未公布。',
    '該產品暫停認購，恢復日期尚未公布。',
    'Purchases are suspended. No day on which they reopen is known.',
  ),
  'products.dealing.subscription-suspended-until': text(
    '该产品暂停申购，{on}起恢复。',
    '該產品暫停認購，{on}起恢復。',
    'Purchases are suspended and reopen on {on}.',
  ),
  'products.dealing.no-way-out': text(
    '该产品暂停赎回，恢复日期未公布，在此期间不应申购。',
    '該產品暫停贖回，恢復日期尚未公布，期間不應認購。',
    'Redemptions are suspended and no day on which they reopen is known. The product should not be bought meanwhile.',
  ),
  'products.dealing.no-way-out-until': text(
    '该产品暂停赎回，在此期间不应申购，{on}起恢复。',
    '該產品暫停贖回，期間不應認購，{on}起恢復。',
    'Redemptions are suspended, so the product should not be bought. It reopens on {on}.',
  ),
  'products.dealing.not-offered': text(
    '该产品已停止销售。',
    '該產品已停止發售。',
    'The product is no longer offered.',
  ),
  'products.dealing.not-offered-until': text(
    '该产品目前停止销售，{on}起恢复。',
    '該產品目前停止發售，{on}起恢復。',
    'The product is not offered at present. It is offered again from {on}.',
  ),
  'products.dealing.redemption-suspended': text(
    '该产品暂停赎回，恢复日期未公布。',
    '該產品暫停贖回，恢復日期尚未公布。',
    'Redemptions are suspended. No day on which they reopen is known.',
  ),
  'products.dealing.redemption-suspended-until': text(
    '该产品暂停赎回，{on}起恢复。',
    '該產品暫停贖回，{on}起恢復。',
    'Redemptions are suspended and reopen on {on}.',
  ),
  'products.dealing.no-subscription': text(
    '该产品不接受申购。',
    '該產品不接受認購。',
    'The product takes no purchases.',
  ),
  'products.dealing.no-redemption': text(
    '该产品存续期内不能赎回。',
    '該產品於存續期內不能贖回。',
    'The product cannot be redeemed during its life.',
  ),
  'products.dealing.subscription-window': text(
    '仅在开放期内接受申购，对应开放期为{from}至{to}。',
    '只在開放期內接受認購，相應開放期為{from}至{to}。',
    'Purchases are taken in windows only. The window in question runs from {from} to {to}, both included.',
  ),
  'products.dealing.redemption-window': text(
    '仅在开放期内接受赎回，对应开放期为{from}至{to}。',
    '只在開放期內接受贖回，相應開放期為{from}至{to}。',
    'Redemptions are taken in windows only. The window in question runs from {from} to {to}, both included.',
  ),
  'products.dealing.subscription-windows-over': text(
    '申购期已全部结束。',
    '認購期已全部結束。',
    'The last window for purchases has ended.',
  ),
  'products.dealing.redemption-windows-over': text(
    '赎回开放期已全部结束。',
    '贖回開放期已全部結束。',
    'The last window for redemptions has ended.',
  ),
  'products.dealing.window-without-business-day': text(
    '{from}至{to}的开放期内没有工作日，无法办理。',
    '{from}至{to}的開放期內沒有工作日，未能辦理。',
    'The window from {from} to {to} has no business day and is missed.',
  ),
  'products.dealing.locked-until': text(
    '{boughtOn}买入的份额须持有满{days}天，{on}起可赎回。',
    '{boughtOn}買入的單位須持有滿{days}日，{on}起可贖回。',
    'What was bought on {boughtOn} must be held for {days} {days|day|days} and can be redeemed from {on}.',
  ),
  'products.dealing.not-booked-yet': text(
    '{boughtOn}买入的份额在{on}入账，在此之前不能申请赎回。',
    '{boughtOn}買入的單位在{on}入賬，在此之前不能申請贖回。',
    'What is bought on {boughtOn} is booked on {on} and cannot be ordered to be redeemed before.',
  ),
  'products.dealing.locked-until-one-day': text(
    '{boughtOn}买入的份额须持有满一天，{on}起可赎回。',
    '{boughtOn}買入的單位須持有滿一日，{on}起可贖回。',
    'What was bought on {boughtOn} must be held for one day and can be redeemed from {on}.',
  ),
  'products.dealing.locked-from-start': text(
    '{from}产品成立前买入的份额须自成立日起持有满{days}天，{on}起可赎回。',
    '{from}產品成立前買入的單位須自成立日起持有滿{days}日，{on}起可贖回。',
    'What was bought before the product began on {from} can be redeemed from {on} (holding period from the beginning, in days: {days}).',
  ),
  'products.dealing.term-from-start-ends': text(
    '{start}产品成立前买入的份额自成立日起每{days}天为一期，仅在期末可赎回：{from}至{to}，错过则自动进入下一期。',
    '{start}產品成立前買入的單位自成立日起以每{days}日為一期，只可於期末贖回：{from}至{to}，逾期則自動轉入下一期。',
    'What was bought before the product began on {start} runs in {days}-day terms from then on and can be redeemed only at the end of one: from {from} to {to}, both included. Missed, it rolls over.',
  ),
  'products.dealing.term-ends': text(
    '{boughtOn}买入的份额每{days}天为一期，仅在期末可赎回：{from}至{to}，错过则自动进入下一期。',
    '{boughtOn}買入的單位以每{days}日為一期，只可於期末贖回：{from}至{to}，逾期則自動轉入下一期。',
    'What was bought on {boughtOn} runs in {days}-day terms and can be redeemed only at the end of one: from {from} to {to}, both included. Missed, it rolls over.',
  ),
  'products.dealing.notice': text(
    '须提前{days}个工作日预约：{orderOn}提交，{dealsOn}成交。',
    '須提前{days}個工作日預約：{orderOn}提交，{dealsOn}成交。',
    'Notice period, in business days: {days}. Ordered on {orderOn}, dealt on {dealsOn}.',
  ),
  'products.dealing.matures': text(
    '该产品于{on}到期，款项预计{settlesOn}到账，无需办理赎回；在此之前不能取回。',
    '該產品於{on}到期，款項預計{settlesOn}到賬，毋須辦理贖回；在此之前不能取回。',
    'The product pays back at maturity on {on}, with the money expected on {settlesOn}. Nothing need be ordered, and it cannot be had earlier.',
  ),
  'products.dealing.matured': text(
    '该产品已于{on}到期兑付。',
    '該產品已於{on}到期兌付。',
    'The product matured on {on} and has been paid back.',
  ),
  'products.dealing.no-subscription-at-maturity': text(
    '该产品于{on}到期，在此之前没有可申购的日期。',
    '該產品於{on}到期，在此之前沒有可認購的日期。',
    'The product matures on {on}. There is no day before it on which it can be bought.',
  ),
  'products.dealing.beyond-calendar': text(
    '工作日历（{calendar}）仅到{until}，可办理日不早于{notBefore}，具体日期未知。',
    '工作日曆（{calendar}）只到{until}，可辦理日不早於{notBefore}，確實日期未知。',
    'The calendar {calendar} ends on {until}. It cannot be done before {notBefore}, and the day is not known.',
  ),
  'products.dealing.beyond-horizon': text(
    '{until}之前没有可办理日，最早不早于{notBefore}。',
    '{until}之前沒有可辦理日，最早不早於{notBefore}。',
    'No day up to {until} allows it. It cannot be done before {notBefore}.',
  ),
});
