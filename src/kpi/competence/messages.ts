import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What the findings about advisers say of themselves. */
export const adviserMessages: Messages = Object.freeze({
  'kpi.too-few-advisers': text(
    '可评定的顾问仅{advisers}名，少于{minimum}名，无法判断差异有多少出于偶然。',
    '可評定的顧問只有{advisers}名，少於{minimum}名，無法判斷差異有多少純屬偶然。',
    'The number of advisers who can be rated, {advisers}, is below {minimum}: nobody can say how much of their differences is chance.',
  ),
  'kpi.no-repeated-scores': text(
    '“{component}”没有任何顾问的得分有高低之分，无法判断差异有多少出于偶然。',
    '「{component}」沒有任何顧問的得分有高低之分，無法判斷差異有多少純屬偶然。',
    'In “{component}” no adviser has scores that differ, so nothing says how much of the differences between advisers is chance.',
  ),
  'kpi.advisers-alike': text(
    '顾问之间的差异不超过偶然波动所能解释的范围。',
    '顧問之間的差異不超過偶然波動所能解釋的範圍。',
    'The advisers differ by no more than chance alone would have it.',
  ),
  'kpi.cases-of-one-adviser': text(
    '“{component}”中的“{cases}”类案例仅由一名顾问处理，无从比较其难易。',
    '「{component}」中的「{cases}」類個案只由一名顧問處理，無從比較其難易。',
    'Cases “{cases}” of “{component}” went to one adviser only, so their difficulty cannot be told from that adviser’s ability.',
  ),
  'kpi.regression-to-the-mean': text(
    '参训者因得分偏低而入选：即使不培训，其再次得分也多会回升，升幅不能全部归功于培训。',
    '參訓者因得分偏低而獲選：即使不培訓，其再次得分亦多會回升，升幅不能全部歸功於培訓。',
    'They were chosen for low scores, and low scores tend to rise again by themselves: not all of the gain is the training’s.',
  ),
  'kpi.selection-not-low': text(
    '参训者据称因得分偏低而入选，但其培训前平均分为{before:number}，并不低于所在群体的{groupMean:number}分：请核对数据或选定方式。',
    '參訓者據稱因得分偏低而獲選，但其培訓前平均分為{before:number}，並不低於所屬群體的{groupMean:number}分：請核對數據或挑選方式。',
    'They are said to have been chosen for low scores, but stood at {before:number} on average, no lower than their group at {groupMean:number}: check the figures or how they were chosen.',
  ),
  'kpi.selection-unknown': text(
    '未说明参训者如何选定；若因得分偏低而入选，部分升幅可能只是自然回升。',
    '未有說明如何挑選參訓者；若因得分偏低而獲選，部分升幅可能只是自然回升。',
    'How they were chosen is not known; if it was for low scores, part of the gain would have come by itself.',
  ),
  'kpi.scores-missing-after': text(
    '{people}人缺少其中一次得分，未参与比较；若恰是成绩较差者缺考，结果会偏高。',
    '{people}人欠缺其中一次得分，未有參與比較；若恰是成績較差者缺席，結果會偏高。',
    'Left out because one of the two scores is missing: {people} of those listed. If it is the weaker ones, the gain looks larger than it is.',
  ),
  'kpi.training-without-control': text(
    '没有未参训的对照组：练习、试题难度或时间推移也可能使得分变化。',
    '並無未參訓的對照組：練習、試題深淺或時間推移亦可能令得分改變。',
    'There was no group without the training: practice, easier questions or time may have moved the scores too.',
  ),
  'kpi.training-control-differs': text(
    '对照组的起点与参训组相差{gap:number}分，两组未必会同步变化。',
    '對照組的起點與參訓組相差{gap:number}分，兩組未必會同步變化。',
    'The control group started {gap:number} {gap|point|points} away from the trained, so both need not have changed alike.',
  ),
  'kpi.gain-not-shown': text(
    '得分变化可能出于偶然（双侧p值{p:number}），不足以说明培训有效。',
    '得分變化可能純屬偶然（雙側p值{p:number}），不足以證明培訓有效。',
    'The change of scores may well be chance (two-sided p {p:number}); it does not show that the training works.',
  ),
  'kpi.funnel-overdispersed': text(
    '各组之间的差异整体大于偶然波动（离散系数{dispersion:number}），越过界限者未必真正异常。',
    '各組之間的差異整體大於偶然波動（離散系數{dispersion:number}），越過界限者未必真正異常。',
    'The groups as a whole differ by more than chance (dispersion {dispersion:number}), so a point beyond a limit need not be out of the ordinary.',
  ),
});
