import type { MultipleItem, QuestionnaireItem } from '../item.js';
import { subsetOutcomes } from './subset-outcomes.js';

/** The fewest and the most points that an answer can bring, before the item's weight; not shown counts, too. */
export function pointsRange(item: QuestionnaireItem): {
  readonly lowest: number;
  readonly highest: number;
} {
  const points = attainable(item);
  if (item.showIf !== undefined && item.hiddenPoints !== undefined) points.push(item.hiddenPoints);
  return { lowest: Math.min(...points), highest: Math.max(...points) };
}

function attainable(item: QuestionnaireItem): number[] {
  switch (item.kind) {
    case 'numeric':
      return item.steps.map(({ points }) => points);
    case 'multiple':
      return [...subsetOutcomes(item as Required<MultipleItem>).keys()];
    case 'matrix': {
      const weight = item.rows.reduce((sum, row) => sum + (row.weight ?? 1), 0);
      return [weight * Math.min(...item.points), weight * Math.max(...item.points)];
    }
    default:
      return [...item.points];
  }
}
