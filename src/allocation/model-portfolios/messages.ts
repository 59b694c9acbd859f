import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Texts for what model portfolios and glide paths have to say. */
export const modelPortfolioMessages: Messages = Object.freeze({
  'allocation.level-infeasible': text(
    '{level}级没有可行的配置，因为以下要求无法同时满足：{rules}。该级别暂无组合，也不以其他级别的组合代替。',
    '{level}級並無可行的配置，因為以下要求無法同時符合：{rules}。該級別暫無組合，亦不以其他級別的組合代替。',
    'Level {level} has no allocation: these requirements cannot hold together: {rules}. No other level’s portfolio takes its place.',
  ),
  'allocation.level-not-certified': text(
    '未能得出可验证的{level}级最优配置。该级别暂无组合，也不以其他级别的组合代替。',
    '未能得出可予驗證的{level}級最佳配置。該級別暫無組合，亦不以其他級別的組合代替。',
    'No allocation could be proved to be the best for level {level}. No other level’s portfolio takes its place.',
  ),
  'allocation.level-equity-above-max': text(
    '{level}级组合的权益类资产占{share:percent2}，超过该级别{bound:percent2}的上限。',
    '{level}級組合的股票類資產佔{share:percent2}，超逾該級別{bound:percent2}的上限。',
    'The portfolio of level {level} holds {share:percent2} in equity, more than the {bound:percent2} that the level allows.',
  ),
  'allocation.level-lambda-rises': text(
    '按现行政策，{higher}级的风险厌恶系数（{to}）高于{lower}级（{from}）：风险承受能力更高的客户反而配置得更保守。',
    '按現行政策，{higher}級的風險規避系數（{to}）高於{lower}級（{from}）：可承受較高風險的客戶反而獲較保守的配置。',
    'The policy’s risk aversion is higher for level {higher} ({to}) than for level {lower} ({from}): clients who may bear more risk are treated more carefully.',
  ),
  'allocation.level-equity-max-falls': text(
    '按现行政策，{higher}级的权益类资产上限（{to:percent}）低于{lower}级（{from:percent}）。',
    '按現行政策，{higher}級的股票類資產上限（{to:percent}）低於{lower}級（{from:percent}）。',
    'The policy’s limit on equity is lower for level {higher} ({to:percent}) than for level {lower} ({from:percent}).',
  ),
  'allocation.level-equity-falls': text(
    '{higher}级组合的权益类资产占比（{to:percent2}）低于{lower}级（{from:percent2}）。',
    '{higher}級組合的股票類資產佔比（{to:percent2}）低於{lower}級（{from:percent2}）。',
    'The portfolio of level {higher} holds less equity ({to:percent2}) than that of level {lower} ({from:percent2}).',
  ),
  'allocation.level-volatility-falls': text(
    '{higher}级组合的波动率（{to:percent2}）低于{lower}级（{from:percent2}）：较低级别的客户反而承担了更高的风险。',
    '{higher}級組合的波幅（{to:percent2}）低於{lower}級（{from:percent2}）：較低級別的客戶反而承擔較高風險。',
    'The portfolio of level {higher} is less volatile ({to:percent2}) than that of level {lower} ({from:percent2}): clients of the lower level bear more risk.',
  ),
  'allocation.level-return-falls': text(
    '{higher}级组合的预期收益（{to:percent2}）低于{lower}级（{from:percent2}）。预期收益并非收益承诺。',
    '{higher}級組合的預期回報（{to:percent2}）低於{lower}級（{from:percent2}）。預期回報並非回報保證。',
    'The portfolio of level {higher} is expected to earn less ({to:percent2}) than that of level {lower} ({from:percent2}). An expected return is no promise.',
  ),
  'allocation.levels-same': text(
    '以下级别的组合相同：{levels}。',
    '以下級別的組合相同：{levels}。',
    'These levels have the same portfolio: {levels}.',
  ),
  'allocation.stage-infeasible': text(
    '{date}没有可行的配置，因为以下要求无法同时满足：{rules}。该阶段暂无组合，也不以其他阶段的组合代替。',
    '{date}並無可行的配置，因為以下要求無法同時符合：{rules}。該階段暫無組合，亦不以其他階段的組合代替。',
    'There is no allocation for {date}: these requirements cannot hold together: {rules}. No other stage’s portfolio takes its place.',
  ),
  'allocation.stage-not-certified': text(
    '未能得出可验证的{date}最优配置。该阶段暂无组合，也不以其他阶段的组合代替。',
    '未能得出可予驗證的{date}最佳配置。該階段暫無組合，亦不以其他階段的組合代替。',
    'No allocation could be proved to be the best for {date}. No other stage’s portfolio takes its place.',
  ),
  'allocation.stage-equity-rises': text(
    '目标临近，权益类资产占比却较前一阶段上升{count}次（阶段更替共{steps}次），升幅最大的一次由{earlier}的{from:percent2}升至{later}的{to:percent2}。',
    '目標臨近，股票類資產佔比卻較前一階段上升{count}次（階段更替共{steps}次），升幅最大的一次由{earlier}的{from:percent2}升至{later}的{to:percent2}。',
    'Equity grows in {count} of {steps} {steps|step|steps} towards the goal, the most from {from:percent2} on {earlier} to {to:percent2} on {later}.',
  ),
  'allocation.stage-volatility-rises': text(
    '目标临近，组合波动率却较前一阶段上升{count}次（阶段更替共{steps}次），升幅最大的一次由{earlier}的{from:percent2}升至{later}的{to:percent2}。',
    '目標臨近，組合波幅卻較前一階段上升{count}次（階段更替共{steps}次），升幅最大的一次由{earlier}的{from:percent2}升至{later}的{to:percent2}。',
    'Volatility grows in {count} of {steps} {steps|step|steps} towards the goal, the most from {from:percent2} on {earlier} to {to:percent2} on {later}.',
  ),
  'allocation.stage-level-caps': text(
    '在全部{stages}个阶段中，有{count}个阶段的目标路径限制比客户的{level}级宽松，因此以{level}级为准，不会因目标需要而提高风险水平。',
    '在全部{stages}個階段中，有{count}個階段的目標路徑限制較客戶的{level}級寬鬆，因此以{level}級為準，不會因目標需要而提高風險水平。',
    'At {count} of the {stages} {stages|stage|stages} the path’s limits are wider than those of the client’s level {level}, and the level’s apply: a need never raises risk.',
  ),
  'allocation.stage-level-caps-throughout': text(
    '在全部{stages}个阶段，目标路径的限制都比客户的{level}级宽松，因此以{level}级为准，不会因目标需要而提高风险水平。',
    '在全部{stages}個階段，目標路徑的限制均較客戶的{level}級寬鬆，因此以{level}級為準，不會因目標需要而提高風險水平。',
    'At every stage ({stages} in all) the path’s limits are wider than those of the client’s level {level}, and the level’s apply: a need never raises risk.',
  ),
  'allocation.stage-turnover-uneven': text(
    '目标路径各年度的调仓比例并不平均：{years}年中有{count}年明显高于其他年度，其中截至{date}的一年最高，为{turnover:percent2}；其他有调仓的年度平均为{mean:percent2}。',
    '目標路徑各年度的調倉比例並不平均：{years}年中有{count}年明顯高於其他年度，其中截至{date}的一年最高，為{turnover:percent2}；其他有調倉的年度平均為{mean:percent2}。',
    'In {count} of {years} {years|year|years} the path trades far more than in the others, the most in the year to {date}: {turnover:percent2}, against {mean:percent2} on average in the other years with trades.',
  ),
  'allocation.moved-most': text(
    '{level}级组合需调整{turnover:percent2}，其中变动最大的是{assetClass}，由{from:percent2}变为{to:percent2}；各项假设与政策的影响无法逐一区分。',
    '{level}級組合需調整{turnover:percent2}，其中變動最大的是{assetClass}，由{from:percent2}變為{to:percent2}；各項假設與政策的影響無法逐一區分。',
    'Level {level} needs to switch {turnover:percent2} of its portfolio. {assetClass} changes the most, from {from:percent2} to {to:percent2}; what each new input accounts for cannot be told apart.',
  ),
  'allocation.moved-most-by-returns': text(
    '{level}级组合需调整{turnover:percent2}，主要因预期收益假设调整（单独影响{part:percent2}）；变动最大的是{assetClass}，由{from:percent2}变为{to:percent2}。',
    '{level}級組合需調整{turnover:percent2}，主要因預期回報假設調整（單獨影響{part:percent2}）；變動最大的是{assetClass}，由{from:percent2}變為{to:percent2}。',
    'Level {level} needs to switch {turnover:percent2} of its portfolio, mainly because of new expected returns ({part:percent2} alone). {assetClass} changes the most, from {from:percent2} to {to:percent2}.',
  ),
  'allocation.moved-most-by-volatilities': text(
    '{level}级组合需调整{turnover:percent2}，主要因波动率假设调整（单独影响{part:percent2}）；变动最大的是{assetClass}，由{from:percent2}变为{to:percent2}。',
    '{level}級組合需調整{turnover:percent2}，主要因波幅假設調整（單獨影響{part:percent2}）；變動最大的是{assetClass}，由{from:percent2}變為{to:percent2}。',
    'Level {level} needs to switch {turnover:percent2} of its portfolio, mainly because of new volatilities ({part:percent2} alone). {assetClass} changes the most, from {from:percent2} to {to:percent2}.',
  ),
  'allocation.moved-most-by-correlations': text(
    '{level}级组合需调整{turnover:percent2}，主要因相关系数假设调整（单独影响{part:percent2}）；变动最大的是{assetClass}，由{from:percent2}变为{to:percent2}。',
    '{level}級組合需調整{turnover:percent2}，主要因相關系數假設調整（單獨影響{part:percent2}）；變動最大的是{assetClass}，由{from:percent2}變為{to:percent2}。',
    'Level {level} needs to switch {turnover:percent2} of its portfolio, mainly because of new correlations ({part:percent2} alone). {assetClass} changes the most, from {from:percent2} to {to:percent2}.',
  ),
  'allocation.moved-most-by-policy': text(
    '{level}级组合需调整{turnover:percent2}，主要因配置政策调整（单独影响{part:percent2}）；变动最大的是{assetClass}，由{from:percent2}变为{to:percent2}。',
    '{level}級組合需調整{turnover:percent2}，主要因配置政策調整（單獨影響{part:percent2}）；變動最大的是{assetClass}，由{from:percent2}變為{to:percent2}。',
    'Level {level} needs to switch {turnover:percent2} of its portfolio, mainly because of changes of the policy ({part:percent2} alone). {assetClass} changes the most, from {from:percent2} to {to:percent2}.',
  ),
  'allocation.no-portfolio-before': text(
    '{level}级在前一版本中没有组合，无法比较。',
    '{level}級在前一版本中並無組合，無法比較。',
    'Level {level} has no portfolio in the earlier vintage to compare with.',
  ),
  'allocation.no-portfolio-after': text(
    '{level}级在新版本中没有组合，无法比较。',
    '{level}級在新版本中並無組合，無法比較。',
    'Level {level} has no portfolio in the later vintage to compare with.',
  ),
});
