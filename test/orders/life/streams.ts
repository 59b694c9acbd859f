import fc from 'fast-check';
import {
  advanceOrder,
  draftOrder,
  type Order,
  type OrderEvent,
} from '../../../src/orders/index.js';
import { cny, event, planned } from '../support.js';

/** Orders of both sides, small enough that random fills meet their end: in money and in units. */
const small = { gross: cny('0.20'), fee: cny('0.01'), net: cny('0.19') };
export const anyDraft: fc.Arbitrary<Order<'CNY'>> = fc
  .record({
    side: fc.constantFrom('buy' as const, 'sell' as const),
    measure: fc.constantFrom({}, { units: '20' }),
    proposal: fc.constantFrom({}, { proposalHash: 'h1' }),
  })
  .map(({ side, measure, proposal }) =>
    draftOrder({ ...planned, ...small, ...measure, side }, { ...proposal, idempotencyKey: 'k' }),
  );

/** One choice of what may happen next. */
interface Choice {
  readonly kind: number;
  readonly size: number;
  readonly which: number;
  readonly id: number;
}

const choice: fc.Arbitrary<Choice> = fc.record({
  kind: fc.nat(99),
  size: fc.integer({ min: 1, max: 20 }),
  which: fc.nat(99),
  // Ids in an order that has nothing to do with the order of events.
  id: fc.nat(1_000_000),
});

/** A random event that could come next, whether or not it fits. */
function eventFor(order: Order<'CNY'>, { kind, size, which, id }: Choice, place: number) {
  const name = `${String(id).padStart(7, '0')}-${place}`;
  const carried = { amount: cny((size / 100).toFixed(2)), units: String(size) };
  const pick = (kinds: readonly string[]) => {
    const those = order.events.filter((one) => kinds.includes(one.kind));
    return those[which % Math.max(1, those.length)]?.id ?? 'none';
  };
  const fill = pick(['fill', 'correct']);
  const request = pick(['cancel-request']);
  const { proposalHash, idempotencyKey } = order;
  const consent = proposalHash === undefined ? {} : { proposalHash };
  const settled = which % 2 === 0 ? {} : { amount: order.filled };
  const rest = restOf(order);
  const fills = [
    event(name, { kind: 'fill', ...carried }),
    event(name, { kind: 'fill', ...(rest ?? carried) }),
    event(name, { kind: 'correct', fill, ...carried }),
    event(name, { kind: 'correct', fill, ...carried, units: '1' }),
    event(name, { kind: 'bust', fill }),
  ];
  const asking = [
    event(name, { kind: 'cancel-request' }),
    event(name, { kind: 'cancel-refused', request }),
  ];
  const ends = [
    event(name, which % 2 === 0 ? { kind: 'cancel' } : { kind: 'cancel', request }),
    event(name, { kind: 'expire' }),
    event(name, { kind: 'reject', reasonCode: 'no' }),
  ];
  const settle = event(name, { kind: 'settle', ...settled });
  const kinds = [...fills, ...fills, ...asking, ...asking, settle, settle, ends[which % 3]!];
  const onward = [
    event(name, { kind: 'check', status: 'allowed' }),
    event(name, { kind: 'confirm', ...consent }),
    event(name, { kind: 'submit', idempotencyKey }),
    event(name, { kind: 'accept' }),
  ];
  const STAGES = ['draft', 'checked', 'confirmed', 'submitted'];
  const stage = STAGES.indexOf(order.state);
  if (stage >= 0 && kind % 9 !== 0) return onward[stage]!;
  return kinds[kind % kinds.length]!;
}

/** What is still to be carried out, if there is any. */
function restOf({ gross, filled, units, filledUnits }: Order<'CNY'>) {
  const left = Math.round(
    units === undefined
      ? (Number(gross.amount) - Number(filled.amount)) * 100
      : Number(units) - Number(filledUnits),
  );
  return left > 0 ? { amount: cny((left / 100).toFixed(2)), units: String(left) } : undefined;
}

/** What can be advanced one event after the other: an order and the events of a life as they happened. */
export interface LegalLife {
  readonly draft: Order<'CNY'>;
  readonly order: Order<'CNY'>;
  readonly events: readonly OrderEvent<'CNY'>[];
}

export const legalLife: fc.Arbitrary<LegalLife> = fc
  .tuple(anyDraft, fc.array(choice, { minLength: 4, maxLength: 40 }))
  .map(([draft, choices]) => {
    let order = draft;
    choices.forEach((one, place) => {
      const next = eventFor(order, one, place);
      const fits = next.kind !== 'settle' || next.amount?.amount !== '0.00';
      if (fits) order = advanceOrder(order, next).order;
    });
    return { draft, order, events: order.events };
  });

/** A legal life with its events repeated and in any order. */
export const shuffledLife: fc.Arbitrary<
  LegalLife & { readonly shuffled: readonly OrderEvent<'CNY'>[] }
> = legalLife.chain((life) =>
  fc
    .record({
      twice: fc.subarray([...life.events]),
      keys: fc.array(fc.nat(), { minLength: 100, maxLength: 100 }),
    })
    .map(({ twice, keys }) => {
      const all = [...life.events, ...twice].map((one, i) => [keys[i]!, i, one] as const);
      const sorted = all.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      return { ...life, shuffled: sorted.map(([, , one]) => one) };
    }),
);
