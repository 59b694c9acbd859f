import type { Answers, QuestionnaireDefinition, QuestionnaireItem } from 'aptfolio/questionnaire';
import type { Responses } from './inputs.js';

/**
 * Answers of clients who do not exist, so that there is something to measure: each has a leaning for every dimension of
 * the form, half of it shared by all dimensions, and answers each item by that leaning and by chance. Asked again, only
 * the chance is another. The bolder options are taken to be those that bring more points.
 */
export function makeResponses(
  { items }: QuestionnaireDefinition,
  { clients, seed }: { readonly clients: number; readonly seed: number },
): Responses {
  const next = mulberry32(seed);
  const dimensions = new Set(items.map(({ dimension }) => dimension));
  const rounds: readonly Answers[][] = [[], []];
  for (let client = 0; client < clients; client++) {
    const shared = bell(next);
    const leanings = new Map([...dimensions].map((name) => [name, shared + bell(next)]));
    for (const round of rounds) {
      round.push(
        Object.fromEntries(
          items.map((item) => [
            item.id,
            optionAt(item, 0.55 * leanings.get(item.dimension)! + 0.65 * bell(next)),
          ]),
        ),
      );
    }
  }
  const [first, again] = rounds as [Answers[], Answers[]];
  return { first, again, source: { kind: 'made-up', generator: 'mulberry32', seed } };
}

/** The option of a single choice for an inclination around 0: the bolder, the more points. */
function optionAt(item: QuestionnaireItem, inclination: number): number {
  if (item.kind !== undefined && item.kind !== 'single') throw new Error(`${item.id} has options`);
  const { points } = item;
  const ascending = points.map((_, option) => option).sort((a, b) => points[a]! - points[b]!);
  const cuts = ascending.slice(1).map((_, i) => ((i + 1 - points.length / 2) * 4) / points.length);
  return ascending[cuts.filter((cut) => cut < inclination).length]!;
}

/** Nearly normal with mean 0 and deviation 1: twelve even numbers added up, less their mean. */
function bell(next: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += next();
  return sum;
}

/** Even numbers from 0 up to 1, the same for the same seed. By T. Ettinger (2017), in the public domain. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
