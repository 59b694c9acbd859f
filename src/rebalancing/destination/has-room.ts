import { innerFirst } from './absorb.js';

/** Weights are whole numbers of this part of 1; digits behind it are noise. */
export const SCALE = 1_000_000_000_000n;

/** What is held of a line, and the weights between which it must come. */
export interface BoundedLine {
  readonly id: string;
  /** In smallest units; 0 for a group, whose value is its members'. */
  readonly value: bigint;
  /** In parts of `SCALE`. */
  readonly low: bigint;
  readonly high: bigint;
  readonly members?: readonly string[];
}

/**
 * Whether a total of money can be divided so that everything comes within its weights by purchases, or by sales, alone.
 *
 * Every line has a least and a largest amount. Those of a group's members add up, from the inner groups to the outer ones, and the
 * total has to lie between the sums of all. As groups form a tree, that is not only necessary but enough.
 */
export function hasRoomFor(
  total: bigint,
  side: 'buy' | 'sell',
  lines: readonly BoundedLine[],
): boolean {
  const least = new Map<string, bigint>();
  const most = new Map<string, bigint>();
  for (const { id, value, low, high, members } of lines) {
    if (members !== undefined) continue;
    const held = value * SCALE;
    const [from, to] = [low * total, high * total];
    least.set(id, side === 'buy' ? larger(from, held) : larger(from, 0n));
    most.set(id, side === 'buy' ? to : smaller(to, held));
    if (least.get(id)! > most.get(id)!) return false;
  }
  const groups = lines.filter(({ members }) => members !== undefined);
  for (const { members, low, high } of innerFirst(groups)) {
    const from = larger(low * total, amountOf(least, members!));
    const to = smaller(high * total, amountOf(most, members!));
    if (from > to) return false;
    // The whole group stands in its first member's place from here on.
    for (const id of members!) {
      least.set(id, 0n);
      most.set(id, 0n);
    }
    least.set(members![0]!, from);
    most.set(members![0]!, to);
  }
  const whole = total * SCALE;
  return amountOf(least, least.keys()) <= whole && whole <= amountOf(most, most.keys());
}

function amountOf(amounts: ReadonlyMap<string, bigint>, ids: Iterable<string>): bigint {
  let sum = 0n;
  for (const id of ids) sum += amounts.get(id) ?? 0n;
  return sum;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
