import {
  type Answers,
  compileQuestionnaire,
  crossTabulate,
  itemPoints,
  type QuestionnaireDefinition,
  type Reliability,
  type RetestReliability,
  RISK_LEVELS,
  type RiskLevel,
  reliability,
  retestReliability,
  scoreQuestionnaire,
} from 'aptfolio/questionnaire';
import type { ClientFile, Responses } from './inputs.js';
import { answersTo, type FormReport } from './look-over.js';

/** What many clients' answers say about the forms. */
export interface Measured {
  readonly parts: readonly Part[];
  /** Whether clients get the same level by the last form when they are asked again. */
  readonly stability: RetestReliability | null;
}

/** The items that are added up to one score. */
export interface Part {
  readonly form: FormReport;
  readonly dimension: string;
  readonly reliability: Reliability;
}

/** Any day will do: points do not depend on it. */
const ASKED_ON = '2026-06-15';

export function measure(
  forms: readonly FormReport[],
  { first, again }: Responses,
  facts: ClientFile['facts'],
): Measured {
  const last = forms.at(-1)?.counted?.definition;
  return {
    parts: forms.flatMap((form) => partsOf(form, first)),
    stability: again === null || last === undefined ? null : stabilityOf(last, first, again, facts),
  };
}

function partsOf(form: FormReport, answers: readonly Answers[]): readonly Part[] {
  const { definition } = form.counted!;
  const scorer = compileQuestionnaire(definition);
  const rows = answers.map((one) => itemPoints(scorer, answersTo(definition, one)));
  const names = [...new Set(definition.items.map(({ dimension }) => dimension))];
  return names.flatMap((dimension) => {
    const own = definition.items.filter((item) => item.dimension === dimension);
    const items = own.map(({ id }) => id);
    if (dimension === null || items.length < 2 || rows.length === 0) return [];
    // Forms that are not filled in to the end are left out.
    const measured = reliability(rows, { items, missing: 'listwise' });
    return [{ form, dimension, reliability: measured }];
  });
}

function stabilityOf(
  definition: QuestionnaireDefinition,
  first: readonly Answers[],
  again: readonly Answers[],
  facts: ClientFile['facts'],
): RetestReliability {
  const scorer = compileQuestionnaire(definition);
  const levelOf = (answers: Answers | undefined): RiskLevel | null => {
    const result = scoreQuestionnaire(scorer, answers ?? {}, { asOf: ASKED_ON, facts });
    return result.status === 'scored' ? result.level : null;
  };
  const pairs = first.flatMap((answers, client) => {
    const [before, after] = [levelOf(answers), levelOf(again[client])];
    return before === null || after === null ? [] : [[before, after] as const];
  });
  return retestReliability(crossTabulate(pairs, RISK_LEVELS));
}
