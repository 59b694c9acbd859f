import { at } from '../../errors/index.js';
import type { QuestionnaireDefinition, ScoreBand } from '../definition.js';
import { finding, type LintFinding } from './finding.js';

/** Scores in no band, or in two: only bands that say where they end can have them. */
export function lintBands({ bands, dimensions }: QuestionnaireDefinition): readonly LintFinding[] {
  const own = Object.entries(dimensions ?? {}).flatMap(([name, dimension]) =>
    lintList(dimension?.bands, at(at('definition.dimensions', name), 'bands')),
  );
  return [...lintList(bands, 'definition.bands'), ...own];
}

function lintList(bands: readonly ScoreBand[] | undefined, path: string): readonly LintFinding[] {
  if (!Array.isArray(bands)) return [];
  return (bands as readonly ScoreBand[]).flatMap((band, index) => {
    const next = bands[index + 1] as ScoreBand | undefined;
    if (!isFiniteNumber(band?.to) || !isFiniteNumber(next?.from)) return [];
    const where = at(at(path, index), 'to');
    const parameters = {
      level: levelOf(band),
      next: levelOf(next),
      to: band.to,
      from: next.from,
    };
    const included = band.toIncluded ?? next.fromIncluded === false;
    const both = included && next.fromIncluded !== false;
    const neither = !included && next.fromIncluded === false;
    if (band.to > next.from || (band.to === next.from && both)) {
      return [finding(where, 'questionnaire.lint-band-overlap', parameters, 'block')];
    }
    if (band.to < next.from || neither) {
      return [finding(where, 'questionnaire.lint-band-gap', parameters, 'block')];
    }
    return [];
  });
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

/** The definition has not been checked: its levels can be anything. */
function levelOf({ level }: ScoreBand): string {
  return typeof level === 'string' ? level : '?';
}
