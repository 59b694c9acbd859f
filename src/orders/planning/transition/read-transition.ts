import { type PlainDate, parsePlainDate } from '../../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  type FieldsOf,
  refuseUnknown,
} from '../../../errors/index.js';
import type { Reason } from '../../../evidence/index.js';
import {
  type CurrencyCode,
  checkCurrency,
  formatQuantity,
  type Money,
  parseMoney,
  parseMoneyIn,
  parseQuantity,
  toMinorUnits,
} from '../../../money/index.js';
import type { Product, ProductUniverse } from '../../../products/index.js';
import {
  type OrderingDays,
  openDays,
  type ReadRules,
  RULE_FIELDS,
  readRules,
} from '../order-request.js';
import { valueOfUnits } from '../purchase-terms.js';
import { findAsset, readPrice } from '../read-products.js';
import { openRates, type RateOf, toBase } from './rates.js';
import { checkUnitTargets, type ReadTargets, readTargets } from './read-targets.js';
import type { HeldLot, HeldPosition, TransitionRequest } from './transition-request.js';

/** What of a product can be ordered before its days end, in smallest units of the base, and why no more. */
export interface WithinDays {
  readonly amount: bigint;
  readonly reasons: readonly Reason[];
}

/** A position with amounts in smallest units of its currency, units and price scaled. */
export interface ReadPosition {
  readonly product: Product;
  readonly currency: CurrencyCode;
  readonly value: bigint;
  readonly units?: bigint;
  readonly price?: bigint;
  /** By purchase day; one without a day where no lots are given. */
  readonly lots: readonly ReadLot[];
}

/** Part of a position; `size` is money, or units where the position is in units. */
export interface ReadLot {
  readonly boughtOn?: PlainDate;
  readonly size: bigint;
}

/** A request whose every part has been checked. */
export interface ReadTransition<C extends CurrencyCode> extends ReadRules, ReadTargets {
  readonly currency: C;
  readonly positions: ReadonlyMap<string, ReadPosition>;
  readonly cash: readonly { readonly currency: CurrencyCode; readonly units: bigint }[];
  readonly keep: bigint;
  readonly rateOf: RateOf;
  readonly minimumTrade: bigint;
  readonly days: OrderingDays;
  readonly latest: PlainDate | undefined;
  /** By product: what of it can be ordered before its days end, where less is known to be possible than is wanted. */
  readonly within: ReadonlyMap<string, WithinDays>;
  /** Of one unit of a product, scaled: as given, or as its position is valued at. */
  readonly priceOf: (product: string) => bigint | undefined;
}

const REQUEST_FIELDS: FieldsOf<TransitionRequest> = {
  ...RULE_FIELDS,
  currency: true,
  holdings: true,
  cash: true,
  weights: true,
  amounts: true,
  units: true,
  keep: true,
  fx: true,
  minimumTrade: true,
  asOf: true,
  calendar: true,
  time: true,
  latest: true,
};
const POSITION_FIELDS: FieldsOf<HeldPosition> = {
  product: true,
  value: true,
  units: true,
  price: true,
  lots: true,
};
const LOT_FIELDS: FieldsOf<HeldLot> = { boughtOn: true, value: true, units: true };

/** Checks a request. */
export function readTransition<C extends CurrencyCode>(
  request: TransitionRequest<C>,
): ReadTransition<C> {
  const path = 'request';
  checkObject(request, path);
  refuseUnknown(request, path, REQUEST_FIELDS);
  const currency = checkCurrency(request.currency, 'request.currency') as C;
  const rules = readRules(request, currency, path);
  const { universe } = rules;
  checkRates(request.fx);
  const optional = (name: 'keep' | 'minimumTrade'): bigint => {
    const money = request[name];
    if (money === undefined) return 0n;
    return toMinorUnits(parseMoneyIn(money, currency, at(path, name), { sign: 'not-negative' }));
  };
  const positions = readPositions(request.holdings, universe, currency);
  checkPrices(rules.prices, positions);
  const priceOf = (id: string): bigint | undefined =>
    rules.prices.get(id) ?? positions.get(id)?.price;
  const targets = readTargets(request, universe, currency);
  checkUnitTargets(targets.unitTargets, { ...rules, positions, priceOf }, request.holdings);
  return {
    ...rules,
    ...targets,
    currency,
    positions,
    priceOf,
    cash: readCash(request.cash),
    keep: optional('keep'),
    rateOf: openRates(currency, request.fx, 'request.fx'),
    minimumTrade: optional('minimumTrade'),
    days: openDays(request, path),
    latest: readLatest(request),
    within: new Map(),
  };
}

/** What is held and what is ordered of a product are valued alike. */
function checkPrices(
  prices: ReadRules['prices'],
  positions: ReadonlyMap<string, ReadPosition>,
): void {
  for (const [id, { price }] of positions) {
    const given = prices.get(id);
    if (price === undefined || given === undefined || price === given) continue;
    const expected = `the price of its holding, ${formatQuantity(price)}`;
    const found = formatQuantity(given);
    throw new AptfolioError('inconsistent', at('request.prices', id), expected, found);
  }
}

function readLatest({ latest, asOf }: TransitionRequest): PlainDate | undefined {
  if (latest === undefined) return undefined;
  const day = parsePlainDate(latest, 'request.latest');
  if (day >= asOf) return day;
  throw new AptfolioError('inconsistent', 'request.latest', `a day from ${asOf}`, day);
}

