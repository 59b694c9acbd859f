import { at, type FieldsOf, refuseUnknown } from '../../errors/index.js';
import type { LotPolicy } from '../lots/lot.js';
import { TAX_FIELDS } from '../lots/read-tax-policy.js';
import type { UtilityInputs } from '../utility.js';
import type { Band, BandRules } from './bands.js';
import type {
  CappedGroup,
  CashPolicy,
  ClassGroup,
  Pacing,
  RebalancingPolicy,
  TradeSize,
  TradingRules,
  WeighingRules,
} from './policy.js';

/** Refuses a policy with a field that there is none of, at any depth: its rule would not be kept to. */
export function refuseUnknownFields(policy: RebalancingPolicy): void {
  refuseUnknown(policy, 'policy', POLICY);
  const { bands, cash, destination, groups, lots, pacing, scope, trading, triggers } = policy;
  const path = (key: keyof RebalancingPolicy): string => at('policy', key);
  refuseInBands(bands, path('bands'));
  each(groups, path('groups'), (group, where) => refuseUnknown(group, where, GROUP));
  each(triggers, path('triggers'), (trigger, where) => refuseByKind(trigger, where, TRIGGERS));
  refuseUnknown(pacing, path('pacing'), PACING);
  refuseUnknown(pacing?.look, at(path('pacing'), 'look'), SCHEDULE);
  refuseInDestination(destination, path('destination'));
  refuseByKind(scope, path('scope'), SCOPES);
  refuseUnknown(cash, path('cash'), CASH);
  refuseInStages(cash?.staged, at(path('cash'), 'staged'));
  refuseInTrading(trading, path('trading'));
  refuseUnknown(lots, path('lots'), LOTS);
  refuseUnknown(lots?.tax, at(path('lots'), 'tax'), TAX_FIELDS);
  refuseUnknown(lots?.harvest, at(path('lots'), 'harvest'), HARVEST);
  refuseUnknown(policy.utility, path('utility'), UTILITY);
  refuseUnknown(policy.weighing, path('weighing'), WEIGHING);
}

function refuseInBands(bands: BandRules, path: string): void {
  refuseUnknown(bands, path, BANDS);
  const sides = (given: unknown, where: string): void => {
    if (!isObject(given)) return;
    const hasSides = 'above' in given || 'below' in given;
    refuseUnknown(given, where, hasSides ? SIDES : BAND);
    if (!hasSides) return;
    refuseUnknown(given.above, at(where, 'above'), BAND);
    refuseUnknown(given.below, at(where, 'below'), BAND);
  };
  sides(bands?.default, at(path, 'default'));
  each(bands?.byId, at(path, 'byId'), sides);
}

function refuseInTrading(trading: TradingRules | undefined, path: string): void {
  refuseUnknown(trading, path, TRADING);
  refuseInSize(trading?.minimumTrade, at(path, 'minimumTrade'));
  each(trading?.minimumTradeOfType, at(path, 'minimumTradeOfType'), refuseInSize);
  each(trading?.minimumTradeOf, at(path, 'minimumTradeOf'), refuseInSize);
  each(trading?.groups, at(path, 'groups'), (group, where) => refuseUnknown(group, where, CAPPED));
}

function refuseInSize(size: unknown, path: string): void {
  if (!isObject(size) || !('buy' in size || 'sell' in size)) {
    refuseUnknown(size, path, SIZE);
    return;
  }
  refuseUnknown(size, path, BY_SIDE);
  refuseUnknown(size.buy, at(path, 'buy'), SIZE);
  refuseUnknown(size.sell, at(path, 'sell'), SIZE);
}

function refuseInStages(staged: unknown, path: string): void {
  const isTimed = isObject(staged) && ('from' in staged || 'everyMonths' in staged);
  refuseUnknown(staged, path, isTimed ? TIMED_STAGES : STAGES);
}

function refuseInDestination(destination: unknown, path: string): void {
  if (!isObject(destination)) return;
  const { byId, ...plain } = destination;
  refuseByKind(plain, path, DESTINATIONS);
  each(byId, at(path, 'byId'), (given, where) => {
    if (!isObject(given) || !('above' in given || 'below' in given)) {
      refuseByKind(given, where, DESTINATIONS);
      return;
    }
    refuseUnknown(given, where, SIDES);
    refuseByKind(given.above, at(where, 'above'), DESTINATIONS);
    refuseByKind(given.below, at(where, 'below'), DESTINATIONS);
  });
}

