import { at } from '../../errors/index.js';
import { type Citation, makeCitation } from '../../evidence/index.js';
import type { QuestionnaireDefinition } from '../definition.js';
import type { LevelDistribution } from '../enumerate/enumerate-levels.js';
import { RISK_LEVELS } from '../level.js';
import { finding, type LintFinding } from './finding.js';

/** Levels that the bands name and no completion gives, and fewer levels than the Chinese rules ask for. */
export function lintReach(
  { bands }: QuestionnaireDefinition,
  distribution: LevelDistribution | null,
): readonly LintFinding[] {
  const unreachable = bands.flatMap(({ level }, index) => {
    if (distribution === null || distribution.levels[level].completions !== '0') return [];
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

const FIVE_LEVELS: Citation = makeCitation({
  instrument:
    '金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of 2025)',
  article: '29(1)',
  verified: true,
  inForceFrom: '2026-02-01',
});
