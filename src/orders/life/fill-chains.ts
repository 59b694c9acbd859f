import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { KnownEvent } from './assemble.js';
import { isFill } from './events.js';
import { faultOf, laterOf, referenceOf } from './fault.js';
import { type FillChain, inFillOrder, leastPeak } from './fill-order.js';
import { applyEvent, type Life, stateByFills } from './life.js';

type Chain<C extends CurrencyCode> = FillChain<KnownEvent<C>>;

/** The chains of fills, and what refers to no fill that is known. */
export interface Chains<C extends CurrencyCode = CurrencyCode> {
  readonly chains: readonly Chain<C>[];
  readonly stray: readonly KnownEvent<C>[];
}

/** Puts fills together with what takes their place; of two that take the same place the first counts. */
export function chainsOf<C extends CurrencyCode>(events: readonly KnownEvent<C>[]): Chains<C> {
  const nextOf = new Map<string, KnownEvent<C>>();
  for (const one of events) {
    const reference = referenceOf(one.event);
    if (reference !== undefined && !nextOf.has(reference)) nextOf.set(reference, one);
  }
  const chains = events
    .filter(({ event }) => event.kind === 'fill')
    .map((root) => {
      const chain = [root];
      let next = nextOf.get(root.event.id);
      while (next !== undefined) {
        chain.push(next);
        // What is taken back is no fill that could be taken back once more.
        next = isFill(next.event) ? nextOf.get(next.event.id) : undefined;
      }
      return chain;
    });
  const placed = new Set(chains.flat());
  return { chains, stray: events.filter((one) => !placed.has(one)) };
}

/**
 * Applies fills: all of them if in some order they fit, never more carried out than was ordered; else those applied before and then
 * one chain after the other as far as it fits.
 *
 * @param fixed an end and a settlement that must stay possible.
 * @returns what does not fit.
 */
export function takeFills<C extends CurrencyCode>(
  life: Life<C>,
  { chains, stray }: Chains<C>,
  fixed: readonly KnownEvent<C>[],
): readonly KnownEvent<C>[] {
  if (life.state !== 'accepted') return [...chains.flat(), ...stray];
  const lengths = fittingLengths(life, chains, fixed);
  const taken = chains.map((chain, i) => chain.slice(0, lengths[i]));
  for (const one of inFillOrder(
    taken.filter((chain) => chain.length > 0),
    life.size,
  )) {
    applyEvent(life, one);
  }
  life.state = stateByFills(life);
  return [...chains.flatMap((chain, i) => chain.slice(lengths[i])), ...stray];
}

/** How many events of each chain are taken. */
function fittingLengths<C extends CurrencyCode>(
  life: Life<C>,
  chains: readonly Chain<C>[],
  fixed: readonly KnownEvent<C>[],
): readonly number[] {
  const all = chains.map((chain) => chain.length);
  if (fits(life, totalOf(chains, all), fixed) && isPossible(life, chains, all)) return all;
  const lengths = chains.map((chain) => chain.filter(({ applied }) => applied).length);
  let total = totalOf(chains, lengths);
  chains.forEach((chain, i) => {
    const least = lengths[i] as number;
    for (let length = chain.length; length > least; length--) {
      const other = replaced(total, worthOf(chain, least), worthOf(chain, length));
      const before = lengths[i] as number;
      lengths[i] = length;
      // A single fill can always come last, so that only chains with more in them have an order to look for.
      if (fits(life, other, fixed) && (length === 1 || isPossible(life, chains, lengths))) {
        total = other;
        break;
      }
      lengths[i] = before;
    }
  });
  return lengths;
}

/** Whether there is an order of these fills in which never more is carried out than was ordered. */
function isPossible<C extends CurrencyCode>(
  life: Life<C>,
  chains: readonly Chain<C>[],
  lengths: readonly number[],
): boolean {
  // Single fills come last, where they add up to the total, which is looked at apart.
  const longer = chains
    .map((chain, i) => chain.slice(0, lengths[i]))
    .filter((chain) => chain.length > 1);
  return leastPeak(longer) <= life.size;
}

/** Whether a settlement that stays was before a trade. */
function isSettledBefore(tradedOn: PlainDate | undefined, fixed: readonly KnownEvent[]): boolean {
  return fixed.some(
    ({ event }) =>
      event.kind === 'settle' &&
      event.settledOn !== undefined &&
      tradedOn !== undefined &&
      event.settledOn < tradedOn,
  );
}

/** What is carried out, in money and in the order's measure. */
interface Total {
  readonly amount: bigint;
  readonly measure: bigint;
  /** The last day of a trade among what is looked at. */
  readonly tradedOn?: PlainDate | undefined;
}

/** What a chain amounts to after its first events: its last fill, nothing once that was taken back. */
function worthOf(chain: Chain<CurrencyCode>, length: number): Total {
  const last = chain[length - 1];
  if (last === undefined) return { amount: 0n, measure: 0n };
  const { event, amount, measure } = last;
  return { amount, measure, tradedOn: isFill(event) ? event.tradeDate : undefined };
}

function totalOf<C extends CurrencyCode>(
  chains: readonly Chain<C>[],
  lengths: readonly number[],
): Total {
  let [amount, measure] = [0n, 0n];
  let tradedOn: PlainDate | undefined;
  chains.forEach((chain, i) => {
    const value = worthOf(chain as Chain<CurrencyCode>, lengths[i] as number);
    amount += value.amount;
    measure += value.measure;
    tradedOn = laterOf(tradedOn, value.tradedOn);
  });
  return { amount, measure, tradedOn };
}

function replaced(total: Total, before: Total, after: Total): Total {
  return {
    amount: total.amount - before.amount + after.amount,
    measure: total.measure - before.measure + after.measure,
    tradedOn: after.tradedOn,
  };
}

function fits<C extends CurrencyCode>(
  life: Life<C>,
  { amount, measure, tradedOn }: Total,
  fixed: readonly KnownEvent<C>[],
): boolean {
  if (measure > life.size || isSettledBefore(tradedOn, fixed)) return false;
  if (fixed.length === 0) return true;
  const probe = { ...life, filled: amount, done: measure, added: [...life.added], byId: undefined };
  probe.state = stateByFills(probe);
  return fixed.every((one) => {
    const isPossible = faultOf(probe, one) === undefined;
    if (isPossible) applyEvent(probe, one);
    return isPossible;
  });
}
