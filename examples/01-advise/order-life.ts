import type { Order, OrderEvent } from 'aptfolio/orders';

/** The life of an order from the check to the booking; the submission comes twice, as it does when a client taps again. */
export function lifeOf(order: Order, proposalHash: string): readonly OrderEvent[] {
  const { id, idempotencyKey, gross } = order;
  const event = (name: string, time: string) => ({
    id: `${id}/${name}`,
    at: `2026-03-02T${time}+08:00`,
  });
  return [
    { ...event('check', '10:00:00'), kind: 'check', status: 'allowed' },
    { ...event('confirm', '10:05:00'), kind: 'confirm', proposalHash },
    { ...event('submit', '10:05:30'), kind: 'submit', idempotencyKey },
    { ...event('submit-again', '10:05:31'), kind: 'submit', idempotencyKey },
    { ...event('accept', '10:06:00'), kind: 'accept' },
    { ...event('fill', '15:00:00'), kind: 'fill', amount: gross },
    { id: `${id}/settle`, at: '2026-03-04T09:00:00+08:00', kind: 'settle' },
  ];
}
