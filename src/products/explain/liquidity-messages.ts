import { type Messages, localisedText as text } from '../../evidence/index.js';

/** When money can be had back and put in, and for whom a product is made, in words for clients. */
export const liquidityMessages: Messages = Object.freeze({
  'products.liquidity-status.open': text(
    '截至{asOf}，本产品运作正常，买入和取回按以下条款办理。',
    '截至{asOf}，本產品運作正常，買入及取回按以下條款辦理。',
    'As of {asOf} the product is open, under the terms below.',
  ),
  'products.liquidity-status.subscription-suspended': text(
    '截至{asOf}，本产品暂停买入，已持有的仍可取回。',
    '截至{asOf}，本產品暫停買入，已持有者仍可取回。',
    'As of {asOf} the product cannot be bought; what is held can be redeemed.',
  ),
  'products.liquidity-status.redemption-suspended': text(
    '截至{asOf}，本产品暂停取回：投入的资金目前无法取回。',
    '截至{asOf}，本產品暫停取回：投入的資金現時未能取回。',
    'As of {asOf} the product cannot be redeemed: money put in cannot be had back for now.',
  ),
  'products.liquidity-status.closed': text(
    '截至{asOf}，本产品已停止销售，已持有的按以下条款取回。',
    '截至{asOf}，本產品已停止發售，已持有者按以下條款取回。',
    'As of {asOf} the product is no longer offered; what is held is redeemed under the terms below.',
  ),
  'products.once-resumed': text(
    '恢复取回之后，按以下条款办理。',
    '恢復取回之後，按以下條款辦理。',
    'Once redemptions are resumed, these are the terms.',
  ),
  'products.matured': text(
    '本产品已于{on}到期，按约定兑付，不能再买入或取回。',
    '本產品已於{on}到期，按約定兌付，不能再買入或取回。',
    'The product matured on {on} and is paid back: it can be neither bought nor redeemed any more.',
  ),
  'products.locked-up': text(
    '每笔买入后锁定{days}天，其间不能取回。',
    '每筆買入後鎖定{days}日，其間不能取回。',
    'Each purchase is locked up for {days} {days|day|days}, during which it cannot be redeemed.',
  ),
  'products.locked-up-one-day': text(
    '每笔买入后锁定一天，其间不能取回。',
    '每筆買入後鎖定一日，其間不能取回。',
    'Each purchase is locked up for one day, during which it cannot be redeemed.',
  ),
  'products.rolling-term-last-day': text(
    '每笔买入以{days}天为一期，只能在每期最后一天取回；错过则自动进入下一期。',
    '每筆買入以{days}日為一期，只能於每期最後一日取回；錯過則自動進入下一期。',
    'Each purchase runs in {days}-day terms and can be redeemed only on the last day of a term; otherwise the next term begins.',
  ),
  'products.rolling-term': text(
    '每笔买入以{days}天为一期，只能在每期最后{windowDays}天内取回；错过则自动进入下一期。',
    '每筆買入以{days}日為一期，只能於每期最後{windowDays}日內取回；錯過則自動進入下一期。',
    'Each purchase runs in {days}-day terms and can be redeemed only in the last {windowDays} {windowDays|day|days} of a term; otherwise the next term begins.',
  ),
  'products.redeem-daily': text(
    '每个工作日都可以申请取回。',
    '每個營業日均可申請取回。',
    'It can be redeemed on every business day.',
  ),
  'products.redeem-daily-after-lock-up': text(
    '锁定期满后，每个工作日都可以申请取回。',
    '鎖定期滿後，每個營業日均可申請取回。',
    'After that it can be redeemed on every business day.',
  ),
  'products.redeem-never': text(
    '到期前不能提前取回。',
    '到期前不能提早取回。',
    'It cannot be redeemed before maturity.',
  ),
  'products.redeem-windows': text(
    '自{from}起，每{everyMonths}个月开放一次，每次{days}天，只在开放期内的工作日可以取回。',
    '自{from}起，每{everyMonths}個月開放一次，每次{days}日，只於開放期內的營業日可以取回。',
    'It can be redeemed only on business days of its {days}-day windows, the first from {from}, then one every {everyMonths} {everyMonths|month|months}.',
  ),
  'products.redeem-windows-days': text(
    '自{from}起，每{everyDays}天开放一次，每次{days}天，只在开放期内的工作日可以取回。',
    '自{from}起，每{everyDays}日開放一次，每次{days}日，只於開放期內的營業日可以取回。',
    'It can be redeemed only on business days of its {days}-day windows, the first from {from}, then one every {everyDays} {everyDays|day|days}.',
  ),
  'products.redeem-windows-monthly': text(
    '自{from}起每月开放一次，每次{days}天，只在开放期内的工作日可以取回。',
    '自{from}起每月開放一次，每次{days}日，只於開放期內的營業日可以取回。',
    'It can be redeemed only on business days of its monthly {days}-day windows, the first from {from}.',
  ),
  'products.redeem-period': text(
    '可于{from}至{last}的工作日取回。',
    '可於{from}至{last}的營業日取回。',
    'It can be redeemed on business days from {from} to {last}.',
  ),
  'products.redeem-no-window': text(
    '截至{asOf}，尚未公布此后可以取回的日期。',
    '截至{asOf}，尚未公布其後可以取回的日期。',
    'As of {asOf} no further days are known on which it can be redeemed.',
  ),
  'products.matures': text(
    '产品于{on}到期，到期后全部兑付。',
    '產品於{on}到期，到期後全數兌付。',
    'It matures on {on}; everything is paid out after that.',
  ),
  'products.redeem-notice-one-day': text(
    '须提前一个工作日申请取回。',
    '須提前一個營業日申請取回。',
    'A redemption has to be asked for one business day ahead.',
  ),
  'products.redeem-notice': text(
    '须提前{days}个工作日申请取回。',
    '須提前{days}個營業日申請取回。',
    'A redemption has to be asked for {days} business {days|day|days} ahead.',
  ),
  'products.cut-off': text(
    '每日{time}之后的申请，按下一个工作日处理。',
    '每日{time}之後的申請，按下一個營業日處理。',
    'What is ordered after {time} counts for the next business day.',
  ),
  'products.paid-same-day': text(
    '款项在成交当日到账。',
    '款項於成交當日到賬。',
    'The money arrives on the dealing day itself.',
  ),
  'products.paid-next-day': text(
    '款项在成交后第一个工作日到账。',
    '款項於成交後第一個營業日到賬。',
    'The money arrives one business day after the dealing day.',
  ),
  'products.paid-later': text(
    '款项在成交后第{days}个工作日到账。',
    '款項於成交後第{days}個營業日到賬。',
    'The money arrives {days} business {days|day|days} after the dealing day.',
  ),
  'products.redeem-limit': text(
    '每位客户每天最多可取回{amount}。',
    '每位客戶每日最多可取回{amount}。',
    'One client can redeem {amount} a day at most.',
  ),
  'products.redeem-gate': text(
    '{on}当天，每位客户最多可取回{amount}。',
    '{on}當日，每位客戶最多可取回{amount}。',
    'On {on} one client can redeem {amount} at most.',
  ),
  'products.redeem-gate-shut': text(
    '{on}当天不接受取回。',
    '{on}當日不接受取回。',
    'On {on} nothing can be redeemed.',
  ),
  'products.redeem-gate-share': text(
    '{on}当天，每笔取回申请只按{share:percent}的比例办理。',
    '{on}當日，每筆取回申請只按{share:percent}的比例辦理。',
    'On {on} only {share:percent} of each redemption is carried out.',
  ),
  'products.minimum-holding': text(
    '部分取回后，剩余金额不得低于{amount}，否则须全部取回。',
    '部分取回後，餘額不得低於{amount}，否則須全數取回。',
    'After a partial redemption at least {amount} has to stay; otherwise all of it is redeemed.',
  ),
  'products.buy-limit': text(
    '每位客户每天最多可买入{amount}。',
    '每位客戶每日最多可買入{amount}。',
    'One client can buy {amount} a day at most.',
  ),
  'products.begins': text(
    '产品于{on}成立：此前投入的资金在成立前不能取回，自成立日起才参与运作，持有期限也从成立日起计算。',
    '產品於{on}成立：此前投入的資金於成立前不能取回，由成立日起才參與運作，持有期亦由成立日起計算。',
    'The product begins on {on}. Money put in before cannot be had back until then, takes part in the product only from that day on, and holding periods count from it.',
  ),
  'products.closed-days': text(
    '产品投资的市场另有休市日，当日不办理买入和取回：{closedOn}。',
    '產品所投資的市場另有休市日，當日不辦理買入及取回：{closedOn}。',
    'It does not deal on these days, on which its own market is closed: {closedOn}.',
  ),
  'products.minimum-redemption': text(
    '每次取回不少于{amount}，全部取回除外。',
    '每次取回不少於{amount}，全數取回除外。',
    'The smallest redemption is {amount}, unless everything is redeemed.',
  ),
  'products.buy-never': text('目前不能买入。', '現時不能買入。', 'It cannot be bought.'),
  'products.buy-windows': text(
    '自{from}起，每{everyMonths}个月开放一次，每次{days}天，只在开放期内的工作日可以买入。',
    '自{from}起，每{everyMonths}個月開放一次，每次{days}日，只於開放期內的營業日可以買入。',
    'It can be bought only on business days of its {days}-day windows, the first from {from}, then one every {everyMonths} {everyMonths|month|months}.',
  ),
  'products.buy-windows-days': text(
    '自{from}起，每{everyDays}天开放一次，每次{days}天，只在开放期内的工作日可以买入。',
    '自{from}起，每{everyDays}日開放一次，每次{days}日，只於開放期內的營業日可以買入。',
    'It can be bought only on business days of its {days}-day windows, the first from {from}, then one every {everyDays} {everyDays|day|days}.',
  ),
  'products.buy-windows-monthly': text(
    '自{from}起每月开放一次，每次{days}天，只在开放期内的工作日可以买入。',
    '自{from}起每月開放一次，每次{days}日，只於開放期內的營業日可以買入。',
    'It can be bought only on business days of its monthly {days}-day windows, the first from {from}.',
  ),
  'products.buy-period': text(
    '可于{from}至{last}的工作日买入。',
    '可於{from}至{last}的營業日買入。',
    'It can be bought on business days from {from} to {last}.',
  ),
  'products.buy-no-window': text(
    '截至{asOf}，尚未公布此后可以买入的日期。',
    '截至{asOf}，尚未公布其後可以買入的日期。',
    'As of {asOf} no further days are known on which it can be bought.',
  ),
  'products.for-client-kinds': text(
    '面向{kinds:term}。',
    '面向{kinds:term}。',
    'It is made for {kinds:term}.',
  ),
  'products.for-knowledge': text(
    '投资知识与经验评分须不低于{minimum}分（满分100分）。',
    '投資知識及經驗評分須不低於{minimum}分（滿分100分）。',
    'It asks for a knowledge and experience score of at least {minimum} out of 100.',
  ),
  'products.for-objectives': text(
    '适合的投资目标：{objectives:term}。',
    '適合的投資目標：{objectives:term}。',
    'It serves these objectives: {objectives:term}.',
  ),
  'products.for-horizon': text(
    '建议至少持有{years:number}年。',
    '建議至少持有{years:number}年。',
    'It should be held for at least {years:number} {years|year|years}.',
  ),
  'products.for-horizon-one-year': text(
    '建议至少持有一年。',
    '建議至少持有一年。',
    'It should be held for at least a year.',
  ),
  'products.for-loss-capacity': text(
    '您须能承受投入资金{share:percent}的损失。',
    '閣下須能承受投入資金{share:percent}的損失。',
    'You have to be able to bear the loss of {share:percent} of the money put in.',
  ),
  'products.not-for': text(
    '不适合：{traits:term}。',
    '不適合：{traits:term}。',
    'It is not for {traits:term}.',
  ),
  'products.read-first': text(
    '购买前请阅读：{documents}。',
    '購買前請閱讀：{documents}。',
    'Before you buy, please read: {documents}.',
  ),
});
