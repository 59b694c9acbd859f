import { type CurrencyCode, isPositive, type Money, ratioOfMoney } from '../../money/index.js';
import { groupBy } from '../group-by.js';
import type { Holding, HoldingKind } from '../holding.js';
import { type ConcentrationByKey, concentrationByKey } from './group-concentration.js';
import { totalOf } from './total.js';

/** How evenly financial assets are spread. */
export interface Concentration<C extends CurrencyCode = CurrencyCode> {
  /** The largest single holding; `null` without assets. Of equal ones the lowest id. */
  readonly largest: { readonly id: string; readonly share: number } | null;
  /** Sum of the squared shares, from 1 / number of holdings to 1; `null` without assets. */
  readonly herfindahl: number | null;
  /** 1 / Herfindahl: as many equal holdings would be as concentrated. */
  readonly effectiveNumber: number | null;
  /** Share of the employer's securities, those of an issuer named as the employer among them, decimal fraction; `null` without assets. */
  readonly employerShare: number | null;
  /** Shares and bonds by issuer, the largest first. Funds and deposits are spread or protected in other ways. */
  readonly issuers: readonly IssuerRisk<C>[];
  /** The same measures over issuers, currencies, banks and classes. */
  readonly by: ConcentrationByKey<C>;
}

/** What one issuer's failure would touch. */
export interface IssuerRisk<C extends CurrencyCode = CurrencyCode> {
  /** The issuer, `employer`, or the holding's id where no issuer is known. */
  readonly issuer: string;
  readonly employer: boolean;
  readonly holdings: readonly string[];
  readonly value: Money<C>;
  /** Of the financial assets, decimal fraction. */
  readonly share: number;
}

/** A valued financial holding. */
export interface ValuedHolding<C extends CurrencyCode = CurrencyCode> {
  readonly holding: Holding;
  readonly value: Money<C>;
}

/**
 * Measures how evenly holdings are spread; they come in the order of their ids.
 *
 * Source: A. O. Hirschman, The Paternity of an Index, American Economic Review 54 (1964) 761–762.
 */
export function concentrationOf<C extends CurrencyCode>(
  held: readonly ValuedHolding<C>[],
  total: Money<C>,
): Concentration<C> {
  const { currency } = total;
  if (!isPositive(total)) {
    return Object.freeze({
      largest: null,
      herfindahl: null,
      effectiveNumber: null,
      employerShare: null,
      issuers: Object.freeze([]),
      by: concentrationByKey(held, [], currency, () => null),
    });
  }
  const shareOf = (value: Money): number => ratioOfMoney<CurrencyCode>(value, total);
  const shares = held.map(({ value }) => shareOf(value));
  const herfindahl = shares.reduce((sum, share) => sum + share * share, 0);
  const highest = Math.max(...shares);
  const ofEmployer = employerTest(held);
  const employer = held.filter(({ holding }) => ofEmployer(holding));
  const issuers = issuersOf(held, currency, shareOf, ofEmployer);
  return Object.freeze({
    largest: Object.freeze({ id: held[shares.indexOf(highest)]!.holding.id, share: highest }),
    herfindahl,
    effectiveNumber: 1 / herfindahl,
    employerShare: shareOf(totalOf(currency, employer)),
    issuers,
    by: concentrationByKey(held, issuers, currency, shareOf),
  });
}

const ONE_ISSUER: ReadonlySet<HoldingKind> = new Set(['stock', 'bond']);

/** Securities said to be the employer's, and shares and bonds of an issuer that one of them names. */
function employerTest(held: readonly ValuedHolding[]): (holding: Holding) => boolean {
  const names = new Set(
    held.flatMap(({ holding: { employer, issuer } }) =>
      employer === true && issuer !== undefined ? [issuer] : [],
    ),
  );
  return ({ kind, employer, issuer }) =>
    employer === true || (ONE_ISSUER.has(kind) && issuer !== undefined && names.has(issuer));
}

function issuersOf<C extends CurrencyCode>(
  held: readonly ValuedHolding<C>[],
  currency: C,
  shareOf: (value: Money) => number,
  ofEmployer: (holding: Holding) => boolean,
): readonly IssuerRisk<C>[] {
  const groups = groupBy(
    held.filter(({ holding }) => ONE_ISSUER.has(holding.kind) || ofEmployer(holding)),
    ({ holding }) =>
      JSON.stringify(
        ofEmployer(holding) ? [true, 'employer'] : [false, holding.issuer ?? holding.id],
      ),
  );
  const issuers = [...groups].map(([key, group]) => {
    const [employer, issuer] = JSON.parse(key) as [boolean, string];
    const value = totalOf(currency, group);
    const holdings = Object.freeze(group.map(({ holding }) => holding.id));
    return Object.freeze({ issuer, employer, holdings, value, share: shareOf(value) });
  });
  return Object.freeze(issuers.sort((a, b) => b.share - a.share || (a.issuer < b.issuer ? -1 : 1)));
}
