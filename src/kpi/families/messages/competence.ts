import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Names and formulas of the family's ready KPIs in three languages. */
export const competenceMessages: Messages = Object.freeze({
  'kpi.name.test-score-mean': text('考试平均分', '考試平均分', 'Mean test score'),
  'kpi.formula.test-score-mean': text(
    '首次考试得分之和 ÷ 首次考试数（满分100）',
    '首次考試得分總和 ÷ 首次考試次數（滿分100）',
    'Points reached in first tests ÷ first tests, of 100',
  ),
  'kpi.name.practice-score-mean': text('实务评估平均分', '實務評估平均分', 'Mean practice score'),
  'kpi.formula.practice-score-mean': text(
    '实务案例得分之和 ÷ 受评案例数（满分100）',
    '實務個案得分總和 ÷ 獲評個案數目（滿分100）',
    'Points given to cases of practice ÷ cases assessed, of 100',
  ),
  'kpi.name.test-pass-rate': text(
    '首次考试通过率',
    '首次考試合格率',
    'Tests passed at first attempt',
  ),
  'kpi.formula.test-pass-rate': text(
    '首次考试即通过数 ÷ 首次考试数',
    '首次考試即合格次數 ÷ 首次考試次數',
    'Tests passed at the first attempt ÷ tests taken for the first time',
  ),
  'kpi.name.training-hours-met': text(
    '持续培训学时达标率',
    '持續培訓時數達標率',
    'Continuing-training hours met',
  ),
  'kpi.formula.training-hours-met': text(
    '学时达标顾问数 ÷ 应完成学时且有记录的顾问数',
    '時數達標顧問人數 ÷ 須完成時數並有紀錄的顧問人數',
    'Advisers with the hours due ÷ advisers due, with hours on record',
  ),
  'kpi.name.certificate-validity': text('从业资格有效率', '執業資格有效比率', 'Certificates valid'),
  'kpi.formula.certificate-validity': text(
    '当日有效的资格数 ÷ 岗位要求且有记录的资格数',
    '當日有效的資格數目 ÷ 職務所需並有紀錄的資格數目',
    'Certificates valid on the day ÷ certificates demanded and on record',
  ),
});
