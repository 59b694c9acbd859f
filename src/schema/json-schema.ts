import * as z from 'zod/mini';
import { checkOneOf } from '../errors/index.js';
import { adviceReference, adviceRequest, reviewReference, reviewRequest } from './advice.js';
import { allocationProblem } from './allocation.js';
import { calendar } from './calendar.js';
import { clientView, transactions } from './client.js';
import { goals, holdings, liabilities, savingPlan } from './client-lists.js';
import { conflicts } from './conflicts.js';
import { citation, decisionRecord, messages, reason } from './evidence.js';
import { contributionSearch, goalPlan, simulationOptions } from './goal-plan.js';
import { kpiDefinition } from './kpi-definition.js';
import { serviceKpiOptions, servicePanelOptions } from './kpi-options.js';
import { kpiEvent, kpiState } from './kpi-state.js';
import { allocationPolicy, assumptions, returnHistory } from './market.js';
import { fxRates, moneyLike } from './money.js';
import { orderEvent } from './order-event.js';
import { order, orderContext, orderRequest, orderToCheck, plannedOrder } from './orders.js';
import { bridgeLines, dietzPeriod, flows, valuations } from './performance.js';
import {
  balanceSheetOptions,
  cashFlowPolicy,
  clientPolicy,
  completenessPolicy,
} from './policies.js';
import { moneyById, weightById } from './primitives.js';
import { costOptions, products } from './products.js';
import { answers, owners, questionnaire } from './questionnaire.js';
import { driftBands, rebalancingProblem, switchQuestion, valuationOptions } from './rebalancing.js';
import { screeningContext, selectionContext } from './selection.js';
import { serviceQuarter } from './service-quarter.js';

/** The inputs that have a schema, in kebab-case. */
export const INPUT_NAMES = [
  'advice-reference',
  'advice-request',
  'allocation-policy',
  'allocation-problem',
  'answers',
  'assumptions',
  'balance-sheet-options',
  'bridge-lines',
  'calendar',
  'cash-flow-policy',
  'citation',
  'client-policy',
  'client-view',
  'completeness-policy',
  'conflicts',
  'contribution-search',
  'cost-options',
  'decision-record',
  'dietz-period',
  'drift-bands',
  'flows',
  'fx-rates',
  'goal-plan',
  'goals',
  'holdings',
  'kpi-definition',
  'kpi-event',
  'kpi-state',
  'liabilities',
  'messages',
  'money',
  'order',
  'order-context',
  'order-event',
  'order-request',
  'order-to-check',
  'owners',
  'planned-order',
  'product-holdings',
  'products',
  'questionnaire',
  'reason',
  'rebalancing-problem',
  'return-history',
  'review-reference',
  'review-request',
  'saving-plan',
  'screening-context',
  'selection-context',
  'service-kpi-options',
  'service-panel-options',
  'service-quarter',
  'simulation-options',
  'switch-question',
  'transactions',
  'valuation-options',
  'valuations',
  'weights',
] as const;

/** The name of an input; see `INPUT_NAMES`. */
export type InputName = (typeof INPUT_NAMES)[number];

const SCHEMAS: Readonly<Record<InputName, z.ZodMiniType>> = {
  'advice-reference': adviceReference,
  'advice-request': adviceRequest,
  'allocation-policy': allocationPolicy,
  'allocation-problem': allocationProblem,
  answers,
  assumptions,
  'balance-sheet-options': balanceSheetOptions,
  'bridge-lines': bridgeLines,
  calendar,
  'cash-flow-policy': cashFlowPolicy,
  citation,
  'client-policy': clientPolicy,
  'client-view': clientView,
  'completeness-policy': completenessPolicy,
  conflicts,
  'contribution-search': contributionSearch,
  'cost-options': costOptions,
  'decision-record': decisionRecord,
  'dietz-period': dietzPeriod,
  'drift-bands': driftBands,
  flows,
  'fx-rates': fxRates,
  'goal-plan': goalPlan,
  goals,
  holdings,
  'kpi-definition': kpiDefinition,
  'kpi-event': kpiEvent,
  'kpi-state': kpiState,
  liabilities,
  messages,
  money: moneyLike,
  order,
  'order-context': orderContext,
  'order-event': orderEvent,
  'order-request': orderRequest,
  'order-to-check': orderToCheck,
  owners,
  'planned-order': plannedOrder,
  'product-holdings': moneyById,
  products,
  questionnaire,
  reason,
  'rebalancing-problem': rebalancingProblem,
  'return-history': returnHistory,
  'review-reference': reviewReference,
  'review-request': reviewRequest,
  'saving-plan': savingPlan,
  'screening-context': screeningContext,
  'selection-context': selectionContext,
  'service-kpi-options': serviceKpiOptions,
  'service-panel-options': servicePanelOptions,
  'service-quarter': serviceQuarter,
  'simulation-options': simulationOptions,
  'switch-question': switchQuestion,
  transactions,
  'valuation-options': valuationOptions,
  valuations,
  weights: weightById,
};

/**
 * The JSON Schema (draft 2020-12) of an input, for hosts in other languages.
 *
 * It says what each field is. What only a whole can show (a date that exists, shares that sum to 1) is checked by the
 * library itself. Comments (keys that start with `$`) are allowed wherever the `parse…` drops them.
 *
 * @throws AptfolioError `unknown-value` for a name that is none.
 *
 * @example
 * ```ts
 * import { jsonSchema } from 'aptfolio/schema';
 *
 * jsonSchema('products').type; // => 'array'
 * jsonSchema('goal-plan').properties.months; // => { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 }
 * ```
 */
export function jsonSchema(name: InputName): Readonly<Record<string, unknown>> {
  const schema = SCHEMAS[checkOneOf(name, 'name', INPUT_NAMES)];
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // The hash of a record covers every field, so it has no comments.
      if (name !== 'decision-record') allowComments(jsonSchema);
    },
  }) as Record<string, unknown>;
  return { $schema, title: `aptfolio ${name}`, ...rest };
}

const COMMENT = '^\\$';

/** Lets an object that is closed, or whose every key means something, have comments too. */
function allowComments(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.type !== 'object' || schema.additionalProperties === undefined) return;
  schema.patternProperties = { [COMMENT]: {} };
  if (schema.propertyNames !== undefined) {
    const names = schema.propertyNames as z.core.JSONSchema.BaseSchema;
    schema.propertyNames = { anyOf: [names, { pattern: COMMENT }] };
  }
}
