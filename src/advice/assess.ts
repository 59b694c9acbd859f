import { ageOn, type PlainDate, parsePlainDate } from '../dates/index.js';
import { AptfolioError, checkObject, renamePaths } from '../errors/index.js';
import {
  compileQuestionnaire,
  type QuestionnaireResult,
  scoreQuestionnaire,
} from '../questionnaire/index.js';
import type { AdviceReference } from './reference.js';
import type { AdviceRequest } from './request.js';

/** Scores the client's answers; the form's rules may read the age, which the view knows, and whatever the bank adds. */
export function assess(
  { view, answers, answeredOn, assessment = {} }: AdviceRequest,
  { questionnaire }: AdviceReference,
  asOf: PlainDate,
): QuestionnaireResult {
  const { facts, ...rest } = checkObject(assessment, 'request.assessment') as NonNullable<
    AdviceRequest['assessment']
  >;
  const { birthDate } = checkObject(
    checkObject(view, 'request.view').client,
    'request.view.client',
  );
  const born = parsePlainDate(birthDate, 'request.view.client.birthDate');
  const on = answeredOn === undefined ? asOf : parsePlainDate(answeredOn, 'request.answeredOn');
  if (on > asOf) {
    throw new AptfolioError('inconsistent', 'request.answeredOn', `a day up to ${asOf}`, on);
  }
  const age = renamePaths({ asOf: 'request.view.client.birthDate' }, () => ageOn(born, on));
  const names = {
    definition: 'reference.questionnaire',
    answers: 'request.answers',
    options: 'request.assessment',
  };
  return renamePaths(names, () =>
    scoreQuestionnaire(compileQuestionnaire(questionnaire), answers, {
      ...rest,
      facts: { ...facts, age },
      asOf: on,
    }),
  );
}
