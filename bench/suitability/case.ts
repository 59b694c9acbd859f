import { createRandom, type Random } from '../../src/numerics/index.js';

/** What is known of a client, by the name of the fact. */
export interface ClientFacts {
  'client.professional': boolean;
  'client.birthDate': string;
  'client.civilCapacity': 'full' | 'limited' | 'none';
  'client.riskLevel': number;
  'client.assessedOn': string;
  'client.changeReported': boolean;
  'client.levelChanged': boolean;
  'client.levelChangeReconfirmed': boolean;
  'client.lowestCategory': boolean;
  'client.paymentMismatch': boolean;
  'client.householdIncome': number;
  'client.premiumBudget': number;
  'client.experienceYears': number;
  'client.avgIncome3y': number;
  'household.netFinancialAssets': number;
  'household.financialAssets': number;
  'history.assessmentsToday': number;
  'history.assessments12m': number;
}

/** What is known of a product. */
export interface ProductFacts {
  'product.regime': 'nfra-investment' | 'nfra-insurance' | 'csrc';
  'product.issuerRisk': number;
  'product.sellerRisk': number;
  'product.private': boolean;
  'product.type': 'fixed' | 'mixed' | 'equity' | 'derivative';
  'product.uncertainBenefit': boolean;
}

/** What is known of an order. */
export interface OrderFacts {
  'order.effect': 'increase' | 'reduce';
  'order.amount': number;
  'order.channel': 'branch' | 'online' | 'remote';
  'order.solicited': boolean;
  'order.toldUnsuitable': boolean;
  'order.clientInsists': boolean;
  'order.writtenWarning': boolean;
  'order.insistsAfterWarning': boolean;
  'order.specialCare': boolean;
  'order.guardianConsent': boolean;
  'order.singlePremium': number;
  'order.annualPremium': number;
  'order.payYears': number;
  'order.premium': number;
  'order.declarationSigned': boolean;
}

/** A client, a product and an order of the one for the other: every fact is there. */
export type CaseFacts = ClientFacts & ProductFacts & OrderFacts;

/** The same with facts missing: left out, or looked for in vain. */
export type PartialFacts = { readonly [Name in keyof CaseFacts]?: CaseFacts[Name] | null };

/** Pairs of few clients and products, each with an order of its own; the same in every run. */
export function somePairs(count: number): readonly CaseFacts[] {
  const random = createRandom(1);
  const clients = someClients(2000);
  const products = someProducts(500);
  return Array.from({ length: count }, () => {
    const client = clients[below(random, clients.length)]!;
    const product = products[below(random, products.length)]!;
    return inOneShape({ ...client, ...product, ...someOrder(random) });
  });
}

/** The same pairs, each without what one of many ways to be incomplete leaves out. */
export function someGaps(pairs: readonly CaseFacts[]): readonly PartialFacts[] {
  const random = createRandom(2);
  const names = Object.keys(pairs[0]!);
  const ways = Array.from({ length: 64 }, () => {
    return names
      .filter(() => chance(random, 0.08))
      .map((name) => [name, chance(random, 0.5)] as const);
  });
  return pairs.map((pair) => {
    const facts: Record<string, unknown> = { ...pair };
    for (const [name, known] of ways[below(random, ways.length)]!) {
      // Half of the gaps are known to be there.
      if (known) facts[name] = null;
      else delete facts[name];
    }
    return inOneShape(facts);
  });
}

/** A copy: the engine reads objects that were made in one piece, as `JSON.parse` makes them, ten times faster than others. */
export function inOneShape<T extends object>(facts: T): T {
  return { ...facts };
}

export function someClients(count: number): readonly ClientFacts[] {
  const random = createRandom(3);
  return Array.from({ length: count }, () => ({
    'client.professional': chance(random, 0.1),
    'client.birthDate': someDay(random, 1940, 2010),
    'client.civilCapacity': chance(random, 0.9) ? 'full' : oneOf(random, ['limited', 'none']),
    'client.riskLevel': 1 + below(random, 5),
    'client.assessedOn': chance(random, 0.05) ? '2025-03-02' : someDay(random, 2024, 2026),
    'client.changeReported': chance(random, 0.1),
    'client.levelChanged': chance(random, 0.2),
    'client.levelChangeReconfirmed': chance(random, 0.5),
    'client.lowestCategory': chance(random, 0.1),
    'client.paymentMismatch': chance(random, 0.1),
    'client.householdIncome': 10_000 * below(random, 100),
    'client.premiumBudget': 10_000 * below(random, 30),
    'client.experienceYears': below(random, 6),
    'client.avgIncome3y': 10_000 * below(random, 80),
    'household.netFinancialAssets': 100_000 * below(random, 60),
    'household.financialAssets': 100_000 * below(random, 100),
    'history.assessmentsToday': below(random, 3),
    'history.assessments12m': below(random, 10),
  }));
}

export function someProducts(count: number): readonly ProductFacts[] {
  const random = createRandom(4);
  return Array.from({ length: count }, () => ({
    'product.regime': oneOf(random, ['nfra-investment', 'nfra-insurance', 'csrc']),
    'product.issuerRisk': 1 + below(random, 5),
    'product.sellerRisk': 1 + below(random, 5),
    'product.private': chance(random, 0.3),
    'product.type': oneOf(random, ['fixed', 'mixed', 'equity', 'derivative']),
    'product.uncertainBenefit': chance(random, 0.5),
  }));
}

export function someOrder(random: Random): OrderFacts {
  return {
    'order.effect': chance(random, 0.9) ? 'increase' : 'reduce',
    'order.amount': 10_000 * below(random, 200),
    'order.channel': oneOf(random, ['branch', 'online', 'remote']),
    'order.solicited': chance(random, 0.3),
    'order.toldUnsuitable': chance(random, 0.7),
    'order.clientInsists': chance(random, 0.5),
    'order.writtenWarning': chance(random, 0.7),
    'order.insistsAfterWarning': chance(random, 0.7),
    'order.specialCare': chance(random, 0.5),
    'order.guardianConsent': chance(random, 0.5),
    'order.singlePremium': 10_000 * below(random, 300),
    'order.annualPremium': 1_000 * below(random, 200),
    'order.payYears': below(random, 30),
    'order.premium': 10_000 * below(random, 40),
    'order.declarationSigned': chance(random, 0.5),
  };
}

function someDay(random: Random, from: number, to: number): string {
  const year = from + below(random, to - from);
  const two = (value: number): string => `${value}`.padStart(2, '0');
  return `${year}-${two(1 + below(random, 12))}-${two(1 + below(random, 28))}`;
}

function chance(random: Random, share: number): boolean {
  return random.uniform() < share;
}

function below(random: Random, count: number): number {
  return Math.floor(random.uniform() * count);
}

function oneOf<T>(random: Random, values: readonly T[]): T {
  return values[below(random, values.length)]!;
}
