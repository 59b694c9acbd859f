import { type Messages, localisedText as text } from '../../evidence/index.js';

/** The main risk of each kind of product, in words for clients. */
export const typeRiskMessages: Messages = Object.freeze({
  'products.type-risk.deposit': text(
    '存款能否兑付，取决于银行的偿付能力和存款保险的保障范围；利率下调时，利息收入会减少。',
    '存款能否兌付，視乎銀行的償付能力及存款保障的範圍；利率下調時，利息收入會減少。',
    'A deposit is as safe as the bank that owes it and the deposit insurance that covers it; when rates fall, it earns less.',
  ),
  'products.type-risk.term-deposit': text(
    '存款能否兑付，取决于银行的偿付能力和存款保险的保障范围；存期内利率已锁定，市场利率上升时也不会提高。',
    '存款能否兌付，視乎銀行的償付能力及存款保障的範圍；存期內利率已鎖定，市場利率上升時也不會提高。',
    'The deposit is as safe as the bank that owes it and the deposit insurance that covers it; its rate is fixed for the term and does not rise when market rates do.',
  ),
  'products.type-risk.wealth-open': text(
    '本产品不保本，也不保证收益；所投资产价格下跌或发行人违约时，本金可能亏损。',
    '本產品不保本，也不保證回報；所投資產價格下跌或發行人違約時，本金可能虧損。',
    'Neither the money invested nor any return is guaranteed; you may lose money when prices fall or an issuer inside defaults.',
  ),
  'products.type-risk.wealth-periodic': text(
    '本产品不保本，也不保证收益；所投资产价格下跌或发行人违约时，本金可能亏损，而两次开放日之间无法退出。',
    '本產品不保本，也不保證回報；所投資產價格下跌或發行人違約時，本金可能虧損，而兩次開放日之間未能退出。',
    'Neither the money invested nor any return is guaranteed; you may lose money when prices fall or an issuer inside defaults, and between open days there is no way out.',
  ),
  'products.type-risk.wealth-closed': text(
    '本产品不保本，也不保证收益；所投资产价格下跌或发行人违约时，本金可能亏损，而到期前无法退出。',
    '本產品不保本，也不保證回報；所投資產價格下跌或發行人違約時，本金可能虧損，而到期前未能退出。',
    'Neither the money invested nor any return is guaranteed; you may lose money when prices fall or an issuer inside defaults, and before maturity there is no way out.',
  ),
  'products.type-risk.money-fund': text(
    '货币市场基金不保本，也不保证收益；极端市场情况下可能亏损，赎回也可能受限。',
    '貨幣市場基金不保本，也不保證回報；在極端市況下可能虧損，贖回亦可能受限。',
    'A money-market fund guarantees neither your money nor a return; in extreme markets it can lose value, and redemptions may be limited.',
  ),
  'products.type-risk.bond-fund': text(
    '利率上升时债券价格下跌，发行人也可能违约，因此本金可能亏损。',
    '利率上升時債券價格下跌，發行人亦可能違約，因此本金可能虧損。',
    'Bond prices fall when interest rates rise, and issuers can default, so you may lose money.',
  ),
  'products.type-risk.balanced-fund': text(
    '股市下跌、利率上升或债券违约都可能造成本金亏损；各类资产也可能同时下跌。',
    '股市下跌、利率上升或債券違約均可能造成本金虧損；各類資產亦可能同時下跌。',
    'Falling shares, rising interest rates or defaults can each cost you money, and shares and bonds may fall together.',
  ),
  'products.type-risk.equity-fund': text(
    '股市可能在短期内大幅下跌，本金可能出现较大亏损，恢复也可能需要多年。',
    '股市可能於短期內大幅下跌，本金可能出現較大虧損，回復亦可能需要多年。',
    'Share prices can fall a long way in a short time; the loss may be large and may take years to make up.',
  ),
  'products.type-risk.qdii-fund': text(
    '除所投市场下跌外，汇率变动、境外法规以及额度用尽暂停申购等，都可能影响您的收益和资金安排，本金可能亏损。',
    '除所投市場下跌外，匯率變動、境外法規以及額度用盡暫停認購等，均可能影響閣下的回報及資金安排，本金可能虧損。',
    'Besides falling markets abroad, exchange rates, foreign rules and a quota that is used up can affect your return and your plans; you may lose money.',
  ),
  'products.type-risk.etf': text(
    '价格随所跟踪的市场涨跌，成交价也可能偏离净值；交易清淡时可能不易按理想价格卖出，本金可能亏损。',
    '價格隨所追蹤的市場升跌，成交價亦可能偏離淨值；交投淡靜時可能難以按理想價格賣出，本金可能虧損。',
    'The price follows its market and may stray from the value of what is inside; in thin trading a good price may be hard to get. You may lose money.',
  ),
  'products.type-risk.bond': text(
    '发行人违约时，可能收不回全部本息；到期前卖出的价格可能低于买入价，利率上升时尤其如此。',
    '發行人違約時，可能收不回全部本息；到期前賣出的價格可能低於買入價，利率上升時尤其如此。',
    'If the issuer defaults, you may not get all of your money and interest; sold before maturity, a bond may bring less than it cost, above all when interest rates have risen.',
  ),
  'products.type-risk.insurance': text(
    '提前退保可能损失部分已缴保费；非保证利益并不确定，保障是否赔付以合同条款为准。',
    '提早退保可能損失部分已繳保費；非保證利益並不確定，保障是否賠付以合約條款為準。',
    'Giving the policy up early may cost part of the premiums; benefits that are not guaranteed are uncertain, and whether a claim is paid follows the contract.',
  ),
  'products.type-risk.annuity': text(
    '提前退保可能损失部分已缴保费；非保证利益并不确定，通胀也会使日后领取的年金购买力下降。',
    '提早退保可能損失部分已繳保費；非保證利益並不確定，通脹亦會使日後領取的年金購買力下降。',
    'Giving the contract up early may cost part of the premiums; benefits that are not guaranteed are uncertain, and inflation makes a later income buy less.',
  ),
  'products.type-risk.gold': text(
    '金价可能大幅波动，且黄金不产生利息，本金可能亏损。',
    '金價可能大幅波動，且黃金不產生利息，本金可能虧損。',
    'The gold price can swing widely, and gold earns no interest; you may lose money.',
  ),
  'products.type-risk.structured': text(
    '结构较复杂：挂钩标的走势不利时，收益可能为零，不保本的产品还可能亏损本金；中途通常难以退出。',
    '結構較複雜：掛鈎標的走勢不利時，回報可能為零，不保本的產品更可能虧損本金；中途一般難以退出。',
    'The product is complex: if what it is tied to goes the wrong way, it may pay nothing beyond your money, and without capital protection it may pay less; getting out early is usually hard.',
  ),
  'products.type-risk.private': text(
    '投资可能集中、使用杠杆或难以估值，信息披露有限，退出机会也少，本金可能出现较大亏损。',
    '投資可能集中、運用槓桿或難以估值，資料披露有限，退出機會亦少，本金可能出現較大虧損。',
    'Its investments may be concentrated, made with borrowed money or hard to value; little is published and ways out are few. The loss may be large.',
  ),
  'products.type-risk.loan': text(
    '逾期还款会产生额外费用并影响信用记录；浮动利率上升时，还款额会增加。',
    '逾期還款會產生額外費用並影響信貸紀錄；浮動利率上升時，還款額會增加。',
    'Paying late costs extra and harms your credit record; when a variable rate rises, so do the payments.',
  ),
  'products.type-risk.other': text(
    '除非合同另有约定，本产品不保本，也不保证收益，本金可能亏损。',
    '除非合約另有訂明，本產品不保本，也不保證回報，本金可能虧損。',
    'Unless its contract says otherwise, neither your money nor any return is guaranteed; you may lose money.',
  ),
});

