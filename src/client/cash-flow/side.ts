import type { TransactionKind } from '../transaction.js';

/** Where a booking counts; see `TRANSACTION_KINDS`. */
export type Side = 'income' | 'spending' | 'neither';

/** Where a booking of a kind counts, by the way its money went. */
export function sideOf(kind: TransactionKind, isOutgoing: boolean): Side {
  return isOutgoing && (kind === 'interest' || kind === 'loan') ? 'spending' : SIDE[kind];
}

const SIDE: Readonly<Record<TransactionKind, Side>> = {
  'transfer-in': 'income',
  interest: 'income',
  payment: 'spending',
  card: 'spending',
  cash: 'spending',
  fee: 'spending',
  refund: 'spending',
  investment: 'neither',
  'own-transfer': 'neither',
  loan: 'neither',
};

/** Whether a booking counts as card spending. */
export function isCardKind(kind: TransactionKind): boolean {
  return kind === 'card' || kind === 'refund';
}
