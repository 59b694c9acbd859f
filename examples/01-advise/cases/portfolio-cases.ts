import { allocate, problemForLevel } from 'aptfolio/allocation';
import { balanceSheet, detectNeeds, type Holding } from 'aptfolio/client';
import { type Money, money, splitMoney, sumMoney } from 'aptfolio/money';
import { planOrders } from 'aptfolio/orders';
import { projectGoal } from 'aptfolio/projection';
import { rebalance, switchBreakEven } from 'aptfolio/rebalancing';
import { screenProducts, selectProducts } from 'aptfolio/selection';
import { type Case, caseResult } from './case.js';
import { slices } from './order-cases.js';

/** A5: 62 % in one stock. */
export const oneStock: Case = ({ inputs }) => {
  const { asOf, reference, request } = inputs;
  const holdings: readonly Holding[] = [
    { id: 'ONE_STOCK', kind: 'stock', currency: 'CNY', amount: '620000.00', availableInDays: 1 },
    { id: 'CASH', kind: 'deposit', currency: 'CNY', amount: '380000.00', availableInDays: 0 },
  ];
  const { needs } = detectNeeds({ ...request.view, holdings, liabilities: [] }, reference.needs, {
    asOf,
  });
  const need = needs.find(({ kind }) => kind === 'concentration');
  if (need?.kind !== 'concentration') return caseResult('A5', { share: 0, sales: 0 });
  const staged = need.options.find(({ kind }) => kind === 'staged');
  return caseResult(
    'A5',
    { share: need.share, amount: need.amount, sales: staged?.sales.length ?? 0 },
    need.options.map(({ reason }) => reason),
  );
};

/** A6: money needed in 60 days; a closed product of 180 days is wanted, another is held. */
export const moneyNeededSoon: Case = ({ universe, inputs, outcome, level }) => {
  const screened = screenProducts(universe, { level, maxLockUpDays: 60 });
  const wanted = screened.rejected.find(({ product }) => product.id === 'P09');
  const { rebalancing } = inputs.review;
  const result = rebalance({
    ...rebalancing,
    universe,
    holdings: { P09: money('CNY', '60000.00'), P06: money('CNY', '40000.00') },
    targetWeights: outcome.selection.weights,
    utility: { ...inputs.reference.assumptions, covariance: covarianceOf(inputs), riskAversion: 5 },
    restrictions: { P09: 'locked' },
  });
  const moved = result.considered.some(({ product }) => product === 'P09');
  return caseResult('A6', { trades: result.considered.length, held: moved ? '' : 'P09' }, [
    ...(wanted?.reasons ?? []),
    ...result.dropped.flatMap(({ reasons }) => reasons),
  ]);
};

function covarianceOf({ reference }: Parameters<Case>[0]['inputs']): number[][] {
  const { volatility, correlation } = reference.assumptions;
  return correlation.map((row, i) => row.map((rho, j) => rho * volatility[i]! * volatility[j]!));
}

/** A8: an account of CNY 1,000. */
export const smallAccount: Case = ({ universe, inputs, assumptions, outcome, level }) => {
  const amount = money('CNY', '1000.00');
  const selection = selectProducts(outcome.allocation.weights, universe, {
    ...{ level, amount, covariance: assumptions.covariance },
    maxLockUpDays: inputs.reference.selection.maxLockUpDays,
  });
  if (selection.status !== 'selected') return caseResult('A8', { status: selection.status });
  const plan = planOrders({
    ...{ amount, weights: selection.weights, universe, funding: 'DEMAND_CNY' },
    ...inputs.reference.orders,
  });
  const placed = plan.status === 'planned' ? plan.totalGross : money('CNY', '0');
  return caseResult(
    'A8',
    {
      products: Object.keys(selection.weights),
      trackingError: selection.trackingError,
      placed,
    },
    selection.reasons,
  );
};

/** A9: an account of CNY 50 million. */
export const largeAccount: Case = (context) => {
  const { universe, inputs, assumptions, outcome, level } = context;
  const capped = selectProducts(outcome.allocation.weights, universe, {
    ...{ level, covariance: assumptions.covariance, amount: money('CNY', '50000000.00') },
    ...{ maxLockUpDays: inputs.reference.selection.maxLockUpDays, maxWeightPerProduct: 0.3 },
  });
  const weights = capped.status === 'selected' ? Object.values(capped.weights) : [];
  const deposit: Holding = {
    ...{ id: 'DEPOSIT', kind: 'deposit', currency: 'CNY', amount: '50000000.00' },
  } as const;
  const fx = { base: inputs.request.view.baseCurrency, rates: inputs.request.view.fx };
  const { depositInsurance } = inputs;
  const sheet = balanceSheet([deposit], [], fx, { depositInsurance });
  const parts = splitMoney(money('CNY', '50000000.01'), weights);
  const sum = sumMoney<'CNY'>('CNY', parts as readonly Money<'CNY'>[]);
  const excess = sheet.status === 'complete' ? sheet.depositInsurance?.excess : undefined;
  return caseResult('A9', {
    largest: Math.max(...weights),
    products: weights.length,
    days: slices(context),
    excess: excess ?? '',
    sum,
  });
};

/** A11: a switch that costs more than it gains, unless it is held long enough. */
export const costlySwitch: Case = () => {
  const question = {
    ...{ amount: money('CNY', '200000.00'), exitFee: 0.005, entryFee: 0.01 },
    ...{ feeFrom: 0.012, feeTo: 0.009, grossReturn: 0.06 },
  };
  const three = switchBreakEven({ ...question, years: 3 });
  const six = switchBreakEven({ ...question, years: 6 });
  return caseResult(
    'A11',
    { years: three.breakEvenYears ?? 0, three: three.decision, six: six.decision },
    [...three.reasons, ...six.reasons],
  );
};

/** A17: nothing is eligible. */
export const nothingEligible: Case = ({ universe, assumptions, inputs }) => {
  const { allocation } = inputs.reference;
  const cautious = allocate(problemForLevel(assumptions, allocation, 'C1'));
  const weights = cautious.status === 'optimal' ? cautious.weights : { CASH: 1 };
  const risky = Object.values(universe.byId).filter(({ id }) => id >= 'P05');
  const products = risky.filter(({ distributorRisk }) => distributorRisk > 'R1');
  const byId = Object.fromEntries(products.map((product) => [product.id, product]));
  const selection = selectProducts(
    weights,
    { ...universe, products, byId },
    { level: 'C1', covariance: assumptions.covariance },
  );
  const rejected = 'rejected' in selection ? selection.rejected.length : 0;
  return caseResult('A17', { status: selection.status, rejected }, selection.reasons);
};

/** A18: goals at the edges. */
export const edgeGoals: Case = ({ outcome }) => {
  const { netReturn } = outcome.goal;
  const { volatility } = outcome.allocation;
  const plan = {
    ...{ initial: 100000, monthlyContribution: 0, months: 0, target: 120000 },
    ...{ expectedReturn: netReturn, volatility },
  };
  const met = projectGoal({ ...plan, target: 90000, months: 60 });
  const today = projectGoal(plan);
  const past = projectGoal({ ...plan, months: -3 });
  const nothing = projectGoal({ ...plan, initial: 0, months: 60 });
  const list = [met, today, past, nothing].map(({ probability }) => probability);
  return caseResult('A18', { met: list[0]!, today: list[1]!, past: list[2]!, nothing: list[3]! }, [
    ...met.reasons.slice(0, 1),
    ...past.reasons.slice(0, 1),
    ...nothing.reasons.slice(0, 1),
  ]);
};
