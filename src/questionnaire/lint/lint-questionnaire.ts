import { AptfolioError, checkObject } from '../../errors/index.js';
import { compileQuestionnaire, type Scorer } from '../compile.js';
import type { QuestionnaireDefinition, ScoreBand } from '../definition.js';
import {
  type EnumerateOptions,
  enumerateLevels,
  type LevelDistribution,
} from '../enumerate/enumerate-levels.js';
import { lintAxes } from './axes.js';
import { lintBands } from './bands.js';
import { lintFactors } from './factors.js';
import { finding, type LintFinding } from './finding.js';
import { lintJumps } from './jumps.js';
import { lintPoints } from './points.js';
import { lintReach } from './reach.js';
import { lintRules } from './rules.js';
import { lintTranslations } from './translations.js';
import { unlessTooLong } from './unless-too-long.js';
import { lintWording } from './wording.js';

/** What is to be said about a form before clients see it. */
export interface QuestionnaireLint {
  /** `errors`: the form cannot be used. `warnings`: it can, and there is something to look at. */
  readonly status: 'clean' | 'warnings' | 'errors';
  /** In the order of the checks, and within one of the form. */
  readonly findings: readonly LintFinding[];
  /** What the form can say; `null` where it cannot be compiled or is too large to tell. */
  readonly distribution: LevelDistribution | null;
}

/**
 * Looks a form over: bands with gaps or overlaps, levels that no completion reaches, options whose points are not in
 * the order of risk, single answers that move the level by two or more by the bands alone, factors of the Chinese rules that no item
 * covers, a single axis, rules that never hold, missing translations, leading or doubly negative wording.
 *
 * The checks of wording are simple: they look for words. They find what a second reader should look at, and
 * not everything.
 *
 * @param definition the form, also one that `compileQuestionnaire` refuses.
 * @param options facts that the form's rules read, for the distribution: those of a client for whom the form is meant.
 * @returns the findings; a reason's text in three languages comes from `questionnaireMessages`.
 * @throws AptfolioError if the definition is no object.
 *
 * @example
 * ```ts
 * import { lintQuestionnaire } from 'aptfolio/questionnaire';
 *
 * const { status, findings } = lintQuestionnaire({
 *   id: 'rough', validMonths: 12, mandatory: [],
 *   bands: [{ from: 0, to: 40, level: 'C1' }, { from: 50, level: 'C3' }],
 *   overallWeights: { tolerance: 1 },
 *   items: [{ id: 'loss', factor: 'maxLoss', dimension: 'tolerance', weight: 1, points: [0, 10, 5] }],
 * });
 * status; // => 'errors'
 * findings.slice(0, 2).map(({ path, reason }) => [reason.code, path]);
 * // => [
 * //   ['questionnaire.lint-band-gap', 'definition.bands[0].to'],
 * //   ['questionnaire.lint-points-not-monotone', 'definition.items[0].points'],
 * // ]
 * ```
 */
export function lintQuestionnaire(
  definition: QuestionnaireDefinition,
  options: EnumerateOptions = {},
): QuestionnaireLint {
  checkObject(definition, 'definition');
  checkObject(options, 'options');
  const bands = lintBands(definition);
  const { scorer, findings: faults } = compiled(
    // Where bands end has been looked at apart, so that a gap does not hide the rest.
    bands.length === 0 ? definition : withoutEnds(definition),
  );
  if (scorer === null) return result([...bands, ...faults], null);
  const distribution = unlessTooLong(() => enumerateLevels(scorer.definition, {}, options), null);
  return result(
    [
      ...bands,
      ...lintPoints(scorer.definition),
      ...lintReach(scorer.definition, distribution),
      ...unlessTooLong(() => lintJumps(scorer), []),
      ...lintAxes(scorer.definition),
      ...lintFactors(scorer.definition),
      ...unlessTooLong(() => lintRules(scorer), []),
      ...lintTranslations(scorer.definition),
      ...lintWording(scorer.definition),
    ],
    distribution,
  );
}

function result(
  findings: readonly LintFinding[],
  distribution: LevelDistribution | null,
): QuestionnaireLint {
  const blocks = findings.some(({ reason }) => reason.severity === 'block');
  const status = blocks ? 'errors' : findings.length > 0 ? 'warnings' : 'clean';
  return Object.freeze({ status, findings: Object.freeze(findings), distribution });
}

function compiled(definition: QuestionnaireDefinition): {
  readonly scorer: Scorer | null;
  readonly findings: readonly LintFinding[];
} {
  try {
    return { scorer: compileQuestionnaire(definition), findings: [] };
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    const findings = error.issues.map(({ path, code, expected }) =>
      finding(path, 'questionnaire.lint-invalid', { code, expected }, 'block'),
    );
    return { scorer: null, findings };
  }
}

function withoutEnds(definition: QuestionnaireDefinition): QuestionnaireDefinition {
  const open = (bands: readonly ScoreBand[]): readonly ScoreBand[] =>
    Array.isArray(bands)
      ? bands.map((band) => {
          if (typeof band !== 'object' || band === null) return band;
          const { to: _, toIncluded: __, ...rest } = band as ScoreBand;
          return rest;
        })
      : bands;
  const { dimensions } = definition;
  if (typeof dimensions !== 'object' || dimensions === null) {
    return { ...definition, bands: open(definition.bands) };
  }
  const opened = Object.entries(dimensions).map(([name, own]) => [
    name,
    own?.bands === undefined ? own : { ...own, bands: open(own.bands) },
  ]);
  return {
    ...definition,
    bands: open(definition.bands),
    dimensions: Object.fromEntries(opened),
  };
}
