import {
  CN_RETEST_POLICY,
  checkRetest,
  type PastAssessment,
  type RetestOptions,
  RISK_LEVELS,
} from '../../../src/questionnaire/index.js';
import golden from '../../fixtures/questionnaire/cn-assessments.json' with { type: 'json' };

type Fact = string | number | boolean;

export const check = (
  history: readonly PastAssessment[],
  asOf: string,
  more?: Partial<RetestOptions>,
) => checkRetest(history, CN_RETEST_POLICY, { asOf: asOf as RetestOptions['asOf'], ...more });

export const codes = ({ reasons }: ReturnType<typeof check>) => reasons.map(({ code }) => code);

export const at = (assessedAt: string, level: PastAssessment['level'] = 'C3'): PastAssessment => ({
  id: assessedAt,
  assessedAt,
  level,
});

export type Facts = Readonly<Record<string, Fact>>;

export const factsOf = (id: string) => golden.cases.find((one) => one.id === id)!.facts as Facts;

export const historyOf = (facts: Facts) => [
  at(String(facts['client.assessedOn']), RISK_LEVELS[Number(facts['client.riskLevel']) - 1]!),
];
