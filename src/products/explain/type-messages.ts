import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What each kind of product is, in words for clients. */
export const typeMessages: Messages = Object.freeze({
  'products.type.deposit': text(
    '“{name}”是银行存款：银行按公布的利率付息，并负责偿还本金。',
    '「{name}」是銀行存款：銀行按公布的利率付息，並負責償還本金。',
    '“{name}” is a bank deposit: the bank pays interest at the rate it has published and owes you the money back.',
  ),
  'products.type.term-deposit': text(
    '“{name}”是定期存款：在约定期限内按约定利率计息，到期还本付息；提前支取通常会损失利息。',
    '「{name}」是定期存款：於約定期限內按約定利率計息，到期還本付息；提早提取一般會損失利息。',
    '“{name}” is a term deposit: it earns an agreed rate for an agreed term and is paid back with interest at the end; taking the money out early usually costs interest.',
  ),
  'products.type.wealth-open': text(
    '“{name}”是开放式银行理财产品：由管理人代为投资，净值随市场涨跌，存续期内持续开放。它不是存款。',
    '「{name}」是開放式銀行理財產品：由管理人代為投資，淨值隨市場升跌，存續期內持續開放。它並非存款。',
    '“{name}” is an open-ended bank wealth-management product: a manager invests the money, its value moves with the markets, and it stays open to purchases and redemptions under its terms. It is not a deposit.',
  ),
  'products.type.wealth-periodic': text(
    '“{name}”是定期开放式银行理财产品：由管理人代为投资，净值随市场涨跌，只在开放日交易。它不是存款。',
    '「{name}」是定期開放式銀行理財產品：由管理人代為投資，淨值隨市場升跌，只在開放日交易。它並非存款。',
    '“{name}” is a bank wealth-management product with open days: a manager invests the money, its value moves with the markets, and it deals on open days only. It is not a deposit.',
  ),
  'products.type.wealth-closed': text(
    '“{name}”是封闭式银行理财产品：募集期内一次性认购，由管理人代为投资，到期按净值兑付。它不是存款。',
    '「{name}」是封閉式銀行理財產品：於募集期內一次過認購，由管理人代為投資，到期按淨值兌付。它並非存款。',
    '“{name}” is a closed-end bank wealth-management product: it is subscribed once, a manager invests the money, and at maturity it pays what it is then worth. It is not a deposit.',
  ),
  'products.type.money-fund': text(
    '“{name}”是货币市场基金：投资于期限很短的存款、票据和债券，净值波动通常很小。它不是存款。',
    '「{name}」是貨幣市場基金：投資於期限極短的存款、票據及債券，淨值波幅一般很小。它並非存款。',
    '“{name}” is a money-market fund: it holds deposits, bills and bonds with very short terms, and its value usually moves little. It is not a deposit.',
  ),
  'products.type.bond-fund': text(
    '“{name}”是债券基金：主要投资于债券，净值随利率和发行人的信用状况涨跌。',
    '「{name}」是債券基金：主要投資於債券，淨值隨利率及發行人的信用狀況升跌。',
    '“{name}” is a bond fund: it holds mainly bonds, and its value moves with interest rates and with the standing of those who issued them.',
  ),
  'products.type.balanced-fund': text(
    '“{name}”是混合型基金：同时投资于股票和债券，净值随两类市场涨跌。',
    '「{name}」是混合型基金：同時投資於股票及債券，淨值隨兩類市場升跌。',
    '“{name}” is a balanced fund: it holds both shares and bonds, and its value moves with both markets.',
  ),
  'products.type.equity-fund': text(
    '“{name}”是股票基金：主要投资于股票，净值随股市涨跌，波动可能很大。',
    '「{name}」是股票基金：主要投資於股票，淨值隨股市升跌，波幅可以很大。',
    '“{name}” is an equity fund: it holds mainly shares, and its value can move a great deal with the stock market.',
  ),
  'products.type.qdii-fund': text(
    '“{name}”是合格境内机构投资者（QDII）基金：以获批的额度投资于境外市场。',
    '「{name}」是合格境內機構投資者（QDII）基金：以獲批的額度投資於境外市場。',
    '“{name}” is a QDII fund: it invests in markets abroad under a quota granted for that purpose.',
  ),
  'products.type.etf': text(
    '“{name}”是交易所交易基金（ETF）：通常跟踪某一指数，在交易时段内像股票一样买卖。',
    '「{name}」是交易所買賣基金（ETF）：一般追蹤某一指數，於交易時段內像股票般買賣。',
    '“{name}” is an exchange-traded fund (ETF): it usually follows an index and is bought and sold like a share during trading hours.',
  ),
  'products.type.bond': text(
    '“{name}”是债券：您把钱借给发行人，发行人按约定付息，到期还本。',
    '「{name}」是債券：閣下把資金借予發行人，發行人按約定付息，到期還本。',
    '“{name}” is a bond: you lend money to the issuer, who owes you the agreed interest and the money back at maturity.',
  ),
  'products.type.insurance': text(
    '“{name}”是保险产品：您缴纳保费，保险公司按合同提供保障或给付。它不是存款，也不是基金。',
    '「{name}」是保險產品：閣下繳付保費，保險公司按合約提供保障或給付。它並非存款，也並非基金。',
    '“{name}” is an insurance product: you pay premiums, and the insurer gives the cover and the benefits of the contract. It is neither a deposit nor a fund.',
  ),
  'products.type.annuity': text(
    '“{name}”是年金保险：您先缴纳保费，保险公司日后按合同定期给付年金。它不是存款，也不是基金。',
    '「{name}」是年金保險：閣下先繳付保費，保險公司日後按合約定期給付年金。它並非存款，也並非基金。',
    '“{name}” is an annuity: you pay premiums first, and later the insurer pays you a regular income under the contract. It is neither a deposit nor a fund.',
  ),
  'products.type.gold': text(
    '“{name}”是黄金产品：价值随金价涨跌，本身不产生利息或股息。',
    '「{name}」是黃金產品：價值隨金價升跌，本身並不產生利息或股息。',
    '“{name}” is a gold product: its value follows the gold price, and it earns neither interest nor dividends.',
  ),
  'products.type.structured': text(
    '“{name}”是结构性产品：给付多少，由合同约定的公式和所挂钩的利率、汇率、指数等标的决定。',
    '「{name}」是結構性產品：給付多少，由合約訂明的公式及所掛鈎的利率、匯率、指數等標的決定。',
    '“{name}” is a structured product: what it pays follows a formula in its contract, tied to something else such as an interest rate, an exchange rate or an index.',
  ),
  'products.type.private': text(
    '“{name}”是私募产品：以非公开方式向合格投资者募集，由管理人代为投资，信息披露少于公募产品。',
    '「{name}」是私募產品：以非公開方式向合資格投資者募集，由管理人代為投資，資料披露較公募產品少。',
    '“{name}” is a private product: it is offered to qualified investors only and not to the public, a manager invests the money, and less is published about it than about a public fund.',
  ),
  'products.type.loan': text(
    '“{name}”是贷款：这是您欠的钱，不是投资；须按合同还本付息。',
    '「{name}」是貸款：這是閣下所欠的款項，並非投資；須按合約還本付息。',
    '“{name}” is a loan: it is money that you owe, not an investment, and it has to be paid back with interest under its contract.',
  ),
  'products.type.other': text(
    '“{name}”的具体性质请以产品说明文件为准。',
    '「{name}」的具體性質請以產品說明文件為準。',
    'For what “{name}” is in detail, please see the product’s own documents.',
  ),
});
