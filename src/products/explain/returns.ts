import { makeReason, type Reason } from '../../evidence/index.js';
import type { FoundScenarios } from './explain-product.js';
import type { ProductScenario, ProductScenarios } from './explanation.js';
import { holdingDays } from './holding-days.js';

/** What a product may return, and that it is no promise; or why nothing is said of it. */
export function tellReturns(found: FoundScenarios): readonly Reason[] {
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
