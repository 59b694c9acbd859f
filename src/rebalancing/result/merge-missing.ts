import { makeReason, type Reason } from '../../evidence/index.js';
import { type Money, toMinorUnits } from '../../money/index.js';
import type { Writer } from './writer.js';

/** Part of what the destination asks for that is not done, by place. */
export interface Missing {
  readonly place: number;
  readonly side: 'buy' | 'sell' | undefined;
  readonly amount: bigint;
  readonly reasons: readonly Reason[];
  /** Whether the size of the trade stands in its way, alone or among others. Default false. */
  readonly isForSize?: boolean;
}

/** One entry a product and side, by ascending place. */
export function mergeMissing(missing: readonly Missing[], write: Writer): readonly Missing[] {
  const byKey = new Map<string, Missing>();
  for (const one of missing) {
    const key = `${one.place} ${one.side}`;
    const before = byKey.get(key);
    byKey.set(
      key,
      before === undefined
        ? one
        : {
            ...one,
            amount: before.amount + one.amount,
            reasons: together(before.reasons, one.reasons, write),
            isForSize: before.isForSize === true || one.isForSize === true,
          },
    );
  }
  return [...byKey.values()].sort((a, b) => a.place - b.place);
}

/** The reasons of two parts of a trade; what stands in the way of both is told once, with the amount of both. */
function together(
  some: readonly Reason[],
  more: readonly Reason[],
  write: Writer,
): readonly Reason[] {
  const all = [...some];
  for (const reason of more) {
    const at = all.findIndex((one) => isSame(one, reason));
    if (at < 0) all.push(reason);
    else all[at] = withAmountOf(all[at]!, reason, write);
  }
  return all;
}

/** Whether two reasons say the same but for the amount. */
function isSame(one: Reason, other: Reason): boolean {
  const names = Object.keys(one.parameters).filter((name) => name !== 'amount');
  return (
    one.code === other.code &&
    names.every((name) => one.parameters[name] === other.parameters[name])
  );
}

function withAmountOf(one: Reason, other: Reason, write: Writer): Reason {
  const amounts = [one, other].map(({ parameters }) => parameters.amount as Money | undefined);
  const [own, more] = amounts;
  if (own === undefined || more === undefined) return one;
  const amount = write(toMinorUnits(own) + toMinorUnits(more));
  return makeReason(one.code, one.severity, { ...one.parameters, amount });
}
