import type { Product } from 'aptfolio/products';
import type { CaseFact } from 'aptfolio/suitability';

type Facts = Readonly<Record<string, CaseFact | undefined>>;

/** What the sample bank knows of its client beyond the client file. */
export const CLIENT_FACTS = {
  kind: 'natural',
  professional: false,
  civilCapacity: 'full',
  changeReported: false,
  levelChanged: false,
  lowestCategory: false,
  paymentMismatch: false,
} as const;

/** The assessment of the day is the client's first. */
export const HISTORY_FACTS = { assessmentsToday: 1, assessments12m: 1 } as const;

/** What the sample bank knows of a product beyond the scenario's file. */
export interface ProductFacts {
  readonly issuerKind: 'fund-manager' | 'wealth-subsidiary';
  /** How long it should be held, years. */
  readonly holdingYears: number;
  /** Whether it is spread over many issuers. */
  readonly diversified: boolean;
}

const FUND = { issuerKind: 'fund-manager', holdingYears: 3, diversified: true } as const;
const WEALTH_PRODUCT = { ...FUND, issuerKind: 'wealth-subsidiary', holdingYears: 1 } as const;

const PRODUCTS: Readonly<Record<string, ProductFacts>> = {
  P01: { ...FUND, holdingYears: 0 },
  P02: WEALTH_PRODUCT,
  P03: { ...FUND, holdingYears: 1 },
  P08: { ...FUND, diversified: false },
  P09: WEALTH_PRODUCT,
};

export function productFacts(id: string): ProductFacts {
  return PRODUCTS[id] ?? FUND;
}

/** What the two laws read of every product. */
export function productFactsOf(
  products: readonly Product[],
  change: Facts = {},
): Readonly<Record<string, Facts>> {
  return Object.fromEntries(
    products.map(({ id }) => [
      id,
      { issuerKind: productFacts(id).issuerKind, private: false, ...change },
    ]),
  );
}
