import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Why a product is not open to a client, and what is to be done first, in three languages. */
export const screeningMessages: Messages = Object.freeze({
  'selection.risk-above-level': text(
    '该产品风险等级为{rating}（发行机构评为{issuerRisk}，销售机构评为{distributorRisk}，以较高者为准），高于您的风险承受能力等级{level}。',
    '此產品的風險評級為{rating}（發行機構評為{issuerRisk}，分銷機構評為{distributorRisk}，以較高者為準），高於閣下的風險級別{level}。',
    'The product is rated {rating}, above your risk level {level}. The issuer rates it {issuerRisk}, the distributor {distributorRisk}; the higher rating counts.',
  ),
  'selection.lock-up-too-long': text(
    '该产品封闭期为{days}天，超过您可接受的最长{maximum}天，期间资金无法取用。',
    '此產品的鎖定期為{days}日，超過閣下可接受的最長{maximum}日，其間資金不能提取。',
    'The {days}-day lock-up of this product is longer than suits you; the most you can accept, in days, is {maximum}.',
  ),
  'selection.subscription-suspended': text(
    '该产品目前暂停申购。',
    '此產品現正暫停認購。',
    'The product does not accept purchases at present.',
  ),
  'selection.redemption-suspended': text(
    '该产品目前暂停赎回，投入的资金可能无法按时取回。',
    '此產品現正暫停贖回，投入的資金或未能如期取回。',
    'The product does not allow redemptions at present, so money invested could not be had back.',
  ),
  'selection.closed': text(
    '该产品已停止销售。',
    '此產品已停止發售。',
    'The product is no longer offered.',
  ),
  'selection.below-minimum-purchase': text(
    '该产品起购金额为{minimum:money}，高于可投资金额{available:money}。',
    '此產品的最低認購額為{minimum:money}，高於可投資金額{available:money}。',
    'The smallest purchase is {minimum:money}, more than the {available:money} available.',
  ),
  'selection.daily-limit-below-minimum': text(
    '该产品每日最多可买入{daily:money}，低于单笔起购金额{minimum:money}，无法买入。',
    '此產品每日最多可買入{daily:money}，低於每筆最低認購額{minimum:money}，未能買入。',
    'At most {daily:money} of the product can be bought a day, less than its smallest purchase of {minimum:money}, so none can be.',
  ),
  'selection.hold-only': text(
    '您持有的“{name}”（{product}）可继续持有，但不可再追加买入。',
    '閣下持有的「{name}」（{product}）可繼續持有，但不可再增持。',
    'You may keep your holding of “{name}” ({product}), but it cannot be added to.',
  ),
  'selection.liability': text(
    '这是负债，不是可供购买的产品。',
    '這是負債，並非可供購買的產品。',
    'This is a liability, which nobody buys.',
  ),
  'selection.unsuitable': text(
    '规则{rule}（{pack}）不允许向您销售该产品。',
    '規則{rule}（{pack}）不容許向閣下銷售此產品。',
    'Rule {rule} ({pack}) does not allow the product to be sold to you.',
  ),
  'selection.unsuitable-as-a-whole': text(
    '各项规则合并适用时不允许向您销售该产品。',
    '各項規則一併適用時不容許向閣下銷售此產品。',
    'The rules taken together do not allow the product to be sold to you.',
  ),
  'selection.suitability-unknown': text(
    '是否适合您尚无法判断，缺少以下信息：{missing:term}。',
    '是否適合閣下尚未能判斷，欠缺以下資料：{missing:term}。',
    'Whether the product suits you cannot be said. What is not known: {missing:term}.',
  ),
  'selection.rule-undecided': text(
    '规则{rule}（{pack}）因信息不全而无法判断。',
    '規則{rule}（{pack}）因資料不全而未能判斷。',
    'Rule {rule} ({pack}) cannot be decided for want of facts.',
  ),
  'selection.suitability-duty': text(
    '购买前须先办理规则{rule}（{pack}）所要求的事项。',
    '購買前須先辦理規則{rule}（{pack}）所要求的事項。',
    'Before a purchase, what rule {rule} ({pack}) asks for must be done.',
  ),
  'selection.outside-target-market': text(
    '该产品不以您这类客户为目标客户。',
    '此產品並非以閣下這類客戶為目標客戶。',
    'The product is not made for clients like you.',
  ),
  'selection.target-market-unknown': text(
    '是否属于该产品的目标客户尚无法判断，缺少以下信息：{missing:term}。',
    '是否屬於此產品的目標客戶尚未能判斷，欠缺以下資料：{missing:term}。',
    'Whether the product is made for clients like you cannot be said. What is not known: {missing:term}.',
  ),
  'selection.no-way-out': text(
    '该产品没有可预见的赎回日，而您可接受的封闭期最长为{maximum}天。',
    '此產品沒有可預見的贖回日，而閣下可接受的鎖定期最長為{maximum}日。',
    'No day is known on which the product could be redeemed. The longest lock-up that you can accept, in days, is {maximum}.',
  ),
  'selection.money-not-back': text(
    '您在{needed}需要用款，而该产品没有可预见的回款日。',
    '閣下在{needed}需要用款，而此產品沒有可預見的回款日。',
    'You need the money on {needed}, and no day is known on which this product would pay it back.',
  ),
  'selection.money-back-too-late': text(
    '您在{needed}需要用款，而该产品的款项最早于{back}到账。',
    '閣下在{needed}需要用款，而此產品的款項最早於{back}到賬。',
    'You need the money on {needed}, but from this product it can be back on {back} at the earliest.',
  ),
  'selection.money-back-too-slowly': text(
    '您在{needed}需要用款，而该产品限制每日赎回，届时最多可取回{most:money}；按起购金额{minimum:money}计，全部款项最早于{back}到账。',
    '閣下在{needed}需要用款，而此產品限制每日贖回，屆時最多可取回{most:money}；按最低認購額{minimum:money}計，全部款項最早於{back}到賬。',
    'You need the money on {needed}. Redemptions of this product are limited by day: by then {most:money} can be back, and of the smallest purchase, {minimum:money}, all is back on {back}.',
  ),
  'selection.daily-limit-unmeasured': text(
    '您在{needed}需要用款，而该产品限制每日赎回；投资金额未知，无法判断届时能否全部取回。',
    '閣下在{needed}需要用款，而此產品限制每日贖回；投資金額未知，未能判斷屆時能否全數取回。',
    'You need the money on {needed}, and redemptions of this product are limited by day. Without an amount nobody can say whether all of it would be back.',
  ),
  'selection.not-open-today': text(
    '该产品今日不接受申购，下一次可委托的日期为{on}。',
    '此產品今日不接受認購，下一次可作指示的日期為{on}。',
    'The product takes no purchases today. The next order can be placed on {on}.',
  ),
  'selection.never-open': text(
    '该产品没有可申购的日期。',
    '此產品沒有可認購的日期。',
    'There is no day on which the product can be bought.',
  ),
  'selection.other-currency': text(
    '该产品以{currency}计价，而您以{wanted}投资。',
    '此產品以{currency}計價，而閣下以{wanted}投資。',
    'The product is in {currency}, and you invest in {wanted}.',
  ),
  'selection.rate-missing': text(
    '缺少{currency}兑{wanted}的汇率，无法判断起购金额是否足够。',
    '欠缺{currency}兌{wanted}的匯率，未能判斷最低認購額是否足夠。',
    'There is no rate from {currency} to {wanted}, so nobody can say whether the amount is enough.',
  ),
  'selection.documents-required': text(
    '购买前须先向您提供以下文件：{documents}。',
    '購買前須先向閣下提供以下文件：{documents}。',
    'Before a purchase you must have had these documents: {documents}.',
  ),
});
