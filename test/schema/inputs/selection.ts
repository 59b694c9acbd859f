import {
  parseAlternatives,
  parseClientFirstContext,
  parseScreeningContext,
  parseSelectionContext,
  parseSelectionTarget,
  safeParseAlternatives,
  safeParseClientFirstContext,
  safeParseScreeningContext,
  safeParseSelectionContext,
  safeParseSelectionTarget,
} from 'aptfolio/schema';
import { cny, fault, type Input, input } from './input.js';

const screening = {
  level: 'C3',
  asOf: '2026-03-02',
  maxLockUpDays: 90,
  moneyNeededOn: '2027-03-02',
  amount: cny('1000'),
  currencies: ['USD'],
  fx: { base: 'CNY', rates: { USD: '7.1' } },
  held: ['P01'],
  client: {
    kind: 'retail',
    knowledge: 60,
    objective: 'growth',
    horizonYears: 5,
    lossCapacity: 0.1,
    traits: { 'over-65': false },
  },
  documents: ['prospectus'],
} as const;

const selection = {
  ...screening,
  covariance: [
    [0.001, 0],
    [0, 0.04],
  ],
  maxWeightPerProduct: 0.4,
  maxWeightOfProduct: { P01: 1 },
  maxWeightPerIssuer: 0.3,
  maxWeightOfIssuer: { Treasury: 1 },
  groups: [{ id: 'funds', members: ['P02', 'P03'], min: 0.1, max: 0.7 }],
  minWeightPerProduct: 0.05,
  maxProducts: 5,
  minProducts: 2,
  current: { P01: 0.3 },
  locked: { P01: 0.1 },
  moneyNeeded: [{ on: '2026-12-31', amount: cny('300') }],
  costAversion: 0.5,
  horizonYears: 3,
  expectedReturn: [0.03, 0.07],
  heldDays: { P01: 400 },
  maxNodes: 500,
} as const;

/** Inputs of the selection of products. */
export const SELECTION: Readonly<Record<string, Input>> = {
  'screening-context': input(
    parseScreeningContext,
    safeParseScreeningContext,
    [screening],
    [
      fault(['level'], undefined, 'missing-value', 'context.level'),
      fault(['maxLockUpDays'], 1e300, 'out-of-range', 'context.maxLockUpDays'),
      fault(['moneyNeededOn'], '2026-02-30', 'invalid-date', 'context.moneyNeededOn'),
      fault(['currencies', 0], 'RMB', 'unknown-value', 'context.currencies[0]'),
      fault(['client', 'knowledge'], 160, 'out-of-range', 'context.client.knowledge'),
      fault(['suitability'], {}, 'unknown-id', 'context.suitability'),
    ],
  ),
  'selection-context': input(
    parseSelectionContext,
    safeParseSelectionContext,
    [selection],
    [
      fault(['maxWeightPerProduct'], 0, 'out-of-range', 'context.maxWeightPerProduct'),
      fault(['covariance'], 0.04, 'invalid-type', 'context.covariance'),
      fault(['current', 'P01'], 30, 'out-of-range', 'context.current.P01'),
      fault(['groups', 0, 'members'], [], 'empty', 'context.groups[0].members'),
      fault(['maxProducts'], 2.5, 'invalid-type', 'context.maxProducts'),
      fault(['costAversion'], -1, 'out-of-range', 'context.costAversion'),
      fault(['moneyNeeded', 0, 'on'], '2026-02-30', 'invalid-date', 'context.moneyNeeded[0].on'),
      fault(['heldDays', 'P01'], 1.5, 'invalid-type', 'context.heldDays.P01'),
      fault(['maxNodes'], 0, 'out-of-range', 'context.maxNodes'),
    ],
  ),
  'client-first-context': input(
    parseClientFirstContext,
    safeParseClientFirstContext,
    [{ ...selection, houseIssuers: ['Bank'], sameExposure: 0.005 }],
    [
      fault(['sameExposure'], 2, 'out-of-range', 'context.sameExposure'),
      fault(['houseIssuers'], 'Bank', 'invalid-type', 'context.houseIssuers'),
    ],
  ),
  'selection-target': input(
    parseSelectionTarget,
    safeParseSelectionTarget,
    [{ CASH: 0.1, BOND: { min: 0.5, max: 0.7, centre: 0.6 } }],
    [
      fault(['CASH'], 1.5, 'out-of-range', 'target.CASH'),
      fault(['BOND', 'max'], undefined, 'missing-value', 'target.BOND.max'),
      fault(['BOND', 'center'], 0.6, 'unknown-id', 'target.BOND.center'),
    ],
  ),
  alternatives: input(
    parseAlternatives,
    safeParseAlternatives,
    [
      [
        { id: 'one fund', weights: { FOF: 1 } },
        { id: 'pair', find: 'best-pair' },
        { id: 'cheap', find: 'cheapest', maxTrackingError: 0.02 },
      ],
    ],
    [
      fault([0, 'weights', 'FOF'], 100, 'out-of-range', 'alternatives[0].weights.FOF'),
      fault([2, 'maxTrackingError'], -1, 'out-of-range', 'alternatives[2].maxTrackingError'),
    ],
  ),
};
