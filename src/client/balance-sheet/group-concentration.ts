import { type CurrencyCode, isPositive, type Money, ratioOfMoney } from '../../money/index.js';
import { groupBy } from '../group-by.js';
import { classOf, type Holding, type HoldingKind } from '../holding.js';
import type { IssuerRisk, ValuedHolding } from './concentration.js';
import { totalOf } from './total.js';

/** How evenly financial assets are spread over one kind of group: issuers, currencies, banks, classes. */
export interface GroupConcentration<C extends CurrencyCode = CurrencyCode> {
  /** The part of the financial assets that belongs to such groups, decimal fraction; `null` without assets. */
  readonly covered: number | null;
  /** The largest group; `null` without any. */
  readonly largest: { readonly group: string | null; readonly share: number } | null;
  /** Sum of the squared shares; `null` without groups of any value. */
  readonly herfindahl: number | null;
  /** 1 / Herfindahl. */
  readonly effectiveNumber: number | null;
  /** The largest first, of equal ones the first by name. */
  readonly groups: readonly {
    /** `null` is the advising bank. */
    readonly group: string | null;
    readonly value: Money<C>;
    /** Of the covered part, decimal fraction: the shares sum to 1. */
    readonly share: number;
  }[];
}

/** Concentration by four keys. */
export interface ConcentrationByKey<C extends CurrencyCode = CurrencyCode> {
  /** Of shares and bonds, and of the employer's securities: as in `issuers`, but of them alone. */
  readonly issuer: GroupConcentration<C>;
  readonly currency: GroupConcentration<C>;
  /** Of deposits: the banks that keep them. */
  readonly bank: GroupConcentration<C>;
  readonly assetClass: GroupConcentration<C>;
}

const DEPOSITS: ReadonlySet<HoldingKind> = new Set(['deposit', 'term-deposit']);

/** Measures the spread over groups; `shareOf` is the share of the financial assets. */
export function concentrationByKey<C extends CurrencyCode>(
  held: readonly ValuedHolding<C>[],
  issuers: readonly IssuerRisk<C>[],
  currency: C,
  shareOf: (value: Money) => number | null,
): ConcentrationByKey<C> {
  const spread = (groups: readonly Group<C>[]): GroupConcentration<C> =>
    spreadOver(groups, currency, shareOf);
  const by = (keyOf: (holding: Holding) => string): GroupConcentration<C> =>
    spread(groupsOf(held, currency, keyOf));
  const deposits = held.filter(({ holding }) => DEPOSITS.has(holding.kind));
  return Object.freeze({
    issuer: spread(issuers.map(({ issuer, value }) => ({ group: issuer, value }))),
    currency: by((holding) => holding.currency),
    bank: spread(groupsOf(deposits, currency, ({ bank = '' }) => bank)),
    assetClass: by(({ kind }) => classOf(kind)),
  });
}

interface Group<C extends CurrencyCode> {
  readonly group: string | null;
  readonly value: Money<C>;
}

function groupsOf<C extends CurrencyCode>(
  held: readonly ValuedHolding<C>[],
  currency: C,
  keyOf: (holding: Holding) => string,
): readonly Group<C>[] {
  return [...groupBy(held, ({ holding }) => keyOf(holding))].map(([key, rows]) => ({
    group: key === '' ? null : key,
    value: totalOf(currency, rows),
  }));
}

function spreadOver<C extends CurrencyCode>(
  valued: readonly Group<C>[],
  currency: C,
  shareOf: (value: Money) => number | null,
): GroupConcentration<C> {
  const total = totalOf(currency, valued);
  if (!isPositive(total)) {
    const none = { largest: null, herfindahl: null, effectiveNumber: null };
    return Object.freeze({ covered: shareOf(total), ...none, groups: Object.freeze([]) });
  }
  const groups = valued
    .map(({ group, value }) =>
      Object.freeze({ group, value, share: ratioOfMoney<CurrencyCode>(value, total) }),
    )
    .sort((a, b) => b.share - a.share || ((a.group ?? '') < (b.group ?? '') ? -1 : 1));
  const { group, share } = groups[0]!;
  const herfindahl = groups.reduce((squares, one) => squares + one.share * one.share, 0);
  return Object.freeze({
    covered: shareOf(total),
    largest: Object.freeze({ group, share }),
    herfindahl,
    effectiveNumber: 1 / herfindahl,
    groups: Object.freeze(groups),
  });
}
