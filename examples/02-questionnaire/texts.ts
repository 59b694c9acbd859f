import type { Messages } from 'aptfolio/evidence';
import { text } from '../01-advise/texts/text.js';

/** The account's own sentences. The library's findings and reasons bring their texts themselves. */
export const texts: Messages = {
  'page.title': text(
    'A bank’s own questionnaire, looked over',
    '银行自有风险问卷检视',
    '銀行自有風險問卷檢視',
  ),
  'page.sample': text(
    'Forms, client and answers are made up. The level distribution weighs every way of filling the form in alike: it says what the form can say, not what clients will say.',
    '问卷、客户及答卷均为虚构。等级分布对每一种填答方式一视同仁：说明问卷可能得出什么结果，而非客户实际会如何作答。',
    '問卷、客戶及答卷均屬虛構。級別分佈對每一種填答方式一視同仁：說明問卷可能得出甚麼結果，而非客戶實際會如何作答。',
  ),
  'page.own': text(
    'The level distribution weighs every way of filling the form in alike: it says what the form can say, not what clients will say.',
    '等级分布对每一种填答方式一视同仁：说明问卷可能得出什么结果，而非客户实际会如何作答。',
    '級別分佈對每一種填答方式一視同仁：說明問卷可能得出甚麼結果，而非客戶實際會如何作答。',
  ),
  'page.footer': text('Forms: {forms}.', '问卷：{forms}。', '問卷：{forms}。'),

  'form.own': text('The form', '问卷', '問卷'),
  'form.drafted': text('First draft', '初稿', '初稿'),
  'form.corrected': text('Corrected', '修订稿', '修訂稿'),

  'step.lint': text('Faults in the form', '问卷的毛病', '問卷的毛病'),
  'step.levels': text('What the form can say', '问卷可能得出的等级', '問卷可能得出的級別'),
  'step.losses': text('The most loss-averse answers', '最厌恶亏损的回答', '最厭惡虧損的回答'),
  'step.ways': text('How the level is put together', '等级如何得出', '級別如何得出'),
  'step.reliability': text('Do the items measure the same?', '信度', '信度'),
  'step.client': text('One client', '一位客户', '一位客戶'),
  'step.retest': text('Assessed again', '重复测评', '重複評估'),
  'step.joint': text('A joint account', '联名账户', '聯名賬戶'),

  'headline.losses': text(
    '{form}: loss-averse up to',
    '{form}：厌恶亏损者最高',
    '{form}：厭惡虧損者最高',
  ),
  'headline.client': text('{form}: the client', '{form}：客户', '{form}：客戶'),

  'lint.found': text(
    '{form}: {count} findings.',
    '{form}：{count}项问题。',
    '{form}：{count}項問題。',
  ),
  'lint.unusable': text(
    '{form}: {count} findings, and it cannot be used as it is.',
    '{form}：{count}项问题，现状不能使用。',
    '{form}：{count}項問題，現狀不能使用。',
  ),
  'lint.finding': text('{finding} ({where})', '{finding}（{where}）', '{finding}（{where}）'),
  'lint.blocks': text('Unusable: {finding}', '不能使用：{finding}', '不能使用：{finding}'),
  'lint.clean': text('{form}: nothing found.', '{form}：未发现问题。', '{form}：未發現問題。'),

  'levels.uncounted': text(
    'None of the forms can be counted before its faults are put right.',
    '须先改正上述问题，才能计算。',
    '須先改正上述問題，才能計算。',
  ),
  'levels.decision': text(
    '{form}: {completions} ways to fill it in, counted exactly; {share} of them give C4 or C5.',
    '{form}：共有{completions}种填答方式（精确计数），其中{share}得出C4或C5。',
    '{form}：共有{completions}種填答方式（精確計數），其中{share}得出C4或C5。',
  ),
  'levels.facts': text(
    'Counted with what is known of the client: {facts}.',
    '按已知的客户资料计算：{facts}。',
    '按已知的客戶資料計算：{facts}。',
  ),
  'losses.none': text(
    'No single choice asks about losses (factors maxLoss and reactionToLoss).',
    '没有单选题涉及亏损（要素maxLoss及reactionToLoss）。',
    '沒有單選題涉及虧損（要素maxLoss及reactionToLoss）。',
  ),
  'losses.decision': text(
    '{form}: with the most cautious answer to each question on losses ({items}), the other answers still lead up to {level}.',
    '{form}：有关亏损的题目（{items}）均选最审慎的一项，其余回答仍可使等级达到{level}。',
    '{form}：有關虧損的題目（{items}）均選最審慎的一項，其餘回答仍可令級別達到{level}。',
  ),
  'losses.nothing-else': text(
    '{form}: with the most cautious answer to each question on losses ({items}), no other answer leads above {level}.',
    '{form}：有关亏损的题目（{items}）均选最审慎的一项时，无论其余如何作答，等级均为{level}。',
    '{form}：有關虧損的題目（{items}）均選最審慎的一項時，不論其餘如何作答，級別均為{level}。',
  ),
  'ways.explained': text(
    '{form}, put together in several ways: by the weighted sum alone, by the lowest of sum, capacity and tolerance, and with the form’s own rules.',
    '{form}的等级以数种方式得出：只看加权总分；取总分、承担能力、承受意愿中最低者；再加上问卷自身的规则。',
    '{form}的級別以數種方式得出：只看加權總分；取總分、承擔能力、承受意願中最低者；再加上問卷本身的規則。',
  ),
  'ways.unknown': text(
    'Where the rules read a fact that nobody knows, the level is left open ({share}) rather than guessed.',
    '规则所需的客户资料缺失时，等级暂不确定（{share}），绝不猜测。',
    '規則所需的客戶資料欠缺時，級別暫不確定（{share}），絕不猜測。',
  ),
  'way.weighted-sum': text('weighted sum', '加权总分', '加權總分'),
  'way.lowest': text('lowest', '取最低者', '取最低者'),
  'way.lowest-rules': text('lowest, with rules', '取最低者，加规则', '取最低者，加規則'),
  'way.lowest-blind': text(
    'the same, nothing known of the client',
    '同上，客户资料未知',
    '同上，客戶資料未知',
  ),

  'reliability.made-up': text(
    'The answers are made up: {n} clients who do not exist, drawn with the generator {generator} from seed {seed}. They show the procedure; the figures say nothing of any real form.',
    '答卷为虚构：以生成器{generator}（种子{seed}）模拟{n}位并不存在的客户。此处只演示方法，数字不代表任何真实问卷。',
    '答卷屬虛構：以生成器{generator}（種子{seed}）模擬{n}位並不存在的客戶。此處只示範方法，數字不代表任何真實問卷。',
  ),
  'reliability.file': text(
    'Answers of {n} clients from {path}.',
    '{path}中{n}位客户的答卷。',
    '{path}中{n}位客戶的答卷。',
  ),
  'reliability.reversed': text(
    '{form}: {items} runs against the other items. Turned round, alpha would be {turned} instead of {alpha}.',
    '{form}：{items}与其他题目方向相反。若改正计分方向，α系数由{alpha}升至{turned}。',
    '{form}：{items}與其他題目方向相反。若改正計分方向，α系數由{alpha}升至{turned}。',
  ),
  'reliability.straight': text(
    'No item runs against the others.',
    '没有题目与其他题目方向相反。',
    '沒有題目與其他題目方向相反。',
  ),
  'reliability.stability': text(
    'Asked a second time, {agreement} of the clients get the same level by the corrected form; weighted kappa {kappa}.',
    '再次作答时，{agreement}的客户按修订稿得到相同等级；加权κ系数{kappa}。',
    '再次作答時，{agreement}的客戶按修訂稿得到相同級別；加權κ系數{kappa}。',
  ),

  'client.decision': text(
    '{form}: {level}; the weighted sum alone would say {weighted}. Held by {by}.',
    '{form}：{level}；只看加权总分则为{weighted}。起决定作用：{by}。',
    '{form}：{level}；只看加權總分則為{weighted}。起決定作用：{by}。',
  ),
  'client.incomplete': text(
    '{form}: no level, because something is missing: {missing}.',
    '{form}：资料不全，无法定级：{missing}。',
    '{form}：資料不齊，未能評級：{missing}。',
  ),
  'client.stopped': text(
    '{form}: no level, because a rule allows none.',
    '{form}：规则不允许定级。',
    '{form}：規則不允許評級。',
  ),
  'client.change': text(
    '{item}: option {option} instead of {chosen} would give {level}.',
    '{item}：若改选第{option}项（现为第{chosen}项），等级将为{level}。',
    '{item}：若改選第{option}項（現為第{chosen}項），級別將為{level}。',
  ),

  'retest.allowed': text(
    'One more assessment may be made on {asOf}.',
    '{asOf}可以再次测评。',
    '{asOf}可以再次評估。',
  ),
  'retest.refused': text(
    'No more assessment on {asOf}: {used} were made that day. Until the client confirms, {level} counts.',
    '{asOf}不得再次测评：当日已测评{used}次。客户确认之前，以{level}为准。',
    '{asOf}不得再次評估：當日已評估{used}次。客戶確認之前，以{level}為準。',
  ),
  'retest.undetermined': text(
    'Whether one more assessment may be made on {asOf} cannot be said.',
    '无法判断{asOf}可否再次测评。',
    '無法判斷{asOf}可否再次評估。',
  ),
  'joint.decided': text(
    'All owners together: {level}, the most cautious one’s.',
    '全体持有人：{level}，以最审慎者为准。',
    '所有持有人：{level}，以最審慎者為準。',
  ),
  'joint.undetermined': text(
    'All owners together: no level yet.',
    '全体持有人：尚无共同等级。',
    '所有持有人：尚未有共同級別。',
  ),

  'chart.levels': text(
    'Share of all completions by level',
    '各等级占全部填答方式的比例',
    '各級別佔全部填答方式的比例',
  ),
  'chart.losses': text(
    'The same, with the most loss-averse answers fixed',
    '同上，但有关亏损的题目均选最审慎的一项',
    '同上，但有關虧損的題目均選最審慎的一項',
  ),
  'chart.item-rest': text(
    'Correlation of each item with the sum of the others, {form}',
    '各题与其余题目总分的相关系数，{form}',
    '各題與其餘題目總分的相關系數，{form}',
  ),
  'chart.if-dropped': text(
    'Alpha without the item, {form} (with all items {alpha})',
    '剔除该题后的α系数，{form}（全部题目{alpha}）',
    '剔除該題後的α系數，{form}（全部題目{alpha}）',
  ),
  'chart.contributions': text(
    'What each answer brought of the points it could bring, {form}',
    '各回答的得分占该题最高分的比例，{form}',
    '各回答的得分佔該題最高分的比例，{form}',
  ),

  'head.level': text('Level', '等级', '級別'),
  'head.way': text('Rule', '规则', '規則'),
  'head.bold': text('C4 and C5', 'C4及C5', 'C4及C5'),
  'head.highest': text('Loss-averse: up to', '厌恶亏损者最高', '厭惡虧損者最高'),
  'head.unknown': text('Open', '不确定', '不確定'),
  'head.part': text('Score (items)', '得分（题数）', '得分（題數）'),
  'head.alpha': text('Alpha', 'α系数', 'α系數'),
  'head.interval': text('95% interval', '95%区间', '95%區間'),
  'head.omega': text('Omega', 'ω系数', 'ω系數'),
  'head.dimension': text('Dimension', '维度', '維度'),
  'head.score': text('Score', '得分', '得分'),

  'cell.percent': text('{x:percent}', '{x:percent}', '{x:percent}'),
  'cell.part': text(
    '{form}: {dimension} ({items})',
    '{form}：{dimension}（{items}题）',
    '{form}：{dimension}（{items}題）',
  ),
  'cell.interval': text('{low} to {high}', '{low}至{high}', '{low}至{high}'),
  'cell.quoted': text('“{name}”', '“{name}”', '「{name}」'),
  'cell.of': text('{points} of {maximum}', '{points}/{maximum}', '{points}/{maximum}'),
  'level.none': text('no level', '无等级', '無級別'),
  'dimension.total': text('Total', '总分', '總分'),

  'item.age': text('Age', '年龄', '年齡'),
  'item.income': text('Income', '收入', '收入'),
  'item.debt': text('Debt', '负债', '負債'),
  'item.liquidity': text('Liquidity need', '流动性需求', '流動資金需要'),
  'item.horizon': text('Horizon', '投资期限', '投資期'),
  'item.purpose': text('Purpose', '投资目的', '投資目的'),
  'item.return': text('Return hoped for', '收益期望', '回報期望'),
  'item.preference': text('Preference', '风险偏好', '風險取向'),
  'item.drop': text('After a fall', '下跌后的反应', '下跌後的反應'),
  'item.max-loss': text('Largest loss', '最大亏损', '最大虧損'),
  'item.experience': text('Experience', '投资经验', '投資經驗'),
  'item.quiz': text('Risk awareness', '风险认知', '風險認知'),
};
