import type { CurrencyCode } from '../../money/index.js';
import type { KnownEvent } from './assemble.js';
import { faultOf, referenceOf } from './fault.js';
import { applyEvent, type Life, stateByFills } from './life.js';

/** A fill and what took its place, one after the other. */
type Chain<C extends CurrencyCode> = readonly KnownEvent<C>[];

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
      for (
        let next = nextOf.get(root.event.id);
        next !== undefined;
        next = nextOf.get(next.event.id)
      ) {
        chain.push(next);
      }
      return chain;
    });
  const placed = new Set(chains.flat());
  return { chains, stray: events.filter((one) => !placed.has(one)) };
}

/**
 * Applies fills, each as what was made of it in the end: all of them if together they fit, else those applied before and then one
 * chain after the other as far as it fits.
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
  chains.forEach((chain, i) => {
    for (const one of chain.slice(0, lengths[i])) applyEvent(life, one);
  });
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
  if (fits(life, totalOf(chains, all), fixed)) return all;
  const lengths = chains.map((chain) => chain.filter(({ applied }) => applied).length);
  let total = totalOf(chains, lengths);
  chains.forEach((chain, i) => {
    const least = lengths[i] as number;
    for (let length = chain.length; length > least; length--) {
      const other = replaced(total, worthOf(chain, least), worthOf(chain, length));
      if (!fits(life, other, fixed)) continue;
      total = other;
      lengths[i] = length;
      break;
    }
  });
  return lengths;
}

/** What is carried out, in money and in the order's measure. */
interface Total {
  readonly amount: bigint;
  readonly measure: bigint;
}

/** What a chain amounts to after its first events: its last fill, nothing once that was taken back. */
function worthOf(chain: Chain<CurrencyCode>, length: number): Total {
  return chain[length - 1] ?? { amount: 0n, measure: 0n };
}

function totalOf<C extends CurrencyCode>(
  chains: readonly Chain<C>[],
  lengths: readonly number[],
): Total {
  let [amount, measure] = [0n, 0n];
  chains.forEach((chain, i) => {
    const value = worthOf(chain as Chain<CurrencyCode>, lengths[i] as number);
    amount += value.amount;
    measure += value.measure;
  });
  return { amount, measure };
}

function replaced(total: Total, before: Total, after: Total): Total {
  return {
    amount: total.amount - before.amount + after.amount,
    measure: total.measure - before.measure + after.measure,
  };
}

function fits<C extends CurrencyCode>(
  life: Life<C>,
  { amount, measure }: Total,
  fixed: readonly KnownEvent<C>[],
): boolean {
  if (measure > life.size) return false;
  if (fixed.length === 0) return true;
  const probe = { ...life, filled: amount, done: measure, added: [...life.added], byId: undefined };
  probe.state = stateByFills(probe);
  return fixed.every((one) => {
    const isPossible = faultOf(probe, one) === undefined;
    if (isPossible) applyEvent(probe, one);
    return isPossible;
  });
}
