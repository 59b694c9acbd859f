import type { PlainDate } from '../../../dates/index.js';
import { makeReason, type Reason } from '../../../evidence/index.js';
import { fromMinorUnits, parseAmount, parseQuantity, toMinorUnits } from '../../../money/index.js';
import { mostOn, type Product, redemptionTerms } from '../../../products/index.js';
import type { OrderDays } from '../../life/order.js';
import { daysOf, dealingAfter, isOrdered, type OrderedDealing } from '../dealing-slices.js';
import { divideUp, least, smaller } from '../exact.js';
import { exitCharge } from '../exit-charge.js';
import { MOST_DAYS, refuseDays, type Slice } from '../place-amount.js';
import { unitsWithin, valueOfUnits } from '../purchase-terms.js';
import type { ReadLot, ReadPosition, ReadTransition } from './read-transition.js';

/** What is sold of a product, in smallest units of its currency, and what is not although it should be. */
export interface Sale {
  readonly position: ReadPosition;
  readonly slices: readonly (Slice & OrderDays)[];
  /** Asked for and not sold, in smallest units of the product's currency; 0 where the rest is what rounding leaves. */
  readonly missing: bigint;
  /** Why something is missing. */
  readonly reasons: readonly Reason[];
  /** Why more is sold than was asked for. */
  readonly beyond: readonly Reason[];
}

type Rules = Pick<ReadTransition<never>, 'amountStep' | 'dailyLimits' | 'days' | 'latest'>;

/** Sells so much of a position on the days on which its lots can be redeemed, under the limits of each day. */
export function sell(position: ReadPosition, amount: bigint, rules: Rules): Sale {
  const wanted = roundSale(position, amount, rules.amountStep);
  if (wanted === 0n) return { position, slices: [], missing: 0n, reasons: [], beyond: [] };
  const first = takeLots(position, wanted, rules);
  const { kept, reasons, beyond } = leaveMinimum(
    position,
    first.sold,
    first.free,
    rules.amountStep,
  );
  const taken = kept === first.sold ? first : takeLots(position, kept, rules);
  const made = taken.parts.map((part) => sliceOf(position, part));
  const { slices, hindrances } = orderable(position, made);
  const gross = slices.reduce((sum, slice) => sum + slice.gross, 0n);
  const isCut = taken.sold < wanted || hindrances.length > 0;
  const short = isCut && amount > gross ? amount - gross : 0n;
  const why = [
    ...reasons,
    ...hindrances,
    ...(first.sold < wanted ? notDealing(position, first.reasons) : []),
  ];
  return { position, slices, missing: short, reasons: why, beyond };
}

/** The redemptions that are orders: none below the least one unless it takes out everything, and none of which the fee takes all. */
function orderable(
  { product, currency, value }: ReadPosition,
  slices: readonly (Slice & OrderDays)[],
): { readonly slices: readonly (Slice & OrderDays)[]; readonly hindrances: readonly Reason[] } {
  const terms = redemptionTerms(product, currency);
  const [minimum, stays] = [terms.minimum, terms.minimumHolding].map((one) => toMinorUnits(one));
  const grossOf = (list: readonly Slice[]): bigint =>
    list.reduce((sum, { gross }) => sum + gross, 0n);
  const isEaten = ({ gross, fee }: Slice): boolean => fee >= gross;
  const isLess = ({ gross }: Slice): boolean => gross < minimum!;
  const last = slices[slices.length - 1];
  // The last of a redemption of everything may be as small as it is, if all before it are made.
  const isLastOfAll =
    grossOf(slices) >= value &&
    !slices.some((one) => one !== last && (isLess(one) || isEaten(one)));
  const isSmall = (one: Slice): boolean => isLess(one) && !(isLastOfAll && one === last);
  const small = slices.find(isSmall);
  const eaten = slices.find(isEaten);
  const made = slices.filter((one) => !isSmall(one) && !isEaten(one));
  const rest = value - grossOf(made);
  const leavesTooLittle = made.length < slices.length && rest > 0n && rest < stays!;
  const write = (units: bigint): string => fromMinorUnits(currency, units).amount;
  const base = { product: product.id, currency };
  return {
    slices: leavesTooLittle ? [] : made,
    hindrances: [
      ...(small === undefined
        ? []
        : [
            makeReason('orders.below-minimum-redemption', 'info', {
              ...base,
              amount: write(small.gross),
              minimum: write(minimum!),
            }),
          ]),
      ...(eaten === undefined
        ? []
        : [makeReason('orders.fee-takes-all', 'info', { ...base, fee: write(eaten.fee) })]),
    ],
  };
}

function notDealing({ product }: ReadPosition, reasons: readonly Reason[]): readonly Reason[] {
  return [makeReason('orders.not-dealing', 'info', { product: product.id }), ...reasons];
}

/** What an amount is in the measure of the lots, down to whole steps; all of it where all is asked for. */
function roundSale(position: ReadPosition, amount: bigint, step: bigint): bigint {
  const { value, units, lots } = position;
  if (amount >= value) return lots.reduce((sum, { size }) => sum + size, 0n);
  return toStep(position, units === undefined ? amount : (units * amount) / value, step);
}

/** Units down to whole steps of the product, money down to whole steps of the plan. */
function toStep({ units, product }: ReadPosition, size: bigint, step: bigint): bigint {
  return size - (size % (units === undefined ? step : lotOf(product)));
}

/** Funds are redeemed in hundredths of a unit. */
export function lotOf({ unitStep = '0.01' }: Product): bigint {
  return parseQuantity(unitStep, 'unitStep');
}

interface Part extends OrderDays {
  readonly size: bigint;
  /** What of it comes out of which lots. */
  readonly lots: readonly ReadLot[];
}

