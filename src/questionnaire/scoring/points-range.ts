import type { MultipleItem, QuestionnaireItem } from '../item.js';

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
      return attainableByChoices(item);
    case 'matrix': {
      const weight = item.rows.reduce((sum, row) => sum + (row.weight ?? 1), 0);
      return [weight * Math.min(...item.points), weight * Math.max(...item.points)];
    }
    default:
      return [...item.points];
  }
}

/** The fewest and the most points among all allowed sets of options, without going through them. */
function attainableByChoices({
  points,
  count = 'sum',
  minChoices = 1,
  maxChoices = points.length,
  exclusive = [],
}: MultipleItem): number[] {
  const alone = exclusive.map((option) => points[option]!);
  const ascending = points.filter((_, option) => !exclusive.includes(option)).sort((a, b) => a - b);
  if (ascending.length < minChoices) return alone;
  const descending = [...ascending].reverse();
  if (count === 'sum') {
    const fewest = best(ascending, minChoices, maxChoices, (value) => value < 0);
    return [...alone, fewest, best(descending, minChoices, maxChoices, (value) => value > 0)];
  }
  const none = minChoices === 0 ? [0] : [];
  if (ascending.length === 0) return [...alone, ...none];
  const least = Math.max(1, minChoices) - 1;
  return count === 'highest'
    ? [...alone, ...none, ascending[least]!, descending[0]!]
    : [...alone, ...none, ascending[0]!, descending[least]!];
}

/** The sum of the first ones, and of further ones that make it go further. */
function best(
  values: readonly number[],
  least: number,
  most: number,
  helps: (value: number) => boolean,
): number {
  return values
    .slice(0, most)
    .reduce((sum, value, index) => (index < least || helps(value) ? sum + value : sum), 0);
}
