import type { AdviceReference, AdviceRequest } from 'aptfolio/advice';
import { compilePack } from 'aptfolio/rules';
import { parseAdviceReference, parseAdviceRequest } from 'aptfolio/schema';
import { cnCsrc, cnNfra } from 'aptfolio/suitability/packs/cn';
import bank from '../../examples/data/bank-policy.json';
import market from '../../examples/data/scenario/capital-market-assumptions.json';
import client from '../../examples/data/scenario/client.json';
import file from '../../examples/data/scenario/products.json';
import form from '../../examples/data/scenario/questionnaire.json';
import transactions from '../../examples/data/scenario/transactions.json';

const { policy, ...assumptions } = market;
const { objective: _, ...allocation } = policy;
const { answers, finalRule: __, ...questionnaire } = form;
const { irregularIncome: ___, ...needs } = client.needPolicy;

/** The sample client's case and the sample bank's reference data. */
export const asOf = '2026-03-02';

export const request: AdviceRequest = parseAdviceRequest({
  known: Object.keys(client.intake.fieldWeights),
  view: { ...client, transactions },
  answers,
  goal: 'education',
  funding: 'DEMAND_CNY',
});

export const reference: AdviceReference = parseAdviceReference({
  completeness: {
    fieldWeights: client.intake.fieldWeights,
    threshold: client.intake.adviceThreshold,
  },
  questionnaire,
  needs: { ...needs, ...bank.cashFlow },
  assumptions,
  allocation,
  products: file.products,
  selection: file.policy,
  // Fewer paths than the example: the tests that need precision say how many standard errors they allow.
  projection: { ...bank.projection, paths: 2000 },
  orders: bank.orders,
});

export const missingAtFirst: readonly string[] = client.intake.missingAtFirst;

/** Law under which the orders are checked, and what the bank knows for it. */
export const packs = [compilePack(cnNfra), compilePack(cnCsrc)];

export const judgedRequest: AdviceRequest = {
  ...request,
  facts: {
    client: {
      ...{ kind: 'natural', professional: false, civilCapacity: 'full', changeReported: false },
      ...{ levelChanged: false, lowestCategory: false, paymentMismatch: false },
    },
    history: { assessmentsToday: 0, assessments12m: 1 },
  },
};

export const judgedReference: AdviceReference = {
  ...reference,
  productFacts: Object.fromEntries(
    file.products.map(({ id }) => [id, { issuerKind: 'fund-manager', private: false }]),
  ),
};
