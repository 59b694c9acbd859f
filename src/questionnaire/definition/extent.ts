import { AptfolioError, at } from '../../errors/index.js';
import type { ScoreScale } from '../definition.js';
import type { QuestionnaireItem } from '../item.js';
import { pointsRange } from '../scoring/points-range.js';
import { LARGEST } from './check-items.js';

/** The lowest and the highest of something. */
export interface Extent {
  readonly lowest: number;
  readonly highest: number;
}

/** The lowest and the highest sum of a dimension's items, Σ weight × points; different ones, or it measures nothing. */
export function extentOf(
  items: readonly { readonly item: QuestionnaireItem; readonly index: number }[],
  scale: ScoreScale,
): Extent {
  const sum = { lowest: 0, highest: 0 };
  for (const { item, index } of items) {
    const range = pointsRange(item);
    if (scale === 'share-of-maximum') checkShare(item, range, index);
    sum.lowest += item.weight! * range.lowest;
    sum.highest += item.weight! * range.highest;
  }
  if (scale === 'share-of-maximum' || areApart(sum)) return sum;
  const [{ item, index }] = items as [(typeof items)[0]];
  const expected = 'points that differ, for at least one item of the dimension';
  throw new AptfolioError('out-of-range', placeOfPoints(item, index), expected);
}

/** More than binary fractions leave: 0.1 + 0.2 and 0.3 are the same. */
function areApart({ lowest, highest }: Extent): boolean {
  return highest - lowest > 1e-12 * Math.max(Math.abs(lowest), Math.abs(highest));
}

/** A share of the highest sum needs one, and no points below 0. */
function checkShare(item: QuestionnaireItem, { lowest, highest }: Extent, index: number): void {
  const where = placeOfPoints(item, index);
  if (lowest < 0) {
    const points = item.kind === 'numeric' ? item.steps.map((step) => step.points) : item.points;
    const option = points.findIndex((value) => value < 0);
    const place =
      option < 0 ? at(at('definition.items', index), 'hiddenPoints') : at(where, option);
    const expected = 'at least 0; with points below it the scale is share-of-range or points';
    throw new AptfolioError('out-of-range', place, expected, lowest);
  }
  if (highest >= 1 / LARGEST) return;
  throw new AptfolioError(
    'out-of-range',
    where,
    `points of at least ${1 / LARGEST} for one option`,
  );
}

function placeOfPoints({ kind }: QuestionnaireItem, index: number): string {
  return at(at('definition.items', index), kind === 'numeric' ? 'steps' : 'points');
}
