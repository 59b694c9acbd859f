import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { type Exchange, type ExchangeMove, makeExchange } from './exchange.js';
import { book, type Ledger, openLedger } from './ledger.js';
import type {
  BookedExchange,
  Schedule,
  ScheduledTrade,
  ScheduleProblem,
  Unpaid,
} from './problem.js';
import { daysAhead, type MoveDates, makeMoveDates, type TradeDates } from './trade-dates.js';

/** A plan in the making. */
export interface Plan {
  readonly problem: ScheduleProblem;
  /** The base's first, then by code: the order in which they are drawn on. */
  readonly ledgers: readonly Ledger[];
  /** Positions of the purchases, by day of order and index. */
  readonly purchases: readonly number[];
  /** The first day on which a sale or other money is booked. */
  readonly firstProceeds: PlainDate | undefined;
  /** The business days on which there may be more to pay with: the first of all and those of the proceeds, ascending. */
  readonly daysAhead: () => readonly PlainDate[];
  readonly moveDates: MoveDates;
  readonly exchange: Exchange;
  /** Whether what a smallest unit that is changed gives beyond what is missing is received as well. */
  readonly takesRests: boolean;
  readonly moves: (ExchangeMove & { readonly on: PlainDate })[];
  readonly phases: (1 | 2)[];
  readonly shifted: (TradeDates & { readonly index: number })[];
  readonly unpaid: Unpaid[];
  withdrawalOn?: PlainDate;
  /** Not all of what was ordered before can be paid. */
  isOverdrawn?: boolean;
}

/** Books the proceeds and notes what is due; nothing is paid yet. */
export function openPlan(problem: ScheduleProblem, takesRests = false): Plan {
  const { trades, cash, base, fx, fxSpread = {}, floor = 0n, withdrawal = 0n } = problem;
  const { incomes = [], payments = [], floors } = problem;
  const ledgers = [openLedger(base, cash.get(base) ?? 0n, floor)];
  const codes = new Set(cash.keys());
  for (const moves of [trades, incomes, payments]) {
    for (const { currency } of moves) codes.add(currency);
  }
  codes.delete(base);
  for (const code of [...codes].sort()) {
    ledgers.push(openLedger(code, cash.get(code) ?? 0n, floors?.get(code) ?? 0n));
  }
  ledgers[0]!.due = withdrawal;
  const purchases: number[] = [];
  let firstProceeds: PlainDate | undefined;
  let days: readonly PlainDate[] | undefined;
  const receive = (currency: CurrencyCode, amount: bigint, on: PlainDate): void => {
    book(ledgerOf(ledgers, currency), on, amount);
    if (firstProceeds === undefined || on < firstProceeds) firstProceeds = on;
  };
  for (const { currency, amount, on } of incomes) receive(currency, amount, on);
  for (const { currency, amount } of payments) ledgerOf(ledgers, currency).due += amount;
  trades.forEach(({ side, currency, amount, settlesOn }, at) => {
    if (side === 'sell') {
      receive(currency, amount, settlesOn);
      return;
    }
    ledgerOf(ledgers, currency).due += amount;
    purchases.push(at);
  });
  return {
    problem,
    ledgers,
    purchases: purchases.sort((a, b) => compareOrders(trades[a]!, trades[b]!)),
    firstProceeds,
    daysAhead: () => (days ??= daysAhead(problem)),
    moveDates: makeMoveDates(problem),
    exchange: makeExchange(base, fx, fxSpread, problem.path ?? 'account.fx'),
    takesRests,
    moves: [],
    phases: trades.map(({ side }) => (side === 'buy' ? 2 : 1)),
    shifted: [],
    unpaid: [],
  };
}

/** The ledger of a currency that the plan knows. */
export function ledgerOf(ledgers: readonly Ledger[], currency: CurrencyCode): Ledger {
  return ledgers.find((ledger) => ledger.currency === currency)!;
}

function compareOrders(a: ScheduledTrade, b: ScheduledTrade): number {
  if (a.orderOn !== b.orderOn) return a.orderOn < b.orderOn ? -1 : 1;
  return a.index - b.index;
}

/** The plan's result. */
export function closePlan(plan: Plan): Schedule {
  const { ledgers, phases, shifted, unpaid, withdrawalOn } = plan;
  const exchanges = closeMoves(plan);
  return {
    phases,
    days: ledgers.flatMap(({ currency, on, balance }) =>
      on.map((day, i) => ({ on: day, currency, balance: balance[i]! })),
    ),
    exchanges,
    exchangeCost: exchanges.reduce((sum, { cost }) => sum + cost, 0n),
    shifted: shifted.sort((a, b) => a.index - b.index),
    ...(withdrawalOn === undefined ? {} : { withdrawalOn }),
    ...(unpaid.length === 0 ? {} : { shortfall: unpaid }),
  };
}

/** One exchange a day and pair of currencies. */
function closeMoves({ moves, exchange }: Plan): readonly BookedExchange[] {
  if (moves.length === 0) return [];
  const merged = new Map<string, Plan['moves'][number]>();
  for (const move of moves) {
    const key = `${move.on}${move.from}${move.to}`;
    const { paid = 0n, received = 0n } = merged.get(key) ?? {};
    merged.set(key, { ...move, paid: paid + move.paid, received: received + move.received });
  }
  return [...merged]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, move]) => ({ ...move, cost: exchange.costOf(move) }));
}
