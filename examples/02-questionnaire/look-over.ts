import {
  type Answers,
  enumerateLevels,
  type LevelDistribution,
  lintQuestionnaire,
  type QuestionnaireDefinition,
  type QuestionnaireLint,
  type ScoreBand,
} from 'aptfolio/questionnaire';
import type { ClientFile, Form } from './inputs.js';

/** One form. */
export interface FormReport extends Form {
  readonly lint: QuestionnaireLint;
  /** `null` where the form cannot be compiled even with its bands' ends left out. */
  readonly counted: Counted | null;
}

/** What the form can say. */
export interface Counted {
  /** The form with bands that run up to the next one. */
  readonly definition: QuestionnaireDefinition;
  readonly all: LevelDistribution;
  /** The most cautious answer to each question about losses, and what the other answers still make of it. */
  readonly fixed: Answers;
  readonly lossAverse: LevelDistribution;
}

/** Lints a form and counts what it can say. */
export function lookOver(form: Form, facts: ClientFile['facts']): FormReport {
  const lint = lintQuestionnaire(form.definition);
  // Without a distribution the form is beyond counting: it cannot be compiled, or its rules read too much.
  if (lint.distribution === null) return { ...form, lint, counted: null };
  const definition = withOpenBands(form.definition);
  const fixed = mostLossAverse(definition);
  const counted = {
    definition,
    fixed,
    all: enumerateLevels(definition, {}, { facts }),
    lossAverse: enumerateLevels(definition, fixed, { facts }),
  };
  return { ...form, lint, counted };
}

/** A score that falls between two bands counts for the lower one, as `lintQuestionnaire` has it. */
function withOpenBands(definition: QuestionnaireDefinition): QuestionnaireDefinition {
  const open = (bands: readonly ScoreBand[]): readonly ScoreBand[] =>
    bands.map(({ to: _, toIncluded: __, ...band }) => band);
  const dimensions = Object.entries(definition.dimensions ?? {}).map(([name, one]) => {
    return [name, one.bands === undefined ? one : { ...one, bands: open(one.bands) }] as const;
  });
  return {
    ...definition,
    bands: open(definition.bands),
    dimensions: Object.fromEntries(dimensions),
  };
}

/** Options run from cautious to bold or the other way; the end that brings fewer points is the cautious one. */
function mostLossAverse({ items }: QuestionnaireDefinition): Answers {
  const answers = items.flatMap((item) => {
    const isChoice = item.kind === undefined || item.kind === 'single';
    if (!isChoice || !/^(maxLoss|reactionToLoss)\b/.test(item.factor)) return [];
    const { points } = item;
    return [[item.id, points[0]! <= points.at(-1)! ? 0 : points.length - 1] as const];
  });
  return Object.fromEntries(answers);
}

/** Another version of a form may not have all the questions. */
export function answersTo({ items }: QuestionnaireDefinition, answers: Answers): Answers {
  return Object.fromEntries(items.map(({ id }) => [id, answers[id]]));
}
