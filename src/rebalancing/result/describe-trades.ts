import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { type CurrencyCode, fromMinorUnits } from '../../money/index.js';
import { sizeOf, writeDecimal } from '../account/exact.js';
import type { Holding } from '../account/read-holdings.js';
import type { DriftLine } from '../drift/drift.js';
import type { SoldPart } from '../lots/lot-state.js';
import type { Inside } from '../policy/compiled-policy.js';
import type { Fit } from '../rounding/fit.js';
import type { HarvestPlan } from '../rounding/harvest-plan.js';
import type { Plan } from '../rounding/plan.js';
import { type PlanCosts, writeCosts } from './costs.js';
import { moreThanWanted } from './more-than-wanted.js';
import { soldForCaps } from './short-of-caps.js';
import type { SoldLot, Trade } from './trade.js';
import type { Writer } from './writer.js';

/** Writes the trades of a plan, by ascending product id. */
export function describeTrades(
  plan: Plan,
  costs: PlanCosts,
  harvest: HarvestPlan,
  weights: { readonly before: Float64Array; readonly after: Float64Array },
  write: Writer,
): readonly Trade[] {
  const { account, inside, now } = plan.occasion;
  const triggered = now.drift.lines.filter((line) => line.triggered);
  const own = { currency: account.currency, write };
  return plan.trades.fits.map((fit, i): Trade => {
    const holding = account.holdings[fit.place]!;
    const { orderOn, dealsOn, settlesOn } = plan.settlement.dates[i]!;
    const phase = plan.settlement.schedule.phases[i]!;
    const waitsUntil = phase === 2 ? orderOn : undefined;
    const writeLocal = writerOf(holding, own);
    const amount = write(fit.amount);
    const trade: Draft<Trade> = {
      product: holding.id,
      side: fit.side,
      amount,
      local: writeLocal === write && fit.local === fit.amount ? amount : writeLocal(fit.local),
      costs: writeCosts(costs.trades[i]!, write),
      lots: Object.freeze(
        (fit.sale?.parts ?? []).map((part) => describeLot(part, holding, writeLocal)),
      ),
      weightBefore: weights.before[fit.place]!,
      weightAfter: weights.after[fit.place]!,
      targetWeight: holding.target,
      drift: weights.before[fit.place]! - holding.target + 0,
      fixes: fixesOf(triggered, fit, holding, inside),
      orderOn,
      dealsOn,
      settlesOn,
      phase,
      reasons: Object.freeze(reasonsOf(plan, fit, waitsUntil, harvest, weights, write)),
    };
    if (fit.units !== undefined) trade.units = writeDecimal(fit.units, holding.unitScale);
    return Object.freeze(trade);
  });
}

/** What writes amounts of a holding's currency. */
function writerOf(
  { currency }: Holding,
  own: { readonly currency: CurrencyCode; readonly write: Writer },
): Writer {
  return currency === own.currency ? own.write : (units) => fromMinorUnits(currency, units);
}

function describeLot(part: SoldPart, { unitScale }: Holding, write: Writer): SoldLot {
  const { lot, heldDays, term, value, units, gain, exitFee } = part;
  const sold: Draft<SoldLot> = {
    lot: lot.id,
    boughtOn: lot.boughtOn,
    heldDays,
    term,
    amount: write(value),
    exitFee: write(exitFee),
  };
  if (units !== undefined) sold.units = writeDecimal(units, unitScale);
  if (gain !== undefined) sold.gain = write(gain);
  return Object.freeze(sold);
}

/** What is written field by field: a literal with fields that may be absent takes several times as long, and a book has millions. */
type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** The lines that a trade brings nearer to their target. */
function fixesOf(
  triggered: readonly DriftLine[],
  fit: Fit,
  holding: Holding,
  inside: Inside,
): readonly string[] {
  const ids: string[] = [];
  for (const line of triggered) if (isHelped(line, fit, holding, inside)) ids.push(line.id);
  return Object.freeze(ids);
}

