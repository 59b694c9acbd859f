import { localisedText as text } from '../../evidence/index.js';
import type { QuestionnaireDefinition } from '../definition.js';
import { fiveBands } from './five-bands.js';
import { capacityItems } from './twelve-item-capacity.js';
import { knowledgeItems } from './twelve-item-knowledge.js';
import { toleranceItems } from './twelve-item-tolerance.js';

/**
 * A complete risk questionnaire of twelve questions in Simplified Chinese, Traditional Chinese and English:
 * five on what the client’s circumstances can bear, five on what the client wants, two on what the client
 * knows. Amounts are in yuan.
 *
 * Its wording and points are the library’s own: nobody has yet published answers to it, so a bank that uses it
 * measures its `reliability` on its own clients.
 *
 * What is asked about: 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of
 * 2025), article 25.
 *
 * @example
 * ```ts
 * import { compileQuestionnaire, twelveItemQuestionnaire } from 'aptfolio/questionnaire';
 *
 * const scorer = compileQuestionnaire(twelveItemQuestionnaire);
 * scorer.definition.items.length; // => 12
 * twelveItemQuestionnaire.items[8].text.en;
 * // => 'Suppose CNY 100,000 that you invested has fallen to 80,000 within half a year. What would you do?'
 * ```
 */
export const twelveItemQuestionnaire: QuestionnaireDefinition = Object.freeze({
  id: 'twelve-items-1',
  title: text('风险承受能力评估问卷', '風險承受能力評估問卷', 'Risk questionnaire'),
  validMonths: 12,
  bands: fiveBands([0, 20, 40, 60, 80]),
  overallWeights: Object.freeze({ capacity: 0.4, tolerance: 0.4, knowledge: 0.2 }),
  mandatory: Object.freeze(['Q10']),
  items: Object.freeze([...capacityItems, ...toleranceItems, ...knowledgeItems]),
});
