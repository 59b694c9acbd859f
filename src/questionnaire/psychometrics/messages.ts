import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Texts on how well a questionnaire measures, for the bank that asks it. */
export const psychometricsMessages: Messages = Object.freeze({
  'questionnaire.too-few-responses': text(
    '有效答卷仅{n}份，至少需要{minimum}份，无法评估信度。',
    '有效答卷只有{n}份，最少須有{minimum}份，未能評估信度。',
    'Only {n} usable {n|response|responses}, where at least {minimum} {minimum|is|are} needed: reliability cannot be measured.',
  ),
  'questionnaire.too-few-items': text(
    '得分有差异的题目仅{k}道，至少需要{minimum}道，无法评估信度。',
    '得分有差異的題目只有{k}題，最少須有{minimum}題，未能評估信度。',
    'Items on which scores differ: {k}, where at least {minimum} {minimum|is|are} needed. Reliability cannot be measured.',
  ),
  'questionnaire.item-without-variance': text(
    '所有答卷在题目{item}上的得分相同，该题不计入信度。',
    '所有答卷在題目{item}的得分相同，該題不計入信度。',
    'All responses score alike on item {item}; it does not count towards reliability.',
  ),
  'questionnaire.responses-dropped': text(
    '有{dropped}份答卷存在漏答，未计入。',
    '有{dropped}份答卷漏答題目，未有計入。',
    'Responses left out because an answer is missing: {dropped}.',
  ),
  'questionnaire.item-reversed': text(
    '题目{item}与其他题目方向相反，计分方向可能有误，请核对。',
    '題目{item}與其他題目方向相反，計分方向可能有誤，請核對。',
    'Item {item} runs against the others and may be scored the wrong way round. Please check it.',
  ),
  'questionnaire.total-without-variance': text(
    '所有答卷的总分相同，无法计算信度系数。',
    '所有答卷的總分相同，未能計算信度系數。',
    'All responses have the same total; the coefficients of reliability are not defined.',
  ),
  'questionnaire.alpha-negative': text(
    '信度系数α为负（{alpha:number}）：题目之间平均呈负相关，总分不能作为同一特质的度量。',
    '信度系數α為負數（{alpha:number}）：題目之間平均呈負相關，總分不能用作量度同一特質。',
    'Alpha is negative ({alpha:number}): on average the items run against each other, and their total does not measure one thing.',
  ),
  'questionnaire.items-dependent': text(
    '部分题目的得分可由其他题目完全推出，依赖相关矩阵求逆的指标不作计算。',
    '部分題目的得分可由其他題目完全推算，須將相關矩陣求逆的指標不作計算。',
    'Some items follow exactly from others; figures that need the inverse of the correlations are not given.',
  ),
  'questionnaire.factor-improper': text(
    '单因子模型的解不恰当或未收敛（Heywood情形），ω系数不宜采用。',
    '單因子模型的解不恰當或未收斂（Heywood情況），ω系數不宜採用。',
    'The one-factor solution is improper (a Heywood case) or did not converge; do not rely on omega.',
  ),
  'questionnaire.too-few-ratings': text(
    '仅有{subjects}个受评对象、每个{raters}次评分，两者均至少需要{minimum}，无法计算组内相关系数。',
    '只有{subjects}個受評對象、每個{raters}次評分，兩者均最少須有{minimum}，未能計算組內相關系數。',
    'Only {subjects} {subjects|subject|subjects} with {raters} {raters|rating|ratings} each, where at least {minimum} of both {minimum|is|are} needed: the intraclass correlations cannot be measured.',
  ),
  'questionnaire.ratings-without-variance': text(
    '所有评分相同，无法计算组内相关系数。',
    '所有評分相同，未能計算組內相關系數。',
    'All ratings are alike; the intraclass correlations are not defined.',
  ),
  'questionnaire.retest-without-variance': text(
    '两次测评中至少一次的结果全部相同，相应的一致性系数无法计算。',
    '兩次評估中至少一次的結果完全相同，未能計算相應的一致性系數。',
    'In at least one of the two assessments all results are alike; the coefficients that need a difference are not defined.',
  ),
});
