import { type Make, note, section, table } from './section.js';

/** That the figures are the same whoever adds them up. */
export const machines: Make = ({ machines: found }, teller) => {
  const { shards, orders, repeats, late, cells } = found;
  const told = shards.reduce((sum, { records }) => sum + records, 0);
  const alike = new Set(orders.map(({ fingerprint }) => fingerprint)).size === 1;
  const decision = teller.say(alike ? 'machines.alike' : 'machines.differ', {
    records: told,
    machines: shards.length,
    orders: orders.length,
  });
  return section(
    'machines',
    teller,
    [decision],
    [
      note(teller.say('machines.how', { cells })),
      table(
        ['shard', 'records'],
        shards.map(({ id, records }) => [teller.name('shard', id), teller.number(records)]),
        teller,
      ),
      table(
        ['order', 'fingerprint'],
        orders.map(({ id, fingerprint }) => [
          teller.name('order', id),
          `${fingerprint.slice(0, 8)} … ${fingerprint.slice(-8)}`,
        ]),
        teller,
      ),
      {
        kind: 'list',
        items: [
          teller.say('machines.repeats', { repeats }),
          teller.say('machines.late', { late: late.length }),
        ],
      },
    ],
  );
};
