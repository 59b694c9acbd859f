import type { Messages } from 'aptfolio/evidence';
import { text } from './text.js';

/** The awkward cases: what each is about, and what came of it. */
export const caseTexts: Messages = {
  'case.A1': text(
    'A C3 client insists on a product of effective rating R4',
    'C3客户坚持购买实际风险等级R4的产品',
    'C3客戶堅持購買實際風險評級R4的產品',
  ),
  'case.A1.outcome': text(
    'As a bank wealth product: {bank}. As a fund: {fund}; after a special warning in writing: {warned}. For the lowest category, under either law: {lowest}. Suitable instead, the nearest first: {instead}.',
    '作为银行理财产品：{bank}。作为基金：{fund}；经特别书面警示后：{warned}。最低类别客户，两种情形均：{lowest}。可替代产品（由近及远）：{instead}。',
    '作為銀行理財產品：{bank}。作為基金：{fund}；經特別書面警示後：{warned}。最低類別客戶，兩種情形均：{lowest}。可代替產品（由近及遠）：{instead}。',
  ),
  'case.A1.kept': text(
    'What shows the warning and the care is kept through {until}.',
    '警示及特别注意义务的凭证须保存至{until}。',
    '警示及特別注意義務的憑證須保存至{until}。',
  ),
  'case.A1.checks': text(
    'The check before each order, which asks the packs again, says the same. As a bank wealth product: {bank}. As a fund, before the warning: {fund}. For the lowest category: {lowest}.',
    '交易前检查再次询问规则包，结论相同。作为银行理财产品：{bank}。作为基金（警示之前）：{fund}。最低类别客户：{lowest}。',
    '交易前檢查再次詢問規則包，結論相同。作為銀行理財產品：{bank}。作為基金（警示之前）：{fund}。最低類別客戶：{lowest}。',
  ),
  'case.A2': text(
    'The assessment is more than twelve months old',
    '风险测评已超过十二个月',
    '風險評估已逾十二個月',
  ),
  'case.A2.outcome': text(
    'Purchase: {purchase}. Redemption: {redemption}. Switch to lower risk: {lower}. An assessment of 2024-02-29 counts through {leap}.',
    '申购：{purchase}。赎回：{redemption}。转入较低风险产品：{lower}。2024-02-29的测评有效期至{leap}。',
    '認購：{purchase}。贖回：{redemption}。轉入較低風險產品：{lower}。2024-02-29的評估有效期至{leap}。',
  ),
  'case.A2.checks': text(
    'The check before each order asks the packs again. Purchase: {bought}. Switch to lower risk: {changed}. The securities regulator’s order, as far as its text was at hand, lets no assessment expire.',
    '交易前检查再次询问规则包。申购：{bought}。转入较低风险产品：{changed}。证券监管机构的办法，就已取得的条文而言，未规定测评失效期限。',
    '交易前檢查再次詢問規則包。認購：{bought}。轉入較低風險產品：{changed}。證券監管機構的辦法，就已取得的條文而言，未規定評估失效期限。',
  ),
  'case.A3': text('A mandatory answer is missing', '缺少必答题', '欠缺必答題'),
  'case.A3.outcome': text(
    'No level ({status}). With the most cautious option taken for {imputed} the level is {level}, marked as imputed; here that costs 15 points of tolerance and no level.',
    '不予评级（{status}）。若对{imputed}按最审慎选项推定，等级为{level}，并标明为推定；此处承受意愿减少15分，等级未变。',
    '不予評定級別（{status}）。若對{imputed}按最審慎選項推定，級別為{level}，並註明為推定；此處承受意願減少15分，級別不變。',
  ),
  'case.A4': text('67 years old, bold answers', '67岁，作答激进', '67歲，作答進取'),
  'case.A4.outcome': text(
    'Aged {age}: tolerance alone would say {tolerance}, capacity {capacity} caps it. Level {level}.',
    '{age}岁：承受意愿为{tolerance}，以承担能力{capacity}为上限，等级为{level}。',
    '{age}歲：承受意願為{tolerance}，以承擔能力{capacity}為上限，級別為{level}。',
  ),
  'case.A5': text('62 % in one stock', '62%集中于一只股票', '62%集中於一隻股票'),
  'case.A5.outcome': text(
    'Concentration {share:percent}; {amount:money} would have to be sold. At once, or in {sales} sales.',
    '集中度{share:percent}，需卖出{amount:money}：一次卖出，或分{sales}次卖出。',
    '集中度{share:percent}，須賣出{amount:money}：一次賣出，或分{sales}次賣出。',
  ),
  'case.A5.sale': text(
    'Order on {orderOn}: sell {amount:money}. {share:percent} of the assets are then left in the stock; the money is there on {settlesOn}.',
    '{orderOn}下单：卖出{amount:money}。其后该股票占资产{share:percent}；资金{settlesOn}到账。',
    '{orderOn}落盤：賣出{amount:money}。其後該股票佔資產{share:percent}；資金{settlesOn}到賬。',
  ),
  'case.A6': text(
    'Money needed in 60 days; a closed product of 180 days wanted, another held',
    '60天内用款；拟购180天封闭产品，另持有一只封闭产品',
    '60日內用款；擬購180日封閉產品，另持有一項封閉產品',
  ),
  'case.A6.outcome': text(
    'The new lock-up is blocked. {held}, which is held, is closed until {until} and keeps {reached:percent} of the account till then; the rest is solved around it with {trades} trades.',
    '不得新购封闭产品。已持有的{held}封闭至{until}，在此之前占账户的{reached:percent}；其余以{trades}笔交易调整。',
    '不得新購封閉產品。已持有的{held}封閉至{until}，在此之前佔賬戶的{reached:percent}；其餘以{trades}項交易調整。',
  ),
  'case.A6.buy': text(
    'Buy {product} for {amount:money}: order on {orderOn}, booked on {settlesOn}.',
    '买入{product}，{amount:money}：{orderOn}下单，{settlesOn}确认份额。',
    '買入{product}，{amount:money}：{orderOn}落盤，{settlesOn}確認單位。',
  ),
  'case.A6.sell': text(
    'Sell {product} for {amount:money}: order on {orderOn}, money on {settlesOn}.',
    '卖出{product}，{amount:money}：{orderOn}下单，{settlesOn}资金到账。',
    '賣出{product}，{amount:money}：{orderOn}落盤，{settlesOn}資金到賬。',
  ),
  'case.A7': text(
    'Holdings in CNY, USD, HKD, and JPY without a rate',
    '持有人民币、美元、港元，另有缺少汇率的日元',
    '持有人民幣、美元、港元，另有欠缺匯率的日圓',
  ),
  'case.A7.outcome': text(
    'The total is withheld ({status}); missing: {missing}. It is never taken for 0.',
    '不给出合计（{status}）；缺少汇率的币种：{missing}。绝不按0计算。',
    '不給出總額（{status}）；欠缺匯率的貨幣：{missing}。絕不當作0計算。',
  ),
  'case.A8': text('An account of CNY 1,000', '仅有1,000元的账户', '只有1,000元的賬戶'),
  'case.A8.outcome': text(
    'Minimum purchases make the target impossible. Solved again: {products}, tracking error {trackingError:percent2}, {placed:money} placed exactly.',
    '起购金额使目标无法实现。重新求解：{products}，跟踪误差{trackingError:percent2}，足额投出{placed:money}。',
    '最低認購額令目標無法達成。重新求解：{products}，追蹤誤差{trackingError:percent2}，足額投出{placed:money}。',
  ),
  'case.A9': text('An account of CNY 50 million', '5,000万元的账户', '5,000萬元的賬戶'),
  'case.A9.outcome': text(
    'With at most 30 % in one product: {products} products, the largest {largest:percent}. A daily limit slices one of them over {days} days. {excess:money} lie beyond the deposit guarantee. Split by weights, the parts sum to {sum:money}.',
    '单一产品上限30%：共{products}只产品，最大占{largest:percent}。受每日限额影响，其中一只分{days}天下单。超出存款保险{excess:money}。按权重拆分后合计{sum:money}。',
    '單一產品上限30%：共{products}項產品，最大佔{largest:percent}。受每日限額影響，其中一項分{days}日落盤。超出存款保障{excess:money}。按比重拆分後合計{sum:money}。',
  ),
  'case.A9.slice': text(
    'Order on {orderOn}: {product}, {amount:money}; booked on {settlesOn}.',
    '{orderOn}下单：{product}，{amount:money}；{settlesOn}确认份额。',
    '{orderOn}落盤：{product}，{amount:money}；{settlesOn}確認單位。',
  ),
  'case.A10': text(
    'A product is suspended while its order is on the way',
    '委托在途时产品暂停申购',
    '指示處理期間產品暫停認購',
  ),
  'case.A10.outcome': text(
    'The order is {state}. With a substitute the proposal’s hash changes ({changed}); the old consent counts for: {consent}.',
    '委托状态：{state}。替换产品后建议书哈希值是否改变：{changed}；原同意所对应的是：{consent}。',
    '指示狀態：{state}。替換產品後建議書雜湊值是否改變：{changed}；原同意所對應的是：{consent}。',
  ),
  'case.A11': text(
    'A switch that costs more than it gains',
    '转换成本高于收益',
    '轉換成本高於得益',
  ),
  'case.A11.outcome': text(
    'It costs {cost:money} and breaks even after {years:number} years. Held for three years: {three}. Held for six: {six}. After another {days} days it would cost {laterCost:money} and break even after {later:number} years.',
    '费用{cost:money}，{years:number}年后回本。持有三年：{three}。持有六年：{six}。若{days}天后再转换，费用为{laterCost:money}，{later:number}年后回本。',
    '費用{cost:money}，{years:number}年後回本。持有三年：{three}。持有六年：{six}。若{days}日後再轉換，費用為{laterCost:money}，{later:number}年後回本。',
  ),
  'case.A12': text(
    'A fund that is held is re-rated above the client’s level',
    '所持基金的风险等级被上调至高于客户等级',
    '所持基金的風險評級獲調升至高於客戶級別',
  ),
  'case.A12.outcome': text(
    'Kept: {kept}. Adding to it: {addition}. Notices to the client: {notices}.',
    '继续持有：{kept}。追加申购：{addition}。待发送客户的通知：{notices}份。',
    '繼續持有：{kept}。追加認購：{addition}。待發送客戶的通知：{notices}份。',
  ),
  'case.A13': text(
    '“No loss” is stated, and 70 % are held in shares',
    '声明不接受亏损，却持有70%股票',
    '聲明不接受虧損，卻持有70%股票',
  ),
  'case.A13.outcome': text(
    'Confidence goes from {before} to {after}; the level stays {level} (before: {levelBefore}).',
    '可信度由{before}降为{after}；等级仍为{level}（之前为{levelBefore}）。',
    '可信度由{before}降為{after}；級別仍為{level}（之前為{levelBefore}）。',
  ),
  'case.A14': text(
    'Bookings that come twice, late and in another order',
    '重复、迟到、乱序的交易记录',
    '重複、遲到、亂序的交易紀錄',
  ),
  'case.A14.outcome': text(
    '{rows} rows, shuffled: the same bytes ({same}).',
    '{rows}行乱序记录，结果是否逐字节相同：{same}。',
    '{rows}行亂序紀錄，結果是否逐位元組相同：{same}。',
  ),
  'case.A15': text('Data that cannot be true', '不可能成立的数据', '不可能成立的數據'),
  'case.A15.outcome': text(
    'Each is refused with its path. {notReal}. {notANumber}. A booking of tomorrow: {future}. An overdraft is a debt of {owed:money}.',
    '逐一拒绝并指明位置。{notReal}。{notANumber}。未来日期的交易：{future}。透支记为负债{owed:money}。',
    '逐一拒絕並指明位置。{notReal}。{notANumber}。未來日期的交易：{future}。透支列作負債{owed:money}。',
  ),
  'case.A16': text(
    'A minor, a frozen account, joint owners',
    '未成年人、冻结账户、联名账户',
    '未成年人、凍結賬戶、聯名賬戶',
  ),
  'case.A16.outcome': text(
    'Minor: {minor}; with the guardian’s consent, a product of low risk: {consented}. Frozen: {frozen}. C5 and C2 together: {joint}.',
    '未成年人：{minor}；经法定代理人同意购买低风险产品：{consented}。冻结账户：{frozen}。C5与C2联名：{joint}。',
    '未成年人：{minor}；經法定代理人同意購買低風險產品：{consented}。凍結賬戶：{frozen}。C5與C2聯名：{joint}。',
  ),
  'case.A17': text('Nothing is eligible', '没有合适的产品', '沒有合適的產品'),
  'case.A17.outcome': text(
    'The selection is {status}, and each of {rejected} products has its reasons. The money stays on deposit.',
    '选择结果：{status}；{rejected}只产品均列明原因。资金留在存款。',
    '挑選結果：{status}；{rejected}項產品均列明原因。資金留作存款。',
  ),
  'case.A18': text('Goals at the edges', '边界情形的目标', '邊界情形的目標'),
  'case.A18.outcome': text(
    'Already met: {met:percent}. Due today and missed: {today:percent}. Day past: {past:percent}. Nothing invested and no contribution: {nothing:percent}.',
    '已达成：{met:percent}。今日到期未达成：{today:percent}。已过期：{past:percent}。无本金且不追加：{nothing:percent}。',
    '已達成：{met:percent}。今日到期而未達成：{today:percent}。已過期：{past:percent}。無本金亦不供款：{nothing:percent}。',
  ),
  'case.A19': text(
    'Two advisers override each other',
    '两位顾问互相推翻对方的决定',
    '兩位顧問互相推翻對方的決定',
  ),
  'case.A19.outcome': text(
    'Both are kept in order ({kept}), and the latest counts: {soft}. A hard rule needs four eyes. One officer alone: {alone}; two: {agreed}. What the law forbids: {law}, whoever asks.',
    '两次决定按顺序保留（{kept}），以最近一次为准：{soft}。硬性规则须双人复核。仅一人：{alone}；两人：{agreed}。法律禁止的事项，无论何人申请：{law}。',
    '兩次決定按次序保留（{kept}），以最近一次為準：{soft}。硬性規則須雙人覆核。僅一人：{alone}；兩人：{agreed}。法律禁止的事項，無論何人申請：{law}。',
  ),
  'case.A19.set-aside': text(
    '{on}: {by} sets {rule} aside.',
    '{on}：{by}豁免{rule}。',
    '{on}：{by}豁免{rule}。',
  ),
  'case.A19.uphold': text(
    '{on}: {by} upholds {rule}.',
    '{on}：{by}恢复{rule}。',
    '{on}：{by}恢復{rule}。',
  ),
  'case.A20': text(
    'The rules change between proposal and order',
    '建议书与下单之间规则变更',
    '建議書與落盤之間規則變更',
  ),
  'case.A20.outcome': text(
    'Overnight the bank’s policy goes from version {from} to {to}. Of {count} orders {before} were allowed on the day of the proposal. Checked again the day after, {waiting} lack a fact that nobody had asked for; with the answer, {referred} need a second person.',
    '银行内部政策一夜之间由{from}版改为{to}版。{count}笔委托中，建议书当日{before}笔可以办理；次日重新检查，{waiting}笔缺少此前未询问的信息；取得答复后，{referred}笔须由第二人复核。',
    '銀行內部政策一夜之間由{from}版改為{to}版。{count}項指示中，建議書當日{before}項可以辦理；翌日重新檢查，{waiting}項欠缺此前未查詢的資料；取得答覆後，{referred}項須由第二人覆核。',
  ),
  'case.A20.added': text('New rule: {rule}.', '新增规则：{rule}。', '新增規則：{rule}。'),
  'case.A20.removed': text('Rule no more: {rule}.', '取消规则：{rule}。', '取消規則：{rule}。'),
  'case.A20.changed': text(
    'Changed rule {rule}: {fields}.',
    '变更规则{rule}：{fields}。',
    '變更規則{rule}：{fields}。',
  ),
  'case.A20.number': text(
    'Changed number, {name}: {before:number} before, {after:number} now.',
    '变更数值（{name}）：原为{before:number}，现为{after:number}。',
    '變更數值（{name}）：原為{before:number}，現為{after:number}。',
  ),
  'case.A20.missing': text(
    'Missing under the new version: {fact}.',
    '新版本下缺少：{fact}。',
    '新版本下欠缺：{fact}。',
  ),
  'case.A20.replay': text(
    'The proposal’s record, decided again with both versions at hand: {own}. With version {next} alone: {other}, for it rests on {version}.',
    '两个版本均可用时，建议书当日的记录重新判断：{own}；仅有{next}版时：{other}，因其依据为{version}版。',
    '兩個版本均可用時，建議書當日的紀錄重新判斷：{own}；僅有{next}版時：{other}，因其依據為{version}版。',
  ),
};