/** Whether a trade brings a line nearer to its target. */
function isHelped(
  { id, kind, drift, members }: DriftLine,
  { side }: Fit,
  { id: product, item }: Holding,
  { policy, assetClasses }: Inside,
): boolean {
  const sells = side === 'sell';
  if (kind === 'cash') return sells === drift < 0;
  if (sells !== drift > 0) return false;
  if (policy.measure === 'products') {
    return members === undefined ? id === product : members.includes(product);
  }
  const holds = (name: string): boolean => (item.exposures[assetClasses.indexOf(name)] ?? 0) > 0;
  return members === undefined ? holds(id) : members.some(holds);
}

function reasonsOf(
  plan: Plan,
  fit: Fit,
  waitsUntil: PlainDate | undefined,
  { harvests }: HarvestPlan,
  { before, after }: { readonly before: Float64Array; readonly after: Float64Array },
  write: Writer,
): Reason[] {
  const { place, side, amount } = fit;
  const holding = plan.occasion.account.holdings[place]!;
  const { id: product } = holding;
  const taken = harvests.find(({ from, to }) => (side === 'sell' ? from : to) === place);
  const reasons: Reason[] = taken === undefined ? [] : [taken.reason];
  const { task, money } = plan.occasion;
  const isHarvestOnly = task === 'raise' && !money.mustRaise;
  const asked = plan.trades.asked[place]!;
  const isAskedFor = asked !== 0n && asked > 0n === (side === 'buy');
  // Only what is bought can be evened out by a sale.
  const isResidual =
    place === plan.rules.residual && plan.trades.fits.some((one) => one.side === 'buy');
  // What is traded though nothing asks for it raises money that others cannot, or evens out what their steps leave.
  const isMore = !isAskedFor && !isResidual && taken === undefined;
  if ((isAskedFor && !isHarvestOnly) || isMore) {
    const isRaised = task === 'raise' || (isMore && money.mustRaise);
    const code = isRaised ? 'raises-money' : isMore ? 'evens-steps' : 'to-target';
    const [from, to] = [before[place]!, after[place]!];
    if (money.investable <= 0n) {
      // Where nothing is left to invest there are no weights.
      const parameters = { product, amount: write(amount) };
      reasons.push(makeReason('rebalancing.raises-what-it-can', 'info', parameters));
    } else if (side === 'sell' && to > from) {
      const parameters = { product, amount: write(amount), from, to };
      reasons.push(makeReason('rebalancing.sold-in-smaller-whole', 'info', parameters));
    } else {
      const parameters = Object.freeze({ product, from, to });
      reasons.push(makeReason(`rebalancing.${code}`, 'info', parameters));
    }
  }
  const wanted = wantedOf(plan, fit, holding);
  reasons.push(...moreThanWanted(fit, holding, wanted, plan.rules.amountSteps[place]!));
  reasons.push(...soldForCaps(plan, fit));
  const evened = isAskedFor ? amount - sizeOf(asked) : amount;
  const isRounding = isAskedFor && evened <= BigInt(plan.trades.fits.length);
  if (isResidual && !isRounding) {
    reasons.push(makeReason('rebalancing.residual', 'info', { product, amount: write(evened) }));
  }
  if (waitsUntil !== undefined) {
    const on = waitsUntil;
    reasons.push(
      makeReason('rebalancing.waits-for-proceeds', 'info', Object.freeze({ product, on })),
    );
  }
  return reasons;
}

/** The change that is asked for, below zero a sale; where money is only raised and none is left over, what there is. */
function wantedOf(
  { cashAfter, goals, occasion, trades }: Plan,
  fit: Fit,
  { value }: Holding,
): bigint {
  const { money, task } = occasion;
  if (task === 'rebalance') return goals.wanted[fit.place]! - value;
  if (!money.mustRaise || cashAfter <= money.kept) return 0n;
  const asked = trades.asked[fit.place]!;
  return asked < 0n ? asked : -1n;
}