/** The risks that come from what is inside and how it is held, in words for clients. */
export const riskMessages: Messages = Object.freeze({
  'products.rating-agreed': text(
    '截至{asOf}，风险等级为{rating}（R1最低，R5最高）；该等级日后可能调整。',
    '截至{asOf}，風險評級為{rating}（R1最低，R5最高）；此評級日後可能調整。',
    'As of {asOf} the risk rating is {rating} on a scale from R1, the lowest, to R5, the highest; it may be changed later.',
  ),
  'products.rating-differs': text(
    '截至{asOf}，风险等级为{rating}（R1最低，R5最高）：发行机构评为{issuerRisk}，销售机构评为{distributorRisk}，以较高者为准；该等级日后可能调整。',
    '截至{asOf}，風險評級為{rating}（R1最低，R5最高）：發行機構評為{issuerRisk}，分銷機構評為{distributorRisk}，以較高者為準；此評級日後可能調整。',
    'As of {asOf} the risk rating is {rating} on a scale from R1, the lowest, to R5, the highest: the issuer rates it {issuerRisk}, the distributor {distributorRisk}, and the higher rating counts. It may be changed later.',
  ),
  'products.kind-risk.cash': text(
    '其中{share:percent}为现金类资产：利率下降时收益减少，也可能跑不赢通胀。',
    '其中{share:percent}為現金類資產：利率下降時回報減少，亦可能追不上通脹。',
    '{share:percent} is in cash and the like: it earns less when rates fall, and may earn less than inflation takes.',
  ),
  'products.kind-risk.bond': text(
    '其中{share:percent}为债券类资产：利率上升时价格下跌，发行人也可能违约。',
    '其中{share:percent}為債券類資產：利率上升時價格下跌，發行人亦可能違約。',
    '{share:percent} is in bonds: their prices fall when interest rates rise, and issuers can default.',
  ),
  'products.kind-risk.equity': text(
    '其中{share:percent}为股票类资产：价格可能在短期内大幅下跌。',
    '其中{share:percent}為股票類資產：價格可能於短期內大幅下跌。',
    '{share:percent} is in shares: their prices can fall a long way in a short time.',
  ),
  'products.kind-risk.commodity': text(
    '其中{share:percent}为黄金、大宗商品等资产：价格波动大，且不产生利息。',
    '其中{share:percent}為黃金、大宗商品等資產：價格波動大，且不產生利息。',
    '{share:percent} is in gold and other commodities: their prices swing widely, and they earn no interest.',
  ),
  'products.kind-risk.property': text(
    '其中{share:percent}为房地产类资产：估值可能滞后，急需用钱时不易变现。',
    '其中{share:percent}為房地產類資產：估值可能滯後，急需用錢時不易變現。',
    '{share:percent} is in property: valuations may lag, and it is hard to sell in a hurry.',
  ),
  'products.kind-risk.alternative': text(
    '其中{share:percent}为另类资产：难以估值，也不易变现。',
    '其中{share:percent}為另類資產：難以估值，亦不易變現。',
    '{share:percent} is in alternative assets: they are hard to value and hard to sell.',
  ),
  'products.volatility': text(
    '按截至{assumptionsAsOf}的市场假设，年化波动率约为{volatility:percent}；数值越大，涨跌越剧烈。',
    '按截至{assumptionsAsOf}的市場假設，年度波幅約為{volatility:percent}；數值越大，升跌越劇烈。',
    'Under market assumptions as of {assumptionsAsOf} its volatility is about {volatility:percent} a year; the higher the figure, the wider the swings.',
  ),
  'products.currency-risk': text(
    '约{share:percent}为{currency:term}资产：汇率变动会使折算后的价值上升或下降。',
    '約{share:percent}為{currency:term}資產：匯率變動會使折算後的價值上升或下降。',
    'About {share:percent} is in {currency:term}: exchange rates can raise or lower what it is worth to you.',
  ),
  'products.currency-not-known': text(
    '约{share:percent}的资产没有披露所用币种，因此无法说明其汇率风险。',
    '約{share:percent}的資產並無披露所用貨幣，因此未能說明其匯率風險。',
    'For about {share:percent} of what is inside no currency is stated, so its exchange-rate risk cannot be told.',
  ),
  'products.single-debtor': text(
    '能否如期兑付，完全取决于{issuer}的偿付能力。',
    '能否如期兌付，完全視乎{issuer}的償付能力。',
    'Whether you are paid depends entirely on {issuer}.',
  ),
  'products.issuer-concentration': text(
    '{share:percent}集中于{issuer}：一旦其陷入困境，损失会相应较大。',
    '{share:percent}集中於{issuer}：一旦其陷入困境，損失會相應較大。',
    '{share:percent} is with {issuer} alone: if it gets into trouble, the loss is correspondingly large.',
  ),
  'products.leverage-risk': text(
    '本产品使用杠杆，敞口约为净值的{leverage:number}倍：盈亏都会被放大。',
    '本產品運用槓桿，投資額約為淨值的{leverage:number}倍：盈虧均會被放大。',
    'The product uses leverage of about {leverage:number} {leverage|time|times} its value: gains and losses are both magnified.',
  ),
  'products.tied-up-risk': text(
    '资金并非随时可以取回：在此期间即使急需用钱或市场转差，也可能无法退出。',
    '資金並非隨時可以取回：其間即使急需用錢或市況轉差，亦可能未能退出。',
    'Your money is not available at any time: if you need it, or markets turn, you may not be able to get out.',
  ),
});
