import {
  assessCompleteness,
  type ClientView,
  detectNeeds,
  profileClient,
} from '../client/index.js';
import { type PlainDate, parsePlainDate } from '../dates/index.js';
import { AptfolioError, checkObject, checkText, renamePaths } from '../errors/index.js';
import { makeReason } from '../evidence/index.js';
import type { CurrencyCode } from '../money/index.js';
import { compileQuestionnaire, scoreQuestionnaire } from '../questionnaire/index.js';
import { invest } from './invest.js';
import type { AdviceOutcome } from './outcome.js';
import type { AdviceReference } from './reference.js';
import type { AdviceRequest } from './request.js';
import { stop } from './stop.js';

/** What `advise` puts on record. */
export function decideAdvice<C extends CurrencyCode>(
  request: AdviceRequest<C>,
  reference: AdviceReference,
  day: PlainDate,
): AdviceOutcome<C> {
  const asOf = parsePlainDate(day, 'options.asOf');
  checkRequest(request);
  checkObject(reference, 'reference');

  const intake = renamePaths({ present: 'request.known', policy: 'reference.completeness' }, () =>
    assessCompleteness(request.known, reference.completeness),
  );
  if (intake.status === 'incomplete') {
    return stop('incomplete', 'intake', intake.reasons, { intake });
  }

  const assessment = renamePaths(
    { definition: 'reference.questionnaire', answers: 'request.answers' },
    () =>
      scoreQuestionnaire(compileQuestionnaire(reference.questionnaire), request.answers, { asOf }),
  );
  if (assessment.status === 'incomplete') {
    return stop('incomplete', 'questionnaire', assessment.reasons, { intake });
  }

  const view: ClientView<C> = { ...request.view, questionnaire: assessment };
  const { profile, needs } = renamePaths(
    { view: 'request.view', policy: 'reference.needs' },
    () => ({
      profile: profileClient(view, reference.needs, { asOf }),
      needs: detectNeeds(view, reference.needs, { asOf }),
    }),
  );
  const known = { intake, assessment, profile, needs };
  if (profile.status === 'blocked') {
    const blocks = profile.reasons.filter(({ severity }) => severity === 'block');
    return stop('blocked', 'profile', blocks, known);
  }

  const idle = needs.needs.find(({ kind }) => kind === 'idle-cash');
  if (idle === undefined) {
    // Where anything cannot be judged, no money found is not yet no money.
    const unknown = needs.undetermined;
    return unknown.length > 0
      ? stop(
          'incomplete',
          'needs',
          unknown.map(({ reason }) => reason),
          known,
        )
      : stop('nothing-to-invest', 'needs', [makeReason('advice.no-idle-cash', 'info')], known);
  }
  return invest(request, reference, { ...known, amount: idle.amount }, asOf);
}

function checkRequest(request: AdviceRequest): void {
  checkObject(request, 'request');
  checkObject(request.view, 'request.view');
  checkText(request.goal, 'request.goal');
  checkText(request.funding, 'request.funding');
  const { goals, holdings, baseCurrency } = request.view;
  findById(goals, request.goal, 'request.goal', 'a goal of the view');
  const funding = findById(holdings, request.funding, 'request.funding', 'a holding of the view');
  if (funding.kind === 'deposit' && funding.currency === baseCurrency) return;
  const expected = `a demand deposit in ${baseCurrency}`;
  throw new AptfolioError('inconsistent', 'request.funding', expected, request.funding);
}

function findById(rows: unknown, id: string, path: string, expected: string): FoundRow {
  const list = Array.isArray(rows) ? (rows as readonly (FoundRow | null)[]) : [];
  const found = list.find((row) => row?.id === id);
  if (found === undefined || found === null) {
    throw new AptfolioError('unknown-id', path, expected, id);
  }
  return found;
}

interface FoundRow {
  readonly id?: unknown;
  readonly kind?: unknown;
  readonly currency?: unknown;
}
