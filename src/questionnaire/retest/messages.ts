import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Texts on how often a client may be assessed, and what an assessment is worth. */
export const retestMessages: Messages = Object.freeze({
  'questionnaire.retest-day-limit': text(
    '您今日已在本机构完成{used}次风险承受能力评估，单日不得超过{limit}次。',
    '閣下今日已在本機構完成{used}次風險評估，每日不得超過{limit}次。',
    'You have reached the limit of assessments at this institution: {used} made today, {limit} allowed on one day.',
  ),
  'questionnaire.retest-year-limit': text(
    '您十二个月内已在本机构完成{used}次风险承受能力评估，累计不得超过{limit}次。',
    '閣下在十二個月內已在本機構完成{used}次風險評估，合計不得超過{limit}次。',
    'You have reached the limit of assessments at this institution: {used} made within twelve months, {limit} allowed in any twelve months.',
  ),
  'questionnaire.retest-next': text(
    '最早可于{next}再次评估。',
    '最早可於{next}再次評估。',
    'The next assessment can be made on {next} at the earliest.',
  ),
  'questionnaire.retest-no-rule': text(
    '政策{policy}在{asOf}没有关于评估次数的有效规定，无法判断可否再次评估。',
    '政策{policy}在{asOf}並無有關評估次數的有效規定，無法判斷可否再次評估。',
    'Policy {policy} has no rule in force on {asOf} on how often a client may be assessed, so it cannot say whether one more assessment is allowed.',
  ),
  'questionnaire.retest-unreadable': text(
    '有{rows}条评估记录无法读取，评估次数和最近一次结果均可能有误，须先更正记录。',
    '有{rows}項評估紀錄無法讀取，評估次數及最近一次結果均可能有誤，須先更正紀錄。',
    '{rows} {rows|record|records} of assessments cannot be read, so their number and the last result may be wrong. Correct the records first.',
  ),
  'questionnaire.retest-later': text(
    '有{rows}条评估记录的日期晚于{asOf}，仅计入次数限制。',
    '有{rows}項評估紀錄的日期遲於{asOf}，只計入次數限制。',
    '{rows} recorded {rows|assessment is|assessments are} dated after {asOf}; {rows|it counts|they count} towards the limits only.',
  ),
  'questionnaire.retest-order-unknown': text(
    '{date}的多次评估先后次序不明，以等级最低的{level}为最近一次结果。',
    '{date}的多次評估先後次序不明，以級別最低的{level}為最近一次結果。',
    'The order of the assessments of {date} is not known; the lowest level, {level}, is taken for the last.',
  ),
  'questionnaire.retest-no-sale': text(
    '销售前须重新评估您的风险承受能力，但评估次数已达上限，目前不能销售。',
    '銷售前須重新評估閣下的風險承受能力，但評估次數已達上限，目前不能銷售。',
    'Your risk level must be assessed anew before anything is sold, but no more assessments may be made at present. Nothing can be sold until then.',
  ),
  'questionnaire.validity-no-rule': text(
    '政策{policy}在{asOf}没有关于评估有效期的有效规定，无法判断评估是否有效。',
    '政策{policy}在{asOf}並無有關評估有效期的有效規定，無法判斷評估是否有效。',
    'Policy {policy} has no rule in force on {asOf} on how long an assessment counts, so it cannot say whether it still does.',
  ),
  'questionnaire.assessment-none': text(
    '您尚未完成风险承受能力评估，须先完成评估。',
    '閣下尚未完成風險評估，須先完成評估。',
    'Your risk level has not been assessed yet. An assessment is needed first.',
  ),
  'questionnaire.assessment-expired': text(
    '您于{assessedOn}所做的风险承受能力评估有效期至{validThrough}，现已过期，须重新评估。',
    '閣下於{assessedOn}所做的風險評估有效至{validThrough}，現已過期，須重新評估。',
    'Your assessment of {assessedOn} counted until {validThrough} and has expired. A new one is needed.',
  ),
  'questionnaire.assessment-change-reported': text(
    '您于{reportedOn}告知情况有变，{assessedOn}的风险承受能力评估不再适用，须重新评估。',
    '閣下於{reportedOn}告知情況有變，{assessedOn}的風險評估不再適用，須重新評估。',
    'You reported a change of circumstances on {reportedOn}, so the assessment of {assessedOn} no longer applies. A new one is needed.',
  ),
  'questionnaire.level-change-unconfirmed': text(
    '您的风险承受能力等级由{from}变为{to}，请再次确认。确认前以{level}为准。',
    '閣下的風險級別由{from}變為{to}，請再次確認。確認前以{level}為準。',
    'Your risk level has changed from {from} to {to}. Please confirm the change; until then {level} counts.',
  ),
  'questionnaire.level-raised': text(
    '您的风险承受能力等级于{on}由{from}上调至{to}，距今{daysAgo}天，须由专人复核后方可据此推荐。',
    '閣下的風險級別於{on}由{from}上調至{to}，距今{daysAgo}日，須由專人覆核後方可據此推薦。',
    'Your risk level rose from {from} to {to} on {on} (days ago: {daysAgo}). Someone must look at it before anything is recommended on it.',
  ),
});