function checkRates(fx: TransitionRequest['fx']): void {
  if (fx === undefined) return;
  checkObject(fx, 'request.fx');
  checkCurrency(fx.base, 'request.fx.base');
  for (const [currency, rate] of Object.entries(checkObject(fx.rates, 'request.fx.rates'))) {
    const path = at('request.fx.rates', currency);
    const scaled = parseQuantity(rate, path, { sign: 'positive' });
    if (currency === fx.base && scaled !== parseQuantity('1')) {
      throw new AptfolioError('inconsistent', path, 'no rate for the base, or 1', rate);
    }
  }
}

function readPositions(
  holdings: readonly HeldPosition[],
  universe: ProductUniverse,
  currency: CurrencyCode,
): ReadonlyMap<string, ReadPosition> {
  const positions = new Map<string, ReadPosition>();
  checkList<HeldPosition>(holdings, 'request.holdings').forEach((held, i) => {
    const path = at('request.holdings', i);
    refuseUnknown(checkObject(held, path), path, POSITION_FIELDS);
    const product = findAsset(held.product, universe, at(path, 'product'));
    if (positions.has(product.id)) {
      throw new AptfolioError('duplicate-id', at(path, 'product'), 'a product once', product.id);
    }
    positions.set(product.id, readPosition(held, product, product.currency ?? currency, path));
  });
  return positions;
}

function readPosition(
  { value, units, price, lots }: HeldPosition,
  product: Product,
  currency: CurrencyCode,
  path: string,
): ReadPosition {
  if (units === undefined) {
    if (value === undefined) {
      const expected = 'a value, or units with their price';
      throw new AptfolioError('missing-value', at(path, 'value'), expected);
    }
    const money = parseMoneyIn(value, currency, at(path, 'value'), {
      sign: 'not-negative',
    });
    const size = toMinorUnits(money);
    return { product, currency, value: size, lots: readLots(lots, size, currency, false, path) };
  }
  if (value !== undefined) {
    throw new AptfolioError('inconsistent', at(path, 'value'), 'either a value or units and price');
  }
  const count = parseQuantity(units, at(path, 'units'));
  const each = readPrice(price, currency, at(path, 'price'));
  return {
    product,
    currency,
    value: valueOfUnits(count, each, currency),
    units: count,
    price: each,
    lots: readLots(lots, count, currency, true, path),
  };
}

function readLots(
  lots: readonly HeldLot[] | undefined,
  size: bigint,
  currency: CurrencyCode,
  inUnits: boolean,
  path: string,
): readonly ReadLot[] {
  if (lots === undefined) return [{ size }];
  const where = at(path, 'lots');
  const read = checkList<HeldLot>(lots, where).map((lot, i) => {
    refuseUnknown(checkObject(lot, at(where, i)), at(where, i), LOT_FIELDS);
    const boughtOn = parsePlainDate(lot.boughtOn, at(at(where, i), 'boughtOn'));
    const part = inUnits
      ? parseQuantity(lot.units, at(at(where, i), 'units'))
      : toMinorUnits(
          parseMoneyIn(lot.value as Money, currency, at(at(where, i), 'value'), {
            sign: 'not-negative',
          }),
        );
    return { boughtOn, size: part };
  });
  const sum = read.reduce((all, lot) => all + lot.size, 0n);
  if (sum !== size)
    throw new AptfolioError('inconsistent', where, 'lots that add up to the position');
  return read.sort((a, b) => (a.boughtOn < b.boughtOn ? -1 : a.boughtOn > b.boughtOn ? 1 : 0));
}

function readCash(cash: readonly Money[] | undefined): ReadTransition<CurrencyCode>['cash'] {
  if (cash === undefined) return [];
  const seen = new Set<CurrencyCode>();
  const read = checkList<Money>(cash, 'request.cash').map((amount, i) => {
    const path = at('request.cash', i);
    const money = parseMoney(amount, path);
    if (seen.has(money.currency)) {
      const where = at(path, 'currency');
      throw new AptfolioError('duplicate-id', where, 'one amount a currency', money.currency);
    }
    seen.add(money.currency);
    return { currency: money.currency, units: toMinorUnits(money) };
  });
  return read.sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** What everything is worth in the currency of the request, or the currencies without a rate, ascending. */
export function investableOf<C extends CurrencyCode>({
  positions,
  cash,
  keep,
  rateOf,
  unitTargets,
  universe,
  currency: base,
}: ReadTransition<C>):
  | { readonly status: 'known'; readonly investable: bigint }
  | { readonly status: 'missing-rate'; readonly missing: readonly CurrencyCode[] } {
  const amounts = [
    ...[...positions.values()].map(({ currency, value }) => ({ currency, units: value })),
    ...cash,
  ].filter(({ units }) => units !== 0n);
  // What units will cost is taken off before weights share the rest.
  const counted = [...unitTargets].flatMap(([id, units]) =>
    units > 0n ? (universe.byId[id]!.currency ?? base) : [],
  );
  const missing = [...amounts.map(({ currency }) => currency), ...counted].filter(
    (currency) => rateOf(currency) === undefined,
  );
  if (missing.length > 0) return { status: 'missing-rate', missing: [...new Set(missing)].sort() };
  const worth = amounts.reduce(
    (sum, { currency, units }) => sum + toBase(units, rateOf(currency)!),
    0n,
  );
  return { status: 'known', investable: worth > keep ? worth - keep : 0n };
}
