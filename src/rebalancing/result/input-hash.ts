import type { PlainDate } from '../../dates/index.js';
import { sha256 } from '../../evidence/index.js';
import type { RebalancingAccount } from '../account/account.js';
import type { ReadAccount } from '../account/read-account.js';
import type { Inside } from '../policy/compiled-policy.js';

/**
 * The hash of everything that a decision is made of. Policy and products stand for themselves by the hashes that were worked out
 * when they were compiled; rows whose order does not matter are put in order.
 */
export function inputHashOf(
  { given, holdings }: ReadAccount,
  inside: Inside,
  asOf: PlainDate,
): string {
  const { policyHash, calendar } = inside;
  const input = {
    account: inOrder(given),
    asOf,
    calendar: { id: calendar.id, covers: calendar.covers },
    policy: policyHash,
    products: Object.fromEntries(holdings.map(({ id, item }) => [id, item.hash])),
  };
  return sha256(input, 'input');
}

function inOrder(account: RebalancingAccount): unknown {
  const { positions, cash, breached, events, recentTrades } = account;
  const sortedPositions = sortBy(positions, ({ product }) => product).map((position) =>
    position.lots === undefined
      ? position
      : { ...position, lots: sortBy(position.lots, ({ id }) => id) },
  );
  return {
    ...account,
    positions: sortedPositions,
    ...(cash === undefined ? {} : { cash: sortBy(cash, ({ currency }) => currency) }),
    ...(breached === undefined ? {} : { breached: [...breached].sort() }),
    ...(events === undefined ? {} : { events: [...events].sort() }),
    ...(recentTrades === undefined
      ? {}
      : {
          recentTrades: sortBy(recentTrades, (trade) =>
            JSON.stringify([trade.on, trade.product, trade.side, trade.atLoss]),
          ),
        }),
  };
}

function sortBy<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  return [...rows].sort((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}
