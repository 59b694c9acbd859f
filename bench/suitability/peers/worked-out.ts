import { ageOf } from '../by-hand.js';
import type { CaseFacts } from '../case.js';
import { AS_OF } from '../pack.js';
import { LIMITS } from '../terms.js';

/** The pack's terms that are values, worked out by hand: not every peer can reckon with months. */
export function workedOut(row: CaseFacts) {
  const age = ageOf(row);
  const income = row['client.householdIncome'];
  return {
    risk: Math.max(row['product.issuerRisk'], row['product.sellerRisk']),
    age,
    assessedUntil: aYearLater(row['client.assessedOn']),
    singlePremiumLimit: LIMITS.singlePremium * income,
    annualPremiumLimit: LIMITS.annualPremium * income,
    premiumLimit: LIMITS.premiumBudget * row['client.premiumBudget'],
    ageAfterPremiums: row['order.payYears'] + age,
  };
}

/** No day here is the last one of a leap year's February. */
function aYearLater(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

/** Facts as a tree, as most peers read `client.riskLevel`; the values worked out are to come as `case`. */
export function treeOf(row: CaseFacts): Record<string, Record<string, unknown>> {
  const tree: Record<string, Record<string, unknown>> = { day: { asOf: AS_OF } };
  for (const [name, value] of Object.entries(row)) {
    const [group, leaf] = name.split('.') as [string, string];
    tree[group] ??= {};
    tree[group][leaf] = value;
  }
  return tree;
}
