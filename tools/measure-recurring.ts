import { readFileSync } from 'node:fs';
import { findRecurring, type Transaction } from '../src/client/index.js';
import { parsePlainDate } from '../src/dates/index.js';
import { simpleStreams, withoutCounterparty } from '../test/client/recurring-bank.js';
import { addScore, type Sample, type Score } from '../test/client/recurring-generator.js';

/**
 * Measures the standing orders found in the financial data set of the PKDD'99 Discovery Challenge, which is not kept
 * here: `npx tsx tools/measure-recurring.ts FOLDER`, the folder with `order.asc` and `trans.asc`. The truth are the
 * transactions of an account with an order's partner and amount, three or more of them; found is what `addScore` says. Other regular payments (charges, income) are not counted.
 */
const folder = process.argv[2] ?? '.';
const samples = readSamples();
for (const [name, change] of [
  ['with the counterparty', (sample: Sample) => sample],
  ['without the counterparty', withoutCounterparty],
] as const) {
  const ours = noScore();
  const simple = noScore();
  for (const given of samples) {
    const sample = change(given);
    const ordered = new Set(sample.truth.flatMap(({ ids }) => ids));
    const isOrder = ({ transactions }: { readonly transactions: readonly string[] }) =>
      transactions.some((id) => ordered.has(id));
    const { streams } = findRecurring(sample.rows, { asOf: '1999-01-01' });
    addScore(ours, sample, streams.filter(isOrder));
    addScore(simple, sample, simpleStreams(sample.rows).filter(isOrder));
  }
  console.log(name, {
    orders: ours.truths,
    ours: ours.found / ours.truths,
    simple: simple.found / simple.truths,
  });
}

function noScore(): Score {
  return { truths: 0, found: 0, claims: 0, right: 0 };
}

function readSamples(): readonly Sample[] {
  const accounts = new Map<string, Transaction[]>();
  const idsOf = new Map<string, string[]>();
  for (const row of table('trans.asc')) {
    const [id, account, date, type, operation, amount, , symbol, bank, partner] = row;
    const rows = accounts.get(account!) ?? [];
    accounts.set(account!, rows);
    const named = bank && partner ? { counterparty: `${bank} ${partner}` } : {};
    const income = type === 'PRIJEM';
    rows.push({
      id: id!,
      bookingDate: parsePlainDate(`19${date!.slice(0, 2)}-${date!.slice(2, 4)}-${date!.slice(4)}`),
      kind: income ? 'transfer-in' : operation === 'PREVOD NA UCET' ? 'payment' : 'cash',
      currency: 'CZK',
      amount: income ? Number(amount).toFixed(2) : `-${Number(amount).toFixed(2)}`,
      ...named,
      ...(symbol ? { text: symbol } : {}),
    });
    if (income) continue;
    const key = [account, bank, partner, Number(amount)].join(' ');
    const ids = idsOf.get(key);
    if (ids === undefined) idsOf.set(key, [id!]);
    else ids.push(id!);
  }
  const truths = new Map<string, { cadence: 'monthly'; ids: readonly string[] }[]>();
  for (const [, account, bank, partner, amount] of table('order.asc')) {
    const ids = idsOf.get([account, bank, partner, Number(amount)].join(' ')) ?? [];
    if (ids.length < 3) continue;
    truths.set(account!, [...(truths.get(account!) ?? []), { cadence: 'monthly', ids }]);
  }
  return [...truths].map(([account, truth]) => ({ rows: accounts.get(account)!, truth }));
}

/** Fields between semicolons, some in quotes; the first line names them. */
function table(name: string): readonly (readonly string[])[] {
  const lines = readFileSync(`${folder}/${name}`, 'latin1').trim().split(/\r?\n/);
  return lines
    .slice(1)
    .map((line) => line.split(';').map((field) => field.replaceAll('"', '').trim()));
}