/** By the value of `kind`; one that is not known is refused where it is read. */
function refuseByKind(
  given: unknown,
  path: string,
  kinds: Readonly<Record<string, Readonly<Record<string, true>>>>,
): void {
  if (!isObject(given) || typeof given.kind !== 'string') return;
  if (Object.hasOwn(kinds, given.kind)) refuseUnknown(given, path, kinds[given.kind]!);
}

/** The entries of a list or record. */
function each(given: unknown, path: string, visit: (value: unknown, path: string) => void): void {
  if (!isObject(given)) return;
  const nameOf = (key: string) => (Array.isArray(given) ? Number(key) : key);
  for (const [key, value] of Object.entries(given)) visit(value, at(path, nameOf(key)));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

const POLICY: FieldsOf<RebalancingPolicy> = {
  id: true,
  measure: true,
  groups: true,
  bands: true,
  triggers: true,
  pacing: true,
  destination: true,
  scope: true,
  funding: true,
  cash: true,
  trading: true,
  residualProduct: true,
  lots: true,
  utility: true,
  weighing: true,
  fxSpread: true,
};
const BANDS: FieldsOf<BandRules> = { default: true, byId: true, reentry: true };
const SIDES = { above: true, below: true } as const;
const BAND: FieldsOf<Band> = {
  absolute: true,
  relative: true,
  combine: true,
  minimum: true,
  at: true,
};
const GROUP: FieldsOf<ClassGroup> = { id: true, members: true };
const SCHEDULE = { anchor: true, everyMonths: true, everyDays: true, adjust: true } as const;
const ABOVE = { kind: true, above: true } as const;
const TRIGGERS = {
  calendar: { kind: true, ...SCHEDULE },
  band: { kind: true },
  'portfolio-drift': ABOVE,
  'tracking-error': ABOVE,
  volatility: ABOVE,
  'cash-flow': ABOVE,
  event: { kind: true, events: true },
} as const;
const PACING: FieldsOf<Pacing> = { look: true, minimumDays: true, urgent: true };
const DESTINATIONS = {
  target: { kind: true },
  edge: { kind: true },
  fraction: { kind: true, ofBand: true },
  inner: { kind: true, drift: true },
} as const;
const SCOPES = { whole: { kind: true }, breached: { kind: true, absorbedBy: true } } as const;
const CASH: FieldsOf<CashPolicy> = {
  floors: true,
  floor: true,
  target: true,
  ceiling: true,
  investAtMost: true,
  partialWithdrawal: true,
  staged: true,
};
const STAGES = { part: true, parts: true } as const;
const TIMED_STAGES = { parts: true, from: true, everyMonths: true } as const;
const TRADING: FieldsOf<TradingRules> = {
  minimumTrade: true,
  minimumTradeOfType: true,
  minimumTradeOf: true,
  amountStep: true,
  maxWeight: true,
  maxWeightPerIssuer: true,
  maxWeightOfIssuer: true,
  groups: true,
  maxTurnover: true,
  maxTrades: true,
  fewestTrades: true,
  gainBudget: true,
  taxBudget: true,
};
const CAPPED: FieldsOf<CappedGroup> = { id: true, members: true, max: true };
const BY_SIDE = { buy: true, sell: true } as const;
const SIZE: FieldsOf<TradeSize> = { amount: true, share: true };
const LOTS: FieldsOf<LotPolicy> = {
  method: true,
  tax: true,
  harvest: true,
  washSaleDays: true,
  identical: true,
};
const HARVEST: FieldsOf<NonNullable<LotPolicy['harvest']>> = {
  minimumLoss: true,
  minimumAmount: true,
  substitutes: true,
};
const UTILITY: FieldsOf<UtilityInputs> = {
  assetClasses: true,
  expectedReturn: true,
  covariance: true,
  riskAversion: true,
  charges: true,
};
const WEIGHING: FieldsOf<WeighingRules> = { years: true, gate: true, outOfMarketReturn: true };
