import type { PlainDate } from '../../dates/index.js';
import type { Reason } from '../../evidence/index.js';
import { withStandIns } from '../lots/stand-in.js';
import type { Inside } from '../policy/compiled-policy.js';
import { sumHoldings } from './pool.js';
import type { ReadShareAccount, ReadTarget } from './read-household.js';

/** A household's target while the wash-sale guard runs, and what is to be said about it. */
export interface StandingTarget {
  readonly target: ReadTarget;
  readonly reasons: readonly Reason[];
}

/** What is held of a substitute, in whichever account, counts for what the guard keeps all accounts from buying back; see `withStandIns`. */
export function withHouseholdStandIns(
  target: ReadTarget,
  accounts: readonly ReadShareAccount[],
  { policy }: Inside,
  asOf: PlainDate,
): StandingTarget {
  const [first] = accounts;
  const isGuarded = policy.lots.washSaleDays !== undefined && target.kind === 'products';
  if (!isGuarded || first === undefined) return { target, reasons: [] };
  const histories = accounts.map(({ account }) => account.history);
  const history = {
    ...first.account.history,
    recentTrades: histories.flatMap(({ recentTrades }) => recentTrades),
  };
  const isTaxFree = accounts.every(({ account }) => account.isTaxFree);
  const pooled = sumHoldings(accounts, (id) => target.weights.get(id) ?? 0);
  const investable = accounts.reduce(
    (sum, { money, toHousehold }) => sum + toHousehold(money.investable),
    0n,
  );
  const whole = { investable, kept: 0n, free: 0n, mustRaise: false };
  const one = { ...first.account, holdings: pooled, history, isTaxFree };
  const { holdings, reasons } = withStandIns(one, policy, whole, asOf);
  if (reasons.length === 0) return { target, reasons };
  const held = holdings.filter(({ id, target: weight }) => weight > 0 || target.weights.has(id));
  const weights = new Map(held.map(({ id, target: weight }) => [id, weight]));
  return { target: { ...target, weights, products: [...weights.keys()] }, reasons };
}
