import { makeReason, type Reason } from '../../evidence/index.js';
import { NFRA_DISCLOSURE, NFRA_RATINGS } from '../citations.js';
import { UNKNOWN_CURRENCY } from '../compile/check-contents.js';
import { statedCurrencies, statedIssuers } from '../compile/resolve-contents.js';
import { isKnownType, isLiability, isOwedByIssuer } from '../product-type.js';
import { effectiveRisk } from '../risk.js';
import { CLASS_KINDS } from './explain-options.js';
import type { ExplainedProduct } from './explain-product.js';
import type { ProductScenarios } from './explanation.js';

/** From this share on, a kind of asset or a foreign currency is a main risk of a product, decimal fraction. The library's own choice. */
export const MAIN_RISK_SHARE = 0.05;

/**
 * From this share on, an issuer is a concentration, decimal fraction.
 *
 * Source: the most of a fund's net assets that may be in the securities of one company, 公开募集证券投资基金运作管理办法
 * (China Securities Regulatory Commission, Order No. 104 of 2014), article 32.
 */
export const CONCENTRATION_SHARE = 0.1;

/** The main risks, the most general first. */
export function tellRisks(
  subject: ExplainedProduct,
  scenarios: ProductScenarios | undefined,
): readonly Reason[] {
  const { product } = subject;
  const type = isKnownType(product.type) ? product.type : 'other';
  const general = makeReason(`products.type-risk.${type}`, 'warn', {}, [NFRA_DISCLOSURE]);
  if (isLiability(product)) return [general];
  return [
    tellRating(subject),
    general,
    ...tellKinds(subject),
    ...tellVolatility(scenarios),
    ...tellCurrencies(subject),
    ...tellIssuers(subject),
    ...tellLeverage(subject),
    ...tellTiedUp(subject),
  ];
}

function tellRating({ product, options }: ExplainedProduct): Reason {
  const { issuerRisk, distributorRisk } = product;
  const { asOf } = options;
  const rating = effectiveRisk(product);
  if (issuerRisk === distributorRisk) {
    return makeReason('products.rating-agreed', 'info', { rating, asOf }, [NFRA_RATINGS]);
  }
  const parameters = { rating, issuerRisk, distributorRisk, asOf };
  return makeReason('products.rating-differs', 'info', parameters, [NFRA_RATINGS]);
}

function tellKinds({ product, options }: ExplainedProduct): readonly Reason[] {
  const { classKinds } = options;
  return CLASS_KINDS.flatMap((kind) => {
    let share = 0;
    for (const [name, part] of Object.entries(product.lookThrough)) {
      if (Object.hasOwn(classKinds, name) && classKinds[name] === kind) share += part;
    }
    if (share < MAIN_RISK_SHARE) return [];
    return [makeReason(`products.kind-risk.${kind}`, 'warn', { share })];
  });
}

function tellVolatility(scenarios: ProductScenarios | undefined): readonly Reason[] {
  if (scenarios === undefined) return [];
  const { volatility, assumptionsAsOf } = scenarios;
  return [makeReason('products.volatility', 'info', { volatility, assumptionsAsOf })];
}

/** Foreign is what is not in the currency of the amount, or else of the product. */
function tellCurrencies({ product, options }: ExplainedProduct): readonly Reason[] {
  const home = options.amount?.currency ?? product.currency;
  if (home === undefined && product.currencies === undefined) return [];
  return Object.entries(statedCurrencies(product)).flatMap(([currency, share]) => {
    if (currency === home || share < MAIN_RISK_SHARE) return [];
    // A product that names no currency at all is in that of the investment.
    if (currency !== UNKNOWN_CURRENCY) {
      return [makeReason('products.currency-risk', 'warn', { currency, share })];
    }
    return product.currencies === undefined
      ? []
      : [makeReason('products.currency-not-known', 'warn', { share })];
  });
}

function tellIssuers({ product }: ExplainedProduct): readonly Reason[] {
  const { type, issuer, issuers } = product;
  if (issuers === undefined && issuer !== undefined && isOwedByIssuer(type)) {
    return [makeReason('products.single-debtor', 'warn', { issuer })];
  }
  return Object.entries(statedIssuers(product))
    .filter(([, share]) => share >= CONCENTRATION_SHARE)
    .sort(([, a], [, b]) => b - a)
    .map(([name, share]) =>
      makeReason('products.issuer-concentration', 'warn', { issuer: name, share }),
    );
}

function tellLeverage({ product }: ExplainedProduct): readonly Reason[] {
  const { leverage = 1 } = product;
  return leverage > 1 ? [makeReason('products.leverage-risk', 'warn', { leverage })] : [];
}

/** That money is tied up; for how long is told with the liquidity. */
function tellTiedUp({ product, options }: ExplainedProduct): readonly Reason[] {
  const { lockUpDays, dealing = {} } = product;
  const { redemption, rollingTerm, startsOn } = dealing;
  const isTiedUp =
    lockUpDays > 0 ||
    redemption !== undefined ||
    rollingTerm !== undefined ||
    (startsOn !== undefined && startsOn > options.asOf);
  return isTiedUp ? [makeReason('products.tied-up-risk', 'warn')] : [];
}
