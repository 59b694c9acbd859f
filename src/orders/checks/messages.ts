import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What the reasons of the pre-trade checks say, in three languages; those of a pack's rules stand in the pack. */
export const checkMessages: Messages = Object.freeze({
  'orders.account-frozen': text(
    '账户已被冻结，不能办理任何交易。',
    '帳戶已被凍結，不能辦理任何交易。',
    'The account is frozen; nothing can be ordered.',
  ),
  'orders.account-closed': text(
    '账户已销户，不能办理任何交易。',
    '帳戶已結清，不能辦理任何交易。',
    'The account is closed; nothing can be ordered.',
  ),
  'orders.account-no-purchases': text(
    '该账户目前只能赎回，不能申购。',
    '該帳戶目前只可贖回，不能認購。',
    'The account is open for redemptions only, not for purchases.',
  ),
  'orders.no-packs': text(
    '没有可据以判断适当性的规则，委托{order}不能办理。',
    '沒有可據以判斷適當性的規則，指示{order}未能辦理。',
    'No rules were given under which order {order} could be judged suitable, so it cannot be placed.',
  ),
  'orders.no-law': text(
    '所给规则中没有当日生效且可据以判断委托{order}适当性的法规，不能办理。',
    '所給規則中沒有當日生效且可據以判斷指示{order}適當性的法規，未能辦理。',
    'Among the rules given no law is in force on this day under which order {order} could be judged suitable, so it cannot be placed.',
  ),
  'orders.not-determined': text(
    '尚不能判断是否可以办理。涉及的规则：{rules}；尚不知道：{missing:term}。',
    '尚未能判斷是否可以辦理。涉及的規則：{rules}；尚不知道：{missing:term}。',
    'It cannot be decided yet whether this is allowed. Rules concerned: {rules}. Not known: {missing:term}.',
  ),
  'orders.override-outdated': text(
    '规则{rule}于{on}的例外批准不适用于今日的判断，须重新批准。',
    '規則{rule}於{on}的例外批准不適用於今日的判斷，須重新批准。',
    'Rule {rule} was set aside on {on}; today’s decision needs a new approval.',
  ),
  'orders.assessment-of-other-day': text(
    '委托{order}所附的适当性判断是{on}作出的，不适用于{asOf}。',
    '指示{order}所附的適當性判斷是{on}作出的，不適用於{asOf}。',
    'The assessment given with order {order} is of {on} and does not count on {asOf}.',
  ),
  'orders.assessment-of-other-order': text(
    '委托{order}所附的适当性判断与该委托不符（{fact:term}）。',
    '指示{order}所附的適當性判斷與該指示不符（{fact:term}）。',
    'The assessment given with order {order} is not of this order: {fact:term} differs.',
  ),
  'orders.reduces-risk': text(
    '由{from}转换至{product}会降低风险，因此不受风险等级及评估有效期的限制。',
    '由{from}轉換至{product}可降低風險，因此不受風險級別及評估有效期所限。',
    'Switching from {from} to {product} lowers the risk, so neither the risk level nor the age of the assessment stands in its way.',
  ),
  'orders.holding-kept': text(
    '您已持有的{product}可以继续持有或赎回，但不能追加。',
    '閣下已持有的{product}可繼續持有或贖回，但不可加購。',
    'You may keep or redeem the {product} you hold, but not add to it.',
  ),
  'orders.liability': text(
    '{product}是负债，不能申购或赎回；还款不属于委托。',
    '{product}屬於負債，不能認購或贖回；還款不屬於指示。',
    '{product} is money owed. It can be neither bought nor redeemed; repaying it is no order.',
  ),
  'orders.no-subscription': text(
    '{product}目前不接受申购。',
    '{product}目前不接受認購。',
    '{product} does not accept purchases at present.',
  ),
  'orders.no-redemption': text(
    '{product}目前暂停赎回。',
    '{product}目前暫停贖回。',
    '{product} does not accept redemptions at present.',
  ),
  'orders.calendar-missing': text(
    '没有工作日历，无法确定{product}的交易日，不能下单。',
    '沒有工作日曆，無法確定{product}的交易日，未能落盤。',
    'Without a calendar the dealing days of {product} are not known, so it cannot be ordered.',
  ),
  'orders.no-dealing-day': text(
    '{product}没有可下单的交易日。',
    '{product}沒有可落盤的交易日。',
    '{product} has no dealing day for which it could be ordered.',
  ),
  'orders.not-today': text(
    '{product}目前不能下单，最早可于{orderOn}下单。',
    '{product}目前未能落盤，最早可於{orderOn}落盤。',
    '{product} cannot be ordered on this day; the next day on which it can is {orderOn}.',
  ),
  'orders.locked-beyond-need': text(
    '{product}最早可于{availableFrom}取回资金，晚于您的用款日{neededOn}，不能办理申购。',
    '{product}最早可於{availableFrom}取回資金，遲於閣下的用款日{neededOn}，未能辦理認購。',
    'Money in {product} is available again from {availableFrom}, later than the {neededOn} on which you need it. We cannot accept the purchase.',
  ),
  'orders.never-back': text(
    '无法确定{product}的资金何时可取回，而您的用款日为{neededOn}，不能办理申购。',
    '無法確定{product}的資金何時可取回，而閣下的用款日為{neededOn}，未能辦理認購。',
    'It is not known when money in {product} is available again, and you need it on {neededOn}. We cannot accept the purchase.',
  ),
  'orders.off-step': text(
    '{product}：金额{amount:number} {currency}不符合递增金额{step:number} {currency}的要求。',
    '{product}：金額{amount:number} {currency}不符合遞增金額{step:number} {currency}的要求。',
    '{product}: {amount:number} {currency} is not the minimum plus whole steps of {step:number} {currency}.',
  ),
  'orders.off-lot': text(
    '{product}：{units}份不是{step}份的整数倍。',
    '{product}：{units}份不是{step}份的整數倍。',
    '{product}: the number of units, {units}, is not a multiple of {step}.',
  ),
  'orders.above-maximum-holding': text(
    '{product}：申购后将持有{after:number} {currency}，超过单一客户上限{most:number} {currency}。',
    '{product}：認購後將持有{after:number} {currency}，超過單一客戶上限{most:number} {currency}。',
    '{product}: after the purchase {after:number} {currency} would be held, more than the {most:number} {currency} allowed to one client.',
  ),
  'orders.above-daily-limit': text(
    '{product}：连同本笔当日共{sum:number} {currency}，超过单日上限{limit:number} {currency}。',
    '{product}：連同此項當日共{sum:number} {currency}，超過單日上限{limit:number} {currency}。',
    '{product}: with this order the day would come to {sum:number} {currency}, more than the daily limit of {limit:number} {currency}.',
  ),
  'orders.daily-limit-open': text(
    '{product}设有单日上限{limit:number} {currency}，而当日已有的委托未能全部知悉，暂不能下单。',
    '{product}設有單日上限{limit:number} {currency}，而當日已有的指示未能全部知悉，暫未能落盤。',
    '{product} has a daily limit of {limit:number} {currency}, and not all orders of the day are known, so it cannot be ordered yet.',
  ),
  'orders.time-assumed': text(
    '下单时间未知，按{product}的截止时间{time}之前处理；若晚于该时间，将顺延至下一交易日。',
    '落盤時間未知，按{product}的截止時間{time}之前處理；若遲於該時間，將順延至下一交易日。',
    'The time of the order is not known; it is taken to come before {time}, the cut-off of {product}. Later it would be of the next dealing day.',
  ),
  'orders.below-minimum-holding': text(
    '{product}：赎回后将剩余{left:number} {currency}，低于最低持有额{minimum:number} {currency}；请减少赎回或全部赎回。',
    '{product}：贖回後將剩餘{left:number} {currency}，低於最低持有額{minimum:number} {currency}；請減少贖回或全數贖回。',
    '{product}: {left:number} {currency} would stay, less than the minimum holding of {minimum:number} {currency}. Please redeem less, or all of it.',
  ),
  'orders.fee-differs': text(
    '{product}：委托载明费用{stated:number} {currency}，而按产品文件应收{charged:number} {currency}，请客户确认所适用的费用。',
    '{product}：指示載明費用{stated:number} {currency}，而按產品文件應收{charged:number} {currency}，請客戶確認所適用的費用。',
    '{product}: the order states a fee of {stated:number} {currency}, while the product file charges {charged:number} {currency}. Please have the client confirm the fee that applies.',
  ),
  'orders.arrives-below-minimum': text(
    '{from}转换至{product}：转出{amount:number} {currency}，扣除赎回费后到账{arrives:number} {currency}，低于最低购买金额{minimum:number} {currency}。',
    '{from}轉換至{product}：轉出{amount:number} {currency}，扣除贖回費後為{arrives:number} {currency}，低於最低認購額{minimum:number} {currency}。',
    'From {from} to {product}: of {amount:number} {currency} that leaves, {arrives:number} {currency} arrives after the exit fee, which is below the minimum purchase of {minimum:number} {currency}.',
  ),
  'orders.below-minimum-redemption': text(
    '{product}：赎回金额{amount:number} {currency}低于最低赎回金额{minimum:number} {currency}；请增加赎回或全部赎回。',
    '{product}：贖回金額{amount:number} {currency}低於最低贖回金額{minimum:number} {currency}；請增加贖回或全數贖回。',
    '{product}: {amount:number} {currency} is below the minimum redemption of {minimum:number} {currency}. Please redeem more, or all of it.',
  ),
  'orders.lots-locked': text(
    '{product}：目前只能赎回{free:number} {currency}，少于拟赎回的{amount:number} {currency}。',
    '{product}：目前只可贖回{free:number} {currency}，少於擬贖回的{amount:number} {currency}。',
    '{product}: only {free:number} {currency} can be redeemed on this day, less than the {amount:number} {currency} ordered.',
  ),
  'orders.insufficient-funds': text(
    '可用资金{available:number} {currency}不足以支付{amount:number} {currency}。',
    '可用資金{available:number} {currency}不足以支付{amount:number} {currency}。',
    'The money available, {available:number} {currency}, does not cover {amount:number} {currency}.',
  ),
  'orders.insufficient-holding': text(
    '{product}的持有金额{held:number} {currency}少于拟赎回的{amount:number} {currency}。',
    '{product}的持有金額{held:number} {currency}少於擬贖回的{amount:number} {currency}。',
    'The holding in {product}, {held:number} {currency}, is smaller than the {amount:number} {currency} to be redeemed.',
  ),
  'orders.money-needed': text(
    '{on}须用款{needed:number} {neededIn}，委托完成后届时只有{available:number} {currency}可用，不能办理。',
    '{on}須用款{needed:number} {neededIn}，指示完成後屆時只有{available:number} {currency}可用，未能辦理。',
    'On {on} {needed:number} {neededIn} are needed; after this order only {available:number} {currency} would be within reach by then. It cannot be placed.',
  ),
  'orders.already-placed': text(
    '该委托此前已提交（{other}），不会重复办理。',
    '此指示先前已提交（{other}），不會重複辦理。',
    'This order has already been placed ({other}) and is not placed again.',
  ),
  'orders.looks-like-duplicate': text(
    '您有一笔产品与金额相同的委托（{other}）尚未完成，请确认是否需要再次办理。',
    '閣下有一項產品及金額相同的指示（{other}）尚未完成，請確認是否需要再次辦理。',
    'An order for the same product and amount ({other}) is still open. Please confirm that you want a second one.',
  ),
  'orders.repeated-within': text(
    '{minutes}分钟前已有一笔产品与金额相同的委托，请确认是否需要再次办理。',
    '{minutes}分鐘前已有一項產品及金額相同的指示，請確認是否需要再次辦理。',
    'An order for the same product and amount was placed {minutes} min ago. Please confirm that you want a second one.',
  ),
  'orders.repeated-perhaps': text(
    '{on}已有一笔产品与金额相同的委托，距今多久未知，请确认是否需要再次办理。',
    '{on}已有一項產品及金額相同的指示，距今多久未知，請確認是否需要再次辦理。',
    'An order for the same product and amount was placed on {on}, and it is not known how long ago. Please confirm that you want a second one.',
  ),
  'orders.history-unknown': text(
    '以往委托未能全部知悉，请再次确认委托{order}的金额。',
    '過往指示未能全部知悉，請再次確認指示{order}的金額。',
    'Not all past orders are known. Please confirm the amount of order {order} once more.',
  ),
  'orders.unusual-size': text(
    '金额{amount:number} {currency}超过以往委托中位数{median:number}的{multiple}倍，请再次确认。',
    '金額{amount:number} {currency}超過過往指示中位數{median:number}的{multiple}倍，請再次確認。',
    'The amount of {amount:number} {currency} is more than {multiple} {multiple|time|times} the median of past orders, {median:number}. Please confirm it.',
  ),
  'orders.outlying-size': text(
    '金额{amount:number} {currency}明显高于以往委托（稳健标准分{score}，中位数{median:number}），请再次确认。',
    '金額{amount:number} {currency}明顯高於過往指示（穩健標準分{score}，中位數{median:number}），請再次確認。',
    'The amount of {amount:number} {currency} lies far above past orders (robust score {score}, median {median:number}). Please confirm it.',
  ),
  'orders.size-above-all': text(
    '以往委托金额均为{median:number} {currency}，本次为{amount:number} {currency}，请再次确认。',
    '過往指示金額均為{median:number} {currency}，今次為{amount:number} {currency}，請再次確認。',
    'All past orders were of {median:number} {currency}, and this one is of {amount:number} {currency}. Please confirm it.',
  ),
  'orders.price-unknown': text(
    '{product}的最新价格未知，请再次确认委托{order}。',
    '{product}的最新價格未知，請再次確認指示{order}。',
    'The last price of {product} is not known. Please confirm order {order} once more.',
  ),
  'orders.unusual-price': text(
    '{product}：委托价格{price:number}与最新价格{last:number}相差{deviation:percent}，请再次确认。',
    '{product}：指示價格{price:number}與最新價格{last:number}相差{deviation:percent}，請再次確認。',
    '{product}: the price of {price:number} differs by {deviation:percent} from the last one, {last:number}. Please confirm it.',
  ),
  'orders.document-missing': text(
    '请先向客户提供{product}的文件{document}。',
    '請先向客戶提供{product}的文件{document}。',
    'Please give the client the document {document} of {product} first.',
  ),
  'orders.recording-missing': text(
    '缺少规定的留痕（{demand}：{kind:term}）。涉及：{owners}。',
    '欠缺規定的記錄（{demand}：{kind:term}）。涉及：{owners}。',
    'Evidence that is demanded is not on file ({demand}: {kind:term}). Concerned: {owners}.',
  ),
  'orders.consent-missing': text(
    '请先阅读并确认本次建议书，再提交委托。',
    '請先閱讀並確認是次建議書，再提交指示。',
    'Please read and confirm the proposal before the order is placed.',
  ),
  'orders.consent-outdated': text(
    '建议书内容在您确认后有变更，需要您重新确认。',
    '建議書內容於閣下確認後有所更改，需要閣下重新確認。',
    'The proposal has changed since you confirmed it. We need your consent to the new one.',
  ),
  'orders.consent-not-compared': text(
    '委托{order}缺少费用、净额、日序或资金账户，无法与客户已同意的内容核对。',
    '指示{order}欠缺費用、淨額、日序或資金帳戶，無法與客戶已同意的內容核對。',
    'Order {order} lacks its fee, net amount, day or funding, so it cannot be compared with what was agreed.',
  ),
  'orders.consent-not-bound': text(
    '客户的同意只注明建议书，未注明其中各项委托，委托{order}无法与客户已同意的内容核对。',
    '客戶的同意只註明建議書，並無註明其中各項指示，指示{order}無法與客戶已同意的內容核對。',
    'The consent says to which proposal, not to which orders, so order {order} cannot be compared with what was agreed.',
  ),
  'orders.consent-without-hash': text(
    '委托{order}未注明所属建议书，客户对建议书的同意不适用于该委托。',
    '指示{order}未註明所屬建議書，客戶對建議書的同意不適用於該指示。',
    'Order {order} does not say to which proposal it belongs, so the consent to a proposal does not cover it.',
  ),
  'orders.owner-has-not-agreed': text(
    '账户共有人{owner}尚未同意委托{order}。',
    '帳戶共有人{owner}尚未同意指示{order}。',
    'The owner {owner} has not agreed to order {order}.',
  ),
  'orders.sale-blocked': text(
    '委托{order}所依赖的赎回{other}不能办理。',
    '指示{order}所依賴的贖回{other}未能辦理。',
    'Order {order} is to be paid by the sale {other}, which cannot be placed.',
  ),
});
