import type { PlainDate } from '../../../../dates/index.js';
import { localisedText as text } from '../../../../evidence/index.js';
import type { GoldenCase, RulePack } from '../../../../rules/index.js';
import { CLIENT_FACTS } from '../../../facts/client-facts.js';
import { frozenCopy } from '../../frozen-copy.js';
import { nfra } from '../citations.js';
import { ASSESSMENT_LIMITS, NO_FURTHER_ASSESSMENT } from './nfra-rules-assessment.js';
import { NFRA_IN_FORCE } from './nfra-rules-scope.js';

const TODAY: PlainDate = '2026-06-15';

/**
 * Whether a client may be assessed once more at the same institution: article 29 of 金融机构产品适当性管理办法. Asked before an
 * assessment begins, not with a sale: its rule shares the id of the article with one in `cnNfra`.
 *
 * The caller counts what was made today and within the twelve months to today, on civil dates in Asia/Shanghai.
 */
export const cnNfraAssessment: RulePack = frozenCopy<RulePack>({
  id: 'cn-nfra-assessment',
  version: '2026.1',
  title: text(
    '风险承受能力评估的次数',
    '風險承受能力評估的次數',
    'How often risk tolerance may be assessed',
  ),
  kind: 'law',
  jurisdiction: 'CN',
  inForce: NFRA_IN_FORCE,
  facts: CLIENT_FACTS,
  parameters: ASSESSMENT_LIMITS,
  rules: [
    {
      id: 'CN-NFRA-29a',
      citations: [nfra('29(1)')],
      inForce: NFRA_IN_FORCE,
      when: NO_FURTHER_ASSESSMENT,
      outcome: 'block',
    },
  ],
  messages: {
    'CN-NFRA-29a': text(
      '您今天已评估{history.assessmentsToday}次，十二个月内已评估{history.assessments12m}次。按规定每日最多{maxPerDay}次、十二个月内最多{maxPer12Months}次，现在不能再评估。',
      '閣下今天已評估{history.assessmentsToday}次，十二個月內已評估{history.assessments12m}次。按規定每日最多{maxPerDay}次、十二個月內最多{maxPer12Months}次，現時不能再評估。',
      'Assessments so far: {history.assessmentsToday} today, {history.assessments12m} within twelve months. No more than {maxPerDay} a day and {maxPer12Months} within twelve months are allowed, so another one has to wait.',
    ),
  },
  cases: [
    counted('A02', 1, 7, 'allow', 'The second of the day and the eighth of the twelve months.'),
    counted('A04', 1, 8, 'block', 'It would be the ninth within twelve months.'),
    counted('A06', 0, 7, 'allow', 'The first of the day and the eighth of the twelve months.'),
    counted('third-today', 2, 2, 'block', 'It would be the third of the day.'),
    counted('first-ever', 0, 0, 'allow', 'Nothing was assessed before.'),
    counted('both', 2, 8, 'block', 'Both limits are reached.'),
    {
      id: 'today-unknown',
      asOf: TODAY,
      facts: { 'history.assessments12m': 3 },
      expect: { status: 'undetermined', deciding: ['CN-NFRA-29a'] },
      why: 'Nobody has counted those of today.',
    },
  ],
});

/** A case: how often the client was assessed today and within twelve months, and whether once more is allowed. */
function counted(
  id: string,
  today: number,
  within12Months: number,
  status: 'allow' | 'block',
  why: string,
): GoldenCase {
  return {
    id,
    asOf: TODAY,
    facts: { 'history.assessmentsToday': today, 'history.assessments12m': within12Months },
    expect: { status, deciding: status === 'block' ? ['CN-NFRA-29a'] : [] },
    why,
  };
}
