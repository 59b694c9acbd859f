import { reviewAccount } from 'aptfolio/advice';
import { allocate, problemForLevel } from 'aptfolio/allocation';
import { balanceSheet, detectNeeds, type Holding } from 'aptfolio/client';
import { addDays } from 'aptfolio/dates';
import { type Money, money, splitMoney, sumMoney } from 'aptfolio/money';
import { type PlannedOrder, planOrders } from 'aptfolio/orders';
import { projectGoal } from 'aptfolio/projection';
import { switchBreakEven, type Trade } from 'aptfolio/rebalancing';
import { screenProducts, selectProducts } from 'aptfolio/selection';
import { type Case, type CaseContext, caseResult, type Sentence } from './case.js';
import { calendarOf, sellInStages } from './staged-sale.js';

/** A5: 62 % in one stock. */
export const oneStock: Case = (context) => {
  const { asOf, reference, request } = context.inputs;
  const [stock, rest] = [money('CNY', '620000.00'), money('CNY', '380000.00')];
  const holdings: readonly Holding[] = [
    { id: 'ONE_STOCK', kind: 'stock', ...stock, availableInDays: 1 },
    { id: 'CASH', kind: 'deposit', ...rest, availableInDays: 0 },
  ];
  const { needs } = detectNeeds({ ...request.view, holdings, liabilities: [] }, reference.needs, {
    asOf,
  });
  const need = needs.find(({ kind }) => kind === 'concentration');
  if (need?.kind !== 'concentration') return caseResult('A5', { share: 0, sales: 0 });
  const sales = need.options.find(({ kind }) => kind === 'staged')?.sales ?? [];
  const total = money('CNY', '1000000.00');
  return caseResult('A5', { share: need.share, amount: need.amount, sales: sales.length }, [
    ...need.options.map(({ reason }) => reason),
    ...sellInStages({ sales, stock, rest, total }, context),
  ]);
};

/** A6: money needed in 60 days; a closed product of 180 days is wanted, another is held. */
export const moneyNeededSoon: Case = ({ universe, inputs, outcome, level }) => {
  const { asOf, review } = inputs;
  const screened = screenProducts(universe, { level, maxLockUpDays: 60 });
  const wanted = screened.rejected.find(({ product }) => product.id === 'P09');
  const held = money('CNY', '60000.00');
  const lots = [{ id: 'P09/1', boughtOn: addDays(asOf, -46), value: held }];
  const account = {
    id: 'A6',
    currency: held.currency,
    target: outcome.selection.weights,
    positions: [
      { product: 'P06', value: money('CNY', '40000.00') },
      { product: 'P09', value: held, lots },
    ],
  };
  const { rebalancing } = reviewAccount({ level, account }, review, { asOf }).outcome;
  const locked = rebalancing.outOfReach.find(({ product }) => product === 'P09');
  return caseResult(
    'A6',
    {
      trades: rebalancing.trades.length,
      held: locked?.product ?? '',
      until: locked?.reachableOn ?? '',
      reached: locked?.reached ?? 0,
    },
    [...(wanted?.reasons ?? []), ...(locked?.reasons ?? []), ...rebalancing.trades.map(inWords)],
  );
};

function inWords({ side, product, amount, orderOn, settlesOn }: Trade): Sentence {
  return { say: `case.A6.${side}`, figures: { product, amount, orderOn, settlesOn } };
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
  if (capped.status !== 'selected') return caseResult('A9', { status: capped.status });
  const weights = Object.values(capped.weights);
  const deposit: Holding = {
    ...{ id: 'DEPOSIT', kind: 'deposit', currency: 'CNY', amount: '50000000.00' },
  } as const;
  const fx = { base: inputs.request.view.baseCurrency, rates: inputs.request.view.fx };
  const { depositInsurance } = inputs;
  const sheet = balanceSheet([deposit], [], fx, { depositInsurance });
  const parts = splitMoney(money('CNY', '50000000.01'), weights);
  const sum = sumMoney<'CNY'>('CNY', parts as readonly Money<'CNY'>[]);
  const excess = sheet.status === 'complete' ? sheet.depositInsurance?.excess : undefined;
  const slices = slicesOf('P07', capped.weights, context);
  return caseResult(
    'A9',
    {
      largest: Math.max(...weights),
      products: weights.length,
      days: slices.length,
      excess: excess ?? '',
      sum,
    },
    slices.flatMap(onItsDay),
  );
};

/** The orders for one product under a limit of CNY 5 million a day, on the days on which it deals. */
function slicesOf(
  id: string,
  weights: Readonly<Record<string, number>>,
  { universe, inputs }: CaseContext,
): readonly PlannedOrder[] {
  const calendar = calendarOf(inputs.review);
  const plan = planOrders({
    ...{ amount: money('CNY', '50000000.00'), weights, universe, funding: 'DEPOSIT' },
    ...inputs.reference.orders,
    dailyLimits: { [id]: '5000000' },
    ...(calendar === undefined ? {} : { calendar, asOf: inputs.asOf }),
  });
  if (plan.status !== 'planned') return [];
  return plan.orders.filter(({ product }) => product === id);
}

function onItsDay({ product, gross, orderOn, settlesOn }: PlannedOrder): readonly Sentence[] {
  if (orderOn === undefined || settlesOn === undefined) return [];
  return [{ say: 'case.A9.slice', figures: { product, amount: gross, orderOn, settlesOn } }];
}

/** What leaving the fund costs by the days it was held: illustrative, in the form that mainland funds have. */
const EXIT_TIERS = [
  { fromDays: 0, rate: 0.015 },
  { fromDays: 7, rate: 0.01 },
  { fromDays: 30, rate: 0.005 },
  { fromDays: 365, rate: 0.0025 },
  { fromDays: 730, rate: 0 },
] as const;

/** A11: a switch that costs more than it gains, unless it is held long enough; and what waiting for a lower exit fee would change. */
export const costlySwitch: Case = () => {
  const [held, cheaper] = [320, 365];
  const question = {
    ...{ amount: money('CNY', '200000.00'), exitFee: EXIT_TIERS, heldDays: held, entryFee: 0.01 },
    ...{ feeFrom: 0.012, feeTo: 0.009, grossReturn: 0.06 },
  };
  const three = switchBreakEven({ ...question, years: 3 });
  const six = switchBreakEven({ ...question, years: 6 });
  const later = switchBreakEven({ ...question, years: 6, heldDays: cheaper });
  return caseResult(
    'A11',
    {
      ...{ years: three.breakEvenYears ?? 0, three: three.decision, six: six.decision },
      ...{ cost: three.cost, days: cheaper - held },
      ...{ laterCost: later.cost, later: later.breakEvenYears ?? 0 },
    },
    [...new Map([...three.reasons, ...six.reasons].map((one) => [one.code, one])).values()],
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
