import type { OrderEvent } from './events.js';
import type { ReadEvent } from './read-event.js';

/** A fill and what took its place, one after the other. */
export type FillChain<E extends ReadEvent = ReadEvent> = readonly E[];

/** Events of a chain that follow one another: the most that the chain comes to on the way, and what it has come to then. */
interface Segment<E> {
  readonly events: readonly E[];
  readonly hill: bigint;
  readonly valley: bigint;
}

/** Chains one after the other by ascending id, if that never carries out more than `size`; else in the order of the least peak. */
export function inFillOrder<E extends ReadEvent>(
  chains: readonly FillChain<E>[],
  size: bigint,
): readonly E[] {
  const byId = [...chains].sort(byRoot).flat();
  return peakOf(byId) <= size ? byId : orderOfLeastPeak(chains);
}

/** The most that these chains carry out on the way in the best of all orders. */
export function leastPeak(chains: readonly FillChain[]): bigint {
  return peakOf(orderOfLeastPeak(chains));
}

/**
 * The order in which the most that is carried out on the way is the least: each chain is cut where it is lowest after where it is
 * highest, and what falls most from its hill to its valley comes first.
 *
 * Source: H. M. Abdel-Wahab, T. Kameda, Scheduling to Minimize Maximum Cumulative Cost Subject to Series-Parallel Precedence
 * Constraints, Operations Research 26, 1978. No chain falls below its start, where nothing is carried out.
 */
function orderOfLeastPeak<E extends ReadEvent>(chains: readonly FillChain<E>[]): readonly E[] {
  return [...chains]
    .sort(byRoot)
    .flatMap(segmentsOf)
    .map((segment, place) => ({ segment, place }))
    .sort((a, b) => {
      const [fallA, fallB] = [fallOf(a.segment), fallOf(b.segment)];
      return fallA === fallB ? a.place - b.place : fallA > fallB ? -1 : 1;
    })
    .flatMap(({ segment }) => segment.events);
}

function fallOf({ hill, valley }: Segment<unknown>): bigint {
  return hill - valley;
}

/** Within a chain hills sink and valleys rise, so that its segments stay in their order. */
function segmentsOf<E extends ReadEvent>(chain: FillChain<E>): readonly Segment<E>[] {
  const segments: Segment<E>[] = [];
  for (let start = 0; start < chain.length; ) {
    const rest = chain.slice(start);
    const top = lastPlace(rest, (a, b) => a > b);
    const bottom = top + lastPlace(rest.slice(top), (a, b) => a < b);
    const { measure: hill } = rest[top] as E;
    const { measure: valley } = rest[bottom] as E;
    segments.push({ events: rest.slice(0, bottom + 1), hill, valley });
    start += bottom + 1;
  }
  return segments;
}

/** The last place of the outermost measure. */
function lastPlace(events: FillChain, isBeyond: (a: bigint, b: bigint) => boolean): number {
  let place = 0;
  events.forEach(({ measure }, i) => {
    if (!isBeyond((events[place] as ReadEvent).measure, measure)) place = i;
  });
  return place;
}

/** The most that is carried out on the way. */
function peakOf(events: readonly ReadEvent[]): bigint {
  const measures = new Map<string, bigint>();
  let [sum, peak] = [0n, 0n];
  for (const { event, measure } of events) {
    const replaced = replacedBy(event);
    if (replaced !== undefined) sum -= measures.get(replaced) ?? 0n;
    measures.set(event.id, measure);
    sum += measure;
    if (sum > peak) peak = sum;
  }
  return peak;
}

function replacedBy(event: OrderEvent): string | undefined {
  return event.kind === 'correct' || event.kind === 'bust' ? event.fill : undefined;
}

function byRoot([a]: FillChain, [b]: FillChain): number {
  return (a as ReadEvent).event.id < (b as ReadEvent).event.id ? -1 : 1;
}
