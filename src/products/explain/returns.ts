import { makeReason, type Reason } from '../../evidence/index.js';
import { isLiability } from '../product-type.js';
import type { ExplainedProduct, FoundScenarios } from './explain-product.js';
import type { ProductScenario, ProductScenarios } from './explanation.js';
import { holdingDays } from './holding-days.js';

/** What a product may return by assumptions and by its issuer's word, and that neither is a promise; or why nothing is said of it. */
export function tellReturns(
  subject: ExplainedProduct,
  found: FoundScenarios | undefined,
): readonly Reason[] {
  const issuersOwn = tellIssuerReturns(subject);
  // Scenarios are shown, so it would be wrong to say that there are none.
  if (found === undefined || (found.status === 'contract' && issuersOwn.length > 0)) {
    return issuersOwn;
  }
  return [...tellFound(found), ...issuersOwn];
}

function tellFound(found: FoundScenarios): readonly Reason[] {
  switch (found.status) {
    case 'contract':
      return [makeReason('products.returns-by-contract', 'info')];
    case 'unknown-classes':
      return [makeReason('products.returns-not-known', 'info', { classes: found.classes })];
    case 'estimated':
      return tellScenarios(found.scenarios);
  }
}

function tellScenarios({ years, assumptionsAsOf, scenarios }: ProductScenarios): readonly Reason[] {
  const days = holdingDays(years);
  return [
    days === undefined
      ? makeReason('products.returns-basis', 'info', { years, assumptionsAsOf })
      : makeReason('products.returns-basis-days', 'info', { days, assumptionsAsOf }),
    ...scenarios.map(tellScenario),
    makeReason('products.returns-no-promise', 'warn'),
  ];
}

function tellScenario({ scenario, percentile, annualReturn, endValue }: ProductScenario): Reason {
  const figures = { percentile, annualReturn };
  return endValue === undefined
    ? makeReason(`products.scenario.${scenario}`, 'info', figures)
    : makeReason(`products.scenario-value.${scenario}`, 'info', { ...figures, endValue });
}

/** In the issuer's order; before the day of the statement nothing is known of it. */
function tellIssuerReturns({ product, options }: ExplainedProduct): readonly Reason[] {
  const { issuerReturns } = product;
  if (issuerReturns === undefined || isLiability(product)) return [];
  const { asOf, source, scenarios } = issuerReturns;
  if (asOf > options.asOf) return [];
  return [
    makeReason('products.issuer-returns-basis', 'info', { source, asOf }),
    ...scenarios.map(({ scenario, annualReturn }) =>
      makeReason('products.issuer-return', 'info', { scenario, annualReturn }),
    ),
    makeReason('products.issuer-returns-no-promise', 'warn'),
  ];
}