interface Taken {
  readonly parts: readonly Part[];
  readonly sold: bigint;
  /** What could be sold in all, limits of days apart. */
  readonly free: bigint;
  readonly reasons: readonly Reason[];
}

/** Takes from the lots that are free first, the earliest bought first among them, day by day. */
function takeLots(position: ReadPosition, size: bigint, rules: Rules): Taken {
  const { product } = position;
  const left = position.lots.map((lot) => ({ ...lot }));
  const parts: Part[] = [];
  let [open, cursor] = [size, undefined as OrderDays | undefined];
  let reasons: readonly Reason[] = [];
  let free = 0n;
  for (let turn = 0; open > 0n; turn++) {
    if (turn === MOST_DAYS) refuseDays(product.id);
    const found = nextDay(product, left, cursor, rules);
    if (turn === 0) free = found.free;
    if (found.day === undefined) {
      reasons = found.reasons;
      break;
    }
    cursor = found.day;
    const most = limitOf(position, cursor.dealsOn, rules);
    const taken = takeFrom(found.lots, smaller(open, most ?? open));
    if (taken.size === 0n) continue;
    parts.push({ ...daysOf(cursor), ...taken });
    open -= taken.size;
  }
  return { parts, sold: size - open, free, reasons };
}

type OpenLot = { -readonly [K in keyof ReadLot]: ReadLot[K] };

/** The next day on which any lot can be redeemed, and the lots that can. */
function nextDay(
  product: Product,
  lots: readonly OpenLot[],
  after: OrderDays | undefined,
  { days, latest }: Rules,
): {
  readonly day?: OrderedDealing;
  readonly lots: readonly OpenLot[];
  readonly free: bigint;
  readonly reasons: readonly Reason[];
} {
  const dealings = lots
    .filter(({ size }) => size > 0n)
    .map((lot) => ({
      lot,
      dealing:
        after === undefined
          ? days.desk.next(product, 'sell', lot.boughtOn)
          : dealingAfter(product, 'sell', after, days, lot.boughtOn),
    }));
  const reasons = dealings.flatMap(({ dealing }) => dealing.reasons);
  const open = dealings.flatMap(({ lot, dealing }) =>
    isOrdered(dealing) && (latest === undefined || dealing.orderOn <= latest)
      ? [{ lot, dealing }]
      : [],
  );
  const free = open.reduce((sum, { lot }) => sum + lot.size, 0n);
  const day = open.reduce<OrderedDealing | undefined>(
    (first, { dealing }) =>
      first === undefined || dealing.dealsOn < first.dealsOn ? dealing : first,
    undefined,
  );
  if (day === undefined) return { lots: [], free, reasons };
  const that = open.filter(({ dealing }) => dealing.dealsOn === day.dealsOn).map(({ lot }) => lot);
  return { day, lots: that, free, reasons };
}

/** The most of a day, in the measure of the lots. */
function limitOf(
  { product, currency, price }: ReadPosition,
  day: PlainDate,
  { dailyLimits }: Rules,
): bigint | undefined {
  const own = mostOn(product, 'sell', day);
  const money = least(
    own === undefined ? undefined : toMinorUnits(parseAmount(own, currency, 'dailyRedemption')),
    dailyLimits.get(product.id),
  );
  if (money === undefined || price === undefined) return money;
  const most = unitsWithin(money, price, currency);
  return most - (most % lotOf(product));
}

function takeFrom(lots: readonly OpenLot[], most: bigint): Pick<Part, 'size' | 'lots'> {
  let open = most;
  const taken = lots.flatMap((lot) => {
    const size = smaller(lot.size, open);
    lot.size -= size;
    open -= size;
    return size === 0n ? [] : [{ ...lot, size }];
  });
  return { size: most - open, lots: taken };
}

/** What stays must be nothing or at least the minimum holding: all is redeemed if it can be, else less. */
function leaveMinimum(
  position: ReadPosition,
  sold: bigint,
  free: bigint,
  step: bigint,
): { readonly kept: bigint } & Pick<Sale, 'reasons' | 'beyond'> {
  const { product, currency, value, units, lots } = position;
  const { minimumHolding, id } = product;
  const all = lots.reduce((sum, { size }) => sum + size, 0n);
  const asIs = { kept: sold, reasons: [], beyond: [] };
  if (minimumHolding === undefined || sold === all || sold === 0n) return asIs;
  const money = toMinorUnits(parseAmount(minimumHolding, currency, 'minimumHolding'));
  // In units the minimum is what so much is worth, rounded up to a whole share of the position.
  const minimum = units === undefined || value === 0n ? money : divideUp(money * all, value);
  if (all - sold >= minimum) return asIs;
  const { amount } = fromMinorUnits(currency, money);
  const because = (code: string): Reason =>
    makeReason(code, 'info', { product: id, minimum: amount, currency });
  if (free >= all) return { kept: all, reasons: [], beyond: [because('orders.redeems-all')] };
  const kept = all > minimum ? toStep(position, all - minimum, step) : 0n;
  return { kept, reasons: [because('orders.keeps-minimum-holding')], beyond: [] };
}

/** The amounts of a part: its exit fees by the holding time of its lots; the highest where that is not known. */
function sliceOf(
  { product, currency, price }: ReadPosition,
  { size, lots, orderOn, dealsOn, settlesOn }: Part,
): Slice & OrderDays {
  const worth = (part: bigint): bigint =>
    price === undefined ? part : valueOfUnits(part, price, currency);
  const parts = lots.map((lot) => ({ ...lot, amount: worth(lot.size) }));
  const fee = exitCharge(product, parts, currency, dealsOn);
  const days = { orderOn, dealsOn, settlesOn };
  return { gross: worth(size), fee, ...(price === undefined ? {} : { units: size }), ...days };
}
