import { at } from '../../errors/index.js';
import { type Citation, makeCitation } from '../../evidence/index.js';
import type { Condition } from '../condition.js';
import type { QuestionnaireDefinition } from '../definition.js';
import { enumerateLevels, type LevelDistribution } from '../enumerate/enumerate-levels.js';
import { RISK_LEVELS } from '../level.js';
import { readsIn } from '../scoring/condition-reads.js';
import { finding, type LintFinding } from './finding.js';
import { unlessTooLong } from './unless-too-long.js';

/** Levels that the bands name and no completion gives, and fewer levels than the Chinese rules ask for. */
export function lintReach(
  definition: QuestionnaireDefinition,
  distribution: LevelDistribution | null,
): readonly LintFinding[] {
  const { bands } = definition;
  const reachable =
    distribution === null || distribution.unknown.completions === '0'
      ? distribution
      : unlessTooLong(() => enumerateLevels(withoutFacts(definition)), null);
  const unreachable = bands.flatMap(({ level }, index) => {
    if (reachable === null || reachable.levels[level].completions !== '0') return [];
    return [
      finding(at('definition.bands', index), 'questionnaire.lint-level-unreachable', { level }),
    ];
  });
  const few =
    bands.length >= RISK_LEVELS.length
      ? []
      : [
          finding(
            'definition.bands',
            'questionnaire.lint-few-levels',
            { levels: bands.length, least: RISK_LEVELS.length },
            'warn',
            [FIVE_LEVELS],
          ),
        ];
  return [...unreachable, ...few];
}

/** The form without the rules that read facts: they need not hold for anybody. */
function withoutFacts(definition: QuestionnaireDefinition): QuestionnaireDefinition {
  const { knockOuts = [], ceilings = [], controls = [] } = definition;
  return {
    ...definition,
    knockOuts: knockOuts.filter(readsNoFact),
    ceilings: ceilings.filter(readsNoFact),
    controls: controls.filter(readsNoFact),
  };
}

function readsNoFact({ when }: { readonly when: Condition }): boolean {
  return !readsIn(when).some((read) => 'fact' in read);
}

const FIVE_LEVELS: Citation = makeCitation({
  instrument:
    '金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025)',
  article: '29(1)',
  verified: true,
  inForceFrom: '2026-02-01',
});
