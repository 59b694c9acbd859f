import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Names and formulas of the family's ready KPIs in three languages. */
export const satisfactionMessages: Messages = Object.freeze({
  'kpi.name.satisfaction-mean': text('客户满意度平均分', '客戶滿意度平均分', 'Mean satisfaction'),
  'kpi.formula.satisfaction-mean': text(
    '评分总和 ÷ 答卷数',
    '評分總和 ÷ 回覆數目',
    'Sum of the scores ÷ answers',
  ),
  'kpi.name.satisfaction-top-two-box': text(
    '满意客户占比（最高两档）',
    '滿意客戶比例（最高兩級）',
    'Satisfied clients (two best points)',
  ),
  'kpi.formula.satisfaction-top-two-box': text(
    '最高两档评分的答卷数 ÷ 答卷数',
    '最高兩級評分的回覆數目 ÷ 回覆數目',
    'Answers in the two best points ÷ answers',
  ),
  'kpi.name.net-promoter-score': text(
    '客户净推荐值（NPS）',
    '客戶淨推薦值（NPS）',
    'Net promoter score',
  ),
  'kpi.formula.net-promoter-score': text(
    '推荐者（9至10分）占比 − 贬损者（0至6分）占比',
    '推薦者（9至10分）比例 − 貶損者（0至6分）比例',
    'Share of promoters (9, 10) − share of detractors (0 to 6)',
  ),
  'kpi.name.customer-effort': text(
    '办理便捷度（CES）',
    '辦理便捷度（CES）',
    'Ease of dealing with us (CES)',
  ),
  'kpi.formula.customer-effort': text(
    '便捷度评分5至7分的答卷数 ÷ 答卷数',
    '便捷度評分5至7分的回覆數目 ÷ 回覆數目',
    'Answers from 5 to 7 ÷ answers',
  ),
  'kpi.name.adviser-professionalism': text(
    '投资顾问专业度认可率',
    '投資顧問專業程度認可率',
    'Advisers rated as professional',
  ),
  'kpi.formula.adviser-professionalism': text(
    '顾问专业度最高两档评分的答卷数 ÷ 答卷数',
    '顧問專業程度最高兩級評分的回覆數目 ÷ 回覆數目',
    'Answers on professionalism in the two best points ÷ answers',
  ),
  'kpi.name.personalised-proposals': text(
    '个性化方案占比',
    '個人化方案比例',
    'Personalised proposals',
  ),
  'kpi.formula.personalised-proposals': text(
    '因记录在案的客户原因而不同于模型组合的方案数 ÷ 方案数',
    '因有紀錄的客戶原因而有別於模型組合的方案數目 ÷ 方案數目',
    'Proposals that differ from the model for a recorded reason ÷ proposals',
  ),
  'kpi.name.unexplained-deviations': text(
    '无理由偏离模型的方案占比',
    '無理由偏離模型的方案比例',
    'Proposals off the model without a reason',
  ),
  'kpi.formula.unexplained-deviations': text(
    '没有记录客户原因却不同于模型组合的方案数 ÷ 方案数',
    '沒有記錄客戶原因卻有別於模型組合的方案數目 ÷ 方案數目',
    'Proposals that differ from the model without a recorded reason ÷ proposals',
  ),
  'kpi.non-response': text(
    '受邀客户中仅{response:percent}作答，低于{least:percent}。若其余客户作答，该指标可能在{low:number}至{high:number}之间的任何位置。',
    '受邀客戶中只有{response:percent}作答，低於{least:percent}。倘若其餘客戶作答，此指標可能在{low:number}至{high:number}之間的任何位置。',
    'Only {response:percent} of those asked have answered, fewer than {least:percent}. Had the others answered, the figure could lie anywhere from {low:number} to {high:number}.',
  ),
  'kpi.nobody-invited': text(
    '没有客户受邀参加调查，无从得知答复率。',
    '沒有客戶獲邀參與調查，回覆率無從得知。',
    'Nobody was asked, so there is no response rate.',
  ),
  'kpi.name.survey-response': text('问卷答复率', '問卷回覆率', 'Survey response rate'),
  'kpi.formula.survey-response': text(
    '答复的客户数 ÷ 受邀且送达的客户数',
    '回覆的客戶數目 ÷ 已邀請並送達的客戶數目',
    'Clients who answered ÷ clients who were asked',
  ),
});
