import { type CurrencyCode, checkCurrency } from '../../../money/index.js';
import type { FactDeclaration } from '../../../rules/index.js';
import { CLIENT_FACTS } from '../../facts/client-facts.js';
import { ORDER_FACTS } from '../../facts/order-facts.js';
import { PRODUCT_FACTS } from '../../facts/product-facts.js';
import { frozenCopy } from '../frozen-copy.js';
import { policyClientFacts, policyPortfolioFacts } from './client-facts.js';
import { POLICY_ORDER_FACTS, policyHistoryFacts } from './order-facts.js';
import { policyProductFacts, TARGET_MARKET_FACTS } from './product-facts.js';

/**
 * Everything that a policy may read, with amounts in one currency: the shared vocabulary and what only a policy asks for.
 *
 * @param currency ISO 4217 code, in which the caller gives every amount.
 * @throws AptfolioError `unknown-currency` with the path `currency`.
 */
export function policyFacts(currency: CurrencyCode): Readonly<Record<string, FactDeclaration>> {
  checkCurrency(currency, 'currency');
  return frozenCopy({
    ...inCurrency({ ...CLIENT_FACTS, ...PRODUCT_FACTS, ...ORDER_FACTS }, currency),
    ...policyClientFacts(currency),
    ...policyPortfolioFacts(currency),
    ...policyProductFacts(currency),
    ...TARGET_MARKET_FACTS,
    ...POLICY_ORDER_FACTS,
    ...policyHistoryFacts(currency),
  });
}

function inCurrency(
  facts: Readonly<Record<string, FactDeclaration>>,
  currency: string,
): Readonly<Record<string, FactDeclaration>> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, declared]) => [
      name,
      declared.type === 'amount' ? { ...declared, unit: currency } : declared,
    ]),
  );
}
