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
  'kpi.verdict-beyond-fall': text(
    '参训者培训前高于所在群体的平均水平，即使不培训，其再次得分平均也会回落约{fall:number}分；结论以扣除这一回落后的得分为准，而非得分变化本身。',
    '參訓者培訓前高於所屬群體的平均水平，即使不培訓，其再次得分平均亦會回落約{fall:number}分；結論以扣除此一回落後的得分為準，而非得分變化本身。',
    'They stood above their group, where scores would have fallen by {fall:number} {fall|point|points} on average by themselves: the verdict rests on what goes beyond that fall, and not on the change of scores.',
  ),
  'kpi.regression-explains-gain': text(
    '参训者因得分偏低而入选：即使不培训，平均也会回升约{expected:number}分；实际平均升幅{gain:number}分并未超出，不能归功于培训。',
    '參訓者因得分偏低而獲選：即使不培訓，平均亦會回升約{expected:number}分；實際平均升幅{gain:number}分並未超出，不能歸功於培訓。',
    'They were chosen for low scores, which would have risen by {expected:number} {expected|point|points} on average by themselves: a gain of {gain:number} is no more than that, and none of it is the training’s.',
  ),
  'kpi.regression-hides-loss': text(
    '参训者因得分偏低而入选：即使不培训，其再次得分也多会回升；结果并无提高，扣除这一回升后更低。',
    '參訓者因得分偏低而獲選：即使不培訓，其再次得分亦多會回升；結果並無提升，扣除此一回升後更低。',
    'They were chosen for low scores, and low scores tend to rise again by themselves: the result is no gain as it is, and without that rise it would be lower still.',
  ),
  'kpi.selection-unknown': text(
    '未说明参训者如何选定；若因得分偏低而入选，即使不培训得分也多会回升，培训的作用便不如得分变化所示。',
    '未有說明如何挑選參訓者；若因得分偏低而獲選，即使不培訓得分亦多會回升，培訓的作用便不如得分變化所示。',
    'How they were chosen is not known; low scores tend to rise again by themselves, so if it was for low scores the training did less than the change of scores suggests.',
  ),
  'kpi.scores-missing-after': text(
    '{people}名参训者缺少其中一次得分，未参与比较；若其进步小于其他参训者，培训效果会被高估。',
    '{people}名參訓者欠缺其中一次得分，未有參與比較；若其進步小於其他參訓者，培訓成效會被高估。',
    'Left out because one of the two scores is missing: {people} of the trained. If they gained less than the others, the training looks better than it is.',
  ),
  'kpi.scores-missing-in-control': text(
    '对照组中有{people}人缺少其中一次得分，未参与比较；若其进步小于组内其他人，培训效果会被低估。',
    '對照組中有{people}人欠缺其中一次得分，未有參與比較；若其進步小於組內其他人，培訓成效會被低估。',
    'Left out because one of the two scores is missing: {people} of the control group. If they gained less than the others of it, the training looks worse than it is.',
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
  'kpi.gain-beyond-not-shown': text(
    '扣除预期的自然回升{expected:number}分后，得分变化可能出于偶然（双侧p值{p:number}），不足以说明培训有效。',
    '扣除預期的自然回升{expected:number}分後，得分變化可能純屬偶然（雙側p值{p:number}），不足以證明培訓有效。',
    'Apart from the rise of {expected:number} {expected|point|points} to be expected anyway, the change of scores may well be chance (two-sided p {p:number}); it does not show that the training works.',
  ),
  'kpi.gain-beyond-fall-not-shown': text(
    '扣除预期的自然回落{fall:number}分后，得分变化可能出于偶然（双侧p值{p:number}），不足以说明培训有效。',
    '扣除預期的自然回落{fall:number}分後，得分變化可能純屬偶然（雙側p值{p:number}），不足以證明培訓有效。',
    'Apart from the fall of {fall:number} {fall|point|points} to be expected anyway, the change of scores may well be chance (two-sided p {p:number}); it does not show that the training works.',
  ),
  'kpi.funnel-overdispersed': text(
    '各组之间的差异整体大于偶然波动（离散系数{dispersion:number}），越过界限者未必真正异常。',
    '各組之間的差異整體大於偶然波動（離散系數{dispersion:number}），越過界限者未必真正異常。',
    'The groups as a whole differ by more than chance (dispersion {dispersion:number}), so a point beyond a limit need not be out of the ordinary.',
  ),
});
