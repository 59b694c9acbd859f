import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Texts on what should be looked at in capital-market assumptions, and on whether they are still in force. */
export const assumptionsMessages: Messages = Object.freeze({
  'market.assumptions-invalid': text(
    '资本市场假设中的{field}有误，该假设无法使用（错误代码：{code}）。',
    '資本市場假設中的{field}有誤，此假設無法使用（錯誤代碼：{code}）。',
    'The capital-market assumptions cannot be used: {field} is at fault (error code {code}).',
  ),
  'market.assumptions-correlation': text(
    '{classes}之间的相关系数互相矛盾，任何收益率都不可能如此（最小特征值为{eigenvalue:number}）。',
    '{classes}之間的相關系數互相矛盾，任何回報率均不可能如此（最小特徵值為{eigenvalue:number}）。',
    'The correlations of {classes} contradict each other: no returns can move like this (smallest eigenvalue {eigenvalue:number}).',
  ),
  'market.assumptions-source-missing': text(
    '该假设未注明来源。',
    '此假設未有註明來源。',
    'The assumptions do not say where they come from.',
  ),
  'market.assumptions-author-missing': text(
    '该假设未注明负责人。',
    '此假設未有註明負責人。',
    'The assumptions do not say who answers for them.',
  ),
  'market.assumptions-beginning-missing': text(
    '该假设未注明生效日期。',
    '此假設未有註明生效日期。',
    'The assumptions do not say from which day on they may be used.',
  ),
  'market.assumptions-end-missing': text(
    '该假设未注明失效日期。',
    '此假設未有註明失效日期。',
    'The assumptions do not say until which day they may be used.',
  ),
  'market.assumptions-horizon-missing': text(
    '该假设未说明预期收益率所涵盖的年数。',
    '此假設未有說明預期回報率所涵蓋的年數。',
    'The assumptions do not say over how many years the returns are expected.',
  ),
  'market.assumptions-currency-missing': text(
    '该假设未注明计量币种。',
    '此假設未有註明計量貨幣。',
    'The assumptions do not say in which currency the returns are measured.',
  ),
  'market.assumptions-return-kind-missing': text(
    '该假设未说明预期收益率是算术平均还是几何平均。',
    '此假設未有說明預期回報率屬算術平均還是幾何平均。',
    'The assumptions do not say whether the expected returns are arithmetic or geometric means.',
  ),
  'market.assumptions-class-uncited': text(
    '{assetClass}的假设未注明依据。',
    '{assetClass}的假設未有註明依據。',
    'The assumptions for {assetClass} cite nothing that they rest on.',
  ),
  'market.assumptions-hedge-unstated': text(
    '{assetClass}以{currency}计价，而假设以{base}计量，但未说明是否对冲汇率风险。',
    '{assetClass}以{currency}計價，而假設以{base}計量，但未有說明是否對沖匯率風險。',
    '{assetClass} is quoted in {currency} and the assumptions are in {base}, but nothing says whether the currency is hedged.',
  ),
  'market.assumptions-return': text(
    '{assetClass}的预期收益率为每年{expected:percent2}，高于合理上限{bound:percent2}。',
    '{assetClass}的預期回報率為每年{expected:percent2}，高於合理上限{bound:percent2}。',
    'The expected return of {assetClass}, {expected:percent2} a year, is above the plausible limit of {bound:percent2}.',
  ),
  'market.assumptions-volatility': text(
    '{assetClass}的波动率为每年{volatility:percent2}，高于合理上限{bound:percent2}。',
    '{assetClass}的波幅為每年{volatility:percent2}，高於合理上限{bound:percent2}。',
    'The volatility of {assetClass}, {volatility:percent2} a year, is above the plausible limit of {bound:percent2}.',
  ),
  'market.assumptions-correlation-high': text(
    '{first}与{second}的相关系数为{correlation:number}，超出合理范围±{bound:number}。',
    '{first}與{second}的相關系數為{correlation:number}，超出合理範圍±{bound:number}。',
    'The correlation of {first} and {second}, {correlation:number}, is beyond the plausible ±{bound:number}.',
  ),
  'market.assumptions-cash-missing': text(
    '假设中没有代表现金的类别{assetClass}，无法与现金比较。',
    '假設中並無代表現金的類別{assetClass}，無法與現金比較。',
    'The class that stands for cash, {assetClass}, is not among the assumptions, so nothing can be compared with cash.',
  ),
  'market.assumptions-riskless-gain': text(
    '{assetClass}没有波动，预期收益率却为{expected:percent2}，高于现金的{cash:percent2}。',
    '{assetClass}並無波幅，預期回報率卻為{expected:percent2}，高於現金的{cash:percent2}。',
    '{assetClass} has no volatility, yet its expected return of {expected:percent2} is above that of cash, {cash:percent2}.',
  ),
  'market.assumptions-below-cash': text(
    '{assetClass}的风险高于现金，预期收益率{expected:percent2}却低于现金的{cash:percent2}。',
    '{assetClass}的風險高於現金，預期回報率{expected:percent2}卻低於現金的{cash:percent2}。',
    '{assetClass} is riskier than cash, yet its expected return of {expected:percent2} is below that of cash, {cash:percent2}.',
  ),
  'market.assumptions-sharpe': text(
    '{assetClass}的夏普比率为{sharpe:number}，超出合理范围±{bound:number}。',
    '{assetClass}的夏普比率為{sharpe:number}，超出合理範圍±{bound:number}。',
    'The Sharpe ratio of {assetClass}, {sharpe:number}, is beyond the plausible ±{bound:number}.',
  ),
  'market.assumptions-portfolio-sharpe': text(
    '按这些假设，最佳组合的夏普比率可达{sharpe:number}，高于合理上限{bound:number}：预期收益率与相关系数可能不相匹配。',
    '按此等假設，最佳組合的夏普比率可達{sharpe:number}，高於合理上限{bound:number}：預期回報率與相關系數或不相配。',
    'By these assumptions the best mix has a Sharpe ratio of {sharpe:number}, above the plausible {bound:number}: expected returns and correlations may not fit each other.',
  ),
  'market.assumptions-arbitrage': text(
    '按这些假设，存在一个毫无风险、收益率却与现金不同的组合：预期收益率与相关系数不相匹配。',
    '按此等假設，存在一個毫無風險、回報率卻與現金不同的組合：預期回報率與相關系數並不相配。',
    'By these assumptions some mix has no risk at all and yet earns something else than cash: expected returns and correlations do not fit each other.',
  ),
  'market.assumptions-not-yet-valid': text(
    '该假设自{first}起方可使用，不适用于{asOf}。',
    '此假設自{first}起方可使用，不適用於{asOf}。',
    'The assumptions may be used from {first} on, not on {asOf}.',
  ),
  'market.assumptions-expired': text(
    '该假设的有效期至{until}为止，于{asOf}已失效。',
    '此假設的有效期至{until}為止，於{asOf}已失效。',
    'The assumptions were valid until {until}; on {asOf} they no longer are.',
  ),
  'market.assumptions-stale': text(
    '该假设制定于{made}，至{asOf}已有{days}天，超过规定的{most}天，使用前应予复核。',
    '此假設訂於{made}，至{asOf}已有{days}天，超過規定的{most}天，使用前應予覆核。',
    'The assumptions were made for {made}; by {asOf} they are {days} {days|day|days} old, more than the {most} allowed, and should be reviewed before use.',
  ),
  'market.assumptions-validity-unknown': text(
    '该假设制定于{made}，未说明有效期，也没有规定最长使用天数，因此无法判断是否仍然有效。',
    '此假設訂於{made}，未有說明有效期，亦無規定最長使用日數，故無法判斷是否仍然有效。',
    'The assumptions were made for {made}; neither they nor the policy say how long they hold, so whether they still do is not known.',
  ),
});
