import type { TradingLimits } from './check-trading.js';
import type { RuleDraft } from './rules.js';

/**
 * How variables make up weights: w = base + Σ sign·x over an asset's variables.
 *
 * An asset whose weight has no kink is one variable, its weight. Where buying and selling, or long and short, count differently,
 * each stretch between two kinks is a variable of its own that leads away from the base.
 */
export interface Holdings {
  readonly count: number;
  /** The asset of each variable. */
  readonly asset: Int32Array;
  /** +1 where the variable adds to the weight, −1 where it takes away. */
  readonly sign: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 where the variable moves within short positions. */
  readonly isShort: Uint8Array;
  /** 1 where the variable is the whole weight of its asset, and not a stretch of it. */
  readonly isWhole: Uint8Array;
  /** 1 where the variable is a purchase or a sale. */
  readonly isTrade: Uint8Array;
  /** Weights by asset when all variables are 0. */
  readonly base: Float64Array;
  /** By asset, what its bounds make necessary to buy (above 0) or to sell, whatever else is decided. */
  readonly forcedTrades: Float64Array;
  /** Whether any asset has kinks. */
  readonly split: boolean;
  /** The rules that are bounds of variables. */
  readonly rules: readonly RuleDraft[];
}

/** An asset's bounds as they were stated or taken by default. */
export interface Stated {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly minStated: boolean;
  readonly maxStated: boolean;
  readonly frozen: boolean;
  /** The bounds beside it of what is frozen. */
  readonly bounds?: { readonly min: number; readonly max: number };
}

interface Stretch {
  readonly asset: number;
  readonly sign: 1 | -1;
  readonly isShort: boolean;
  readonly isWhole: boolean;
  readonly isTrade: boolean;
  readonly lower: number;
  readonly upper: number;
}

/** Lays out the variables of all assets. */
export function layOut(
  assets: readonly Stated[],
  trading: TradingLimits | undefined,
  countsShorts: boolean,
): Holdings {
  const stretches: Stretch[] = [];
  const rules: RuleDraft[] = [];
  const base = new Float64Array(assets.length);
  let split = false;
  const forcedTrades = new Float64Array(assets.length);
  const counts = trading?.counts === true;
  assets.forEach((stated, asset) => {
    const held = trading?.current[asset];
    const kinks = kinksOf(stated, held, counts, countsShorts);
    if (counts) forcedTrades[asset] = within(stated, held!) - held!;
    if (kinks.length === 0) {
      rules.push(...boundRules(stated, stretches.length, 'lower', stretches.length, 'upper'));
      const isShort = stated.max <= 0 && stated.min < 0;
      stretches.push({
        asset,
        sign: 1,
        isShort,
        isWhole: true,
        isTrade: false,
        lower: stated.min,
        upper: stated.max,
      });
      return;
    }
    split = true;
    base[asset] = kinks[0]!;
    const up = between(kinks[0]!, stated.max, kinks);
    const down = between(kinks[0]!, stated.min, kinks);
    const first = stretches.length;
    stretches.push(...away(asset, 1, kinks[0]!, up, counts));
    const last = stretches.length;
    stretches.push(...away(asset, -1, kinks[0]!, down, counts));
    // Without a way down, the least weight is where the way up begins.
    const end = stretches.length;
    const floor = down.length > 0 ? end - 1 : first;
    rules.push(
      ...(up.length > 0
        ? boundRules(stated, floor, down.length > 0 ? 'upper' : 'lower', last - 1, 'upper')
        : boundRules(stated, floor, 'upper', first, 'lower')),
    );
  });
  const of = (read: (stretch: Stretch) => number): Float64Array =>
    Float64Array.from(stretches, read);
  return {
    count: stretches.length,
    asset: Int32Array.from(stretches, ({ asset }) => asset),
    sign: of(({ sign }) => sign),
    isShort: Uint8Array.from(stretches, ({ isShort }) => (isShort ? 1 : 0)),
    lower: of(({ lower }) => lower),
    upper: of(({ upper }) => upper),
    isWhole: Uint8Array.from(stretches, ({ isWhole }) => (isWhole ? 1 : 0)),
    isTrade: Uint8Array.from(stretches, ({ isTrade }) => (isTrade ? 1 : 0)),
    base,
    forcedTrades,
    split,
    rules,
  };
}

/** Stretches one after the other, away from the base. */
function away(
  asset: number,
  sign: 1 | -1,
  base: number,
  lengths: readonly number[],
  isTrade: boolean,
): readonly Stretch[] {
  let from = base;
  return lengths.map((upper) => {
    const middle = from + (sign * upper) / 2;
    from += sign * upper;
    return { asset, sign, isShort: middle < 0, isWhole: false, isTrade, lower: 0, upper };
  });
}

/** The base and the other weights between the bounds at which costs or rules change their slope; empty for none. */
function kinksOf(
  stated: Stated,
  current: number | undefined,
  tradesCount: boolean,
  countsShorts: boolean,
): readonly number[] {
  const { min, max } = stated;
  if (min === max) return [];
  const kinks: number[] = [];
  if (tradesCount && current !== undefined) kinks.push(within(stated, current));
  if (countsShorts && min < 0 && max > 0 && kinks[0] !== 0) kinks.push(0);
  return kinks;
}

function within({ min, max }: Stated, weight: number): number {
  return Math.max(min, Math.min(max, weight));
}

/** The lengths of the stretches from the base to an end, cut at the kinks in between. */
function between(base: number, end: number, kinks: readonly number[]): readonly number[] {
  if (base === end) return [];
  const low = Math.min(base, end);
  const high = Math.max(base, end);
  const cuts = kinks.filter((kink) => kink > low && kink < high);
  const stops = [base, ...(end > base ? cuts : cuts.reverse()), end];
  return stops.slice(1).map((stop, k) => Math.abs(stop - stops[k]!));
}

function boundRules(
  { name, min, max, minStated, maxStated, frozen }: Stated,
  floor: number,
  floorSide: 'lower' | 'upper',
  ceiling: number,
  ceilingSide: 'lower' | 'upper',
): readonly RuleDraft[] {
  if (frozen) {
    const place = { of: 'variable', index: floor, side: 'both' } as const;
    return [
      {
        name: `frozen:${name}`,
        kind: 'frozen',
        subject: name,
        bound: min,
        stated: true,
        place,
        unit: 1,
      },
    ];
  }
  return [
    {
      name: `min:${name}`,
      kind: 'min',
      subject: name,
      bound: min,
      stated: minStated,
      place: { of: 'variable', index: floor, side: floorSide },
      unit: 1,
    },
    {
      name: `max:${name}`,
      kind: 'max',
      subject: name,
      bound: max,
      stated: maxStated,
      place: { of: 'variable', index: ceiling, side: ceilingSide },
      unit: 1,
    },
  ];
}
