import { divideUp, least, most } from '../account/exact.js';
import { type CapRow, inHolding, overCap } from '../reach/caps.js';
import { bySize, type Draft, setChange, worthAfter } from './draft.js';

/**
 * Keeps trades within the caps of issuers and groups: sales that rounding has made too small go to the next step, then purchases shrink, the largest
 * first. What is above a cap because it is not sold stays, and nothing is added to it.
 *
 * @returns whether anything had to change.
 */
export function keepCaps(draft: Draft): boolean {
  let isChanged = false;
  for (const row of draft.occasion.caps) {
    if (overIn(draft, row) <= 0n) continue;
    if (roundSalesUp(draft, row)) isChanged = true;
    if (shrinkPurchases(draft, row)) isChanged = true;
  }
  return isChanged;
}

/** By how much trades leave more than caps allow, one after another. */
export function overCaps(draft: Draft): readonly bigint[] {
  return draft.occasion.caps.map((row) => most(overIn(draft, row), 0n));
}

/** How much more a holding may be worth under its caps; absent where it has none. */
export function capRoom(draft: Draft, place: number): bigint | undefined {
  let room: bigint | undefined;
  for (const row of draft.occasion.caps) {
    const part = row.parts[place]!;
    if (part === 0n) continue;
    const over = overIn(draft, row);
    const own = over >= 0n ? 0n : -inHolding(over, part);
    room = room === undefined ? own : least(room, own);
  }
  return room;
}

/** No more than a cap leaves room for. */
export function withinRoom(draft: Draft, place: number, amount: bigint): bigint {
  const room = draft.occasion.caps.length === 0 ? undefined : capRoom(draft, place);
  return room === undefined ? amount : least(amount, room);
}

/** By how much the trades so far leave more than a cap allows, once they are paid. */
function overIn(draft: Draft, row: CapRow): bigint {
  const { values, whole } = worthAfter(draft);
  return overCap(row, values, whole);
}

/** Sells to the next step what rounding has left of a sale. */
function roundSalesUp(draft: Draft, { parts }: CapRow): boolean {
  const { changes, fits, occasion, roundedUp } = draft;
  let isChanged = false;
  for (const before of bySize(draft, 'sell')) {
    const { place, amount } = before;
    const asked = -changes.wanted[place]!;
    if (parts[place] === 0n || amount > asked || roundedUp.has(place)) continue;
    roundedUp.add(place);
    const { over, under } = occasion.account.holdings[place]!.rate;
    setChange(draft, place, -(over === under ? asked : asked + divideUp(over, under)));
    if ((fits.get(place)?.amount ?? 0n) > amount) isChanged = true;
    else fits.set(place, before);
  }
  return isChanged;
}

function shrinkPurchases(draft: Draft, row: CapRow): boolean {
  const { codes, fits, rules } = draft;
  let isChanged = false;
  const bought = bySize(draft, 'buy').map(({ place }) => place);
  for (const place of [...bought, rules.residual]) {
    const part = row.parts[place] ?? 0n;
    if (part === 0n || fits.get(place)?.side !== 'buy') continue;
    for (let over = overIn(draft, row); over > 0n; over = overIn(draft, row)) {
      const { amount } = fits.get(place)!;
      const rest = amount - inHolding(over, part);
      setChange(draft, place, rest > 0n ? rest : 0n);
      codes.set(place, 'rebalancing.within-caps');
      isChanged = true;
      if (!fits.has(place)) break;
    }
  }
  return isChanged;
}
