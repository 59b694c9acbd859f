import type { CaseFact, SuitabilityCase } from 'aptfolio/suitability';
import type { CaseContext } from './case.js';

type Facts = Readonly<Record<string, CaseFact | undefined>>;

/** What differs from an ordinary purchase by the example's client. */
export interface SaleChange extends Pick<SuitabilityCase, 'action' | 'replaces'> {
  readonly client?: Facts;
  readonly history?: Facts;
  readonly product?: Facts;
  readonly order?: Facts;
}

/** What the sample bank knows of a product beyond the scenario's file. */
interface ProductFacts {
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

/** For a product that a wealth subsidiary issued, whoever did in the scenario. */
export const AS_WEALTH_PRODUCT: Facts = { issuerKind: 'wealth-subsidiary' };

/** Everything that the bank's systems fill in for a purchase that the client asks for, with what differs. */
export function saleOf(
  { inputs, outcome, universe, level }: CaseContext,
  id: string,
  { action = 'buy', replaces, ...change }: SaleChange = {},
): SuitabilityCase {
  const { issuerRisk, distributorRisk } = universe.byId[id]!;
  return {
    action,
    ...(replaces === undefined ? {} : { replaces }),
    facts: {
      client: {
        kind: 'natural',
        professional: false,
        birthDate: inputs.request.view.client.birthDate,
        civilCapacity: 'full',
        riskLevel: level,
        assessedOn: outcome.assessment.assessedOn,
        changeReported: false,
        levelChanged: false,
        lowestCategory: false,
        paymentMismatch: false,
        ...change.client,
      },
      history: { assessmentsToday: 1, assessments12m: 1, ...change.history },
      product: {
        issuerKind: productFacts(id).issuerKind,
        issuerRisk,
        sellerRisk: distributorRisk,
        private: false,
        ...change.product,
      },
      order: { solicited: false, ...change.order },
    },
  };
}

/** The same with what only the bank's own policy reads. */
export function saleUnderPolicy(
  context: CaseContext,
  id: string,
  { client, product, ...change }: SaleChange,
  household: { readonly financialAssets?: CaseFact },
): SuitabilityCase {
  const { request } = context.inputs;
  const goal = request.view.goals.find((one) => one.id === request.goal);
  const { holdingYears, diversified } = productFacts(id);
  const sale = saleOf(context, id, {
    ...change,
    client: { horizonYears: goal?.years, ...client },
    product: { holdingYears, diversified, ...product },
  });
  return {
    ...sale,
    facts: { ...sale.facts, household, portfolio: { productValue: 0 } },
  };
}

function productFacts(id: string): ProductFacts {
  return PRODUCTS[id] ?? FUND;
}
