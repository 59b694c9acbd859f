import { accumulatorOf, defineKpi } from 'aptfolio/kpi';
import {
  kaplanMeier,
  type SurvivalCounts,
  survivalAt,
  survivalCountsOfColumns,
} from 'aptfolio/statistics';
import { compare } from '../measure.js';
import { DESCRIPTION, received } from './definitions.js';

const CLIENTS = 1_000_000;
/** A client in half a second at most, all of them. */
const AT_LEAST = CLIENTS / 0.5;
/** Ten years in days. */
const LONGEST = 3_650;

/** Four in ten have left, for one of two reasons; days of any length. */
const clients = received(CLIENTS, (i) => {
  const time = (i * 2_654_435) % (LONGEST + 1);
  return i % 10 < 4 ? { time, cause: i % 3 === 0 ? 'fees' : 'moved' } : { time };
});

const { init, add, result } = accumulatorOf(
  defineKpi({
    ...DESCRIPTION,
    kind: 'survival',
    timeUnit: 'day',
    longest: LONGEST,
    causes: ['fees', 'moved'],
    measure: { name: 'survival', time: 365 },
  }),
);

const counts: SurvivalCounts = countsOfClients();
const [ours, theirs] = [fromEvents(), productOfShares()];
if (ours.status !== 'ok' || Math.abs(ours.value - theirs) > 1e-12) throw new Error('they differ');

compare('clients on a Kaplan–Meier curve per second', [
  {
    name: 'events added, curve with intervals read off',
    peer: 'bare product of shares, without intervals',
    items: CLIENTS,
    ours: fromEvents,
    theirs: productOfShares,
    floor: 0,
    atLeast: AT_LEAST,
  },
  {
    name: 'the curve alone, from counts by day',
    peer: 'bare product of shares, without intervals',
    items: CLIENTS,
    ours: () => kaplanMeier(counts, { interval: 'log-log' }),
    theirs: productOfShares,
    floor: 0,
    atLeast: AT_LEAST,
  },
]);

/** The same clients, no two at the same time. */
const distinct = {
  times: Float64Array.from(clients, ({ time }, i) => time + (i + 1) / (CLIENTS + 2)),
  status: Uint8Array.from(clients, (client) => ('cause' in client ? 1 : 0)),
};
const [inColumns, sorted] = [fromColumns(), productOfSorted()];
if (Math.abs(inColumns.survival - sorted) > 1e-12) throw new Error('they differ');

compare('clients on a Kaplan–Meier curve per second, no two at the same time', [
  {
    name: 'by columns, curve with an interval read off',
    peer: 'bare sort, product of shares and Greenwood sum',
    items: CLIENTS,
    ours: fromColumns,
    theirs: productOfSorted,
    floor: 0,
    atLeast: AT_LEAST,
  },
  {
    name: 'by columns, with a table of counts between',
    peer: 'bare sort, product of shares and Greenwood sum',
    items: CLIENTS,
    ours: () => survivalAt(kaplanMeier(survivalCountsOfColumns(distinct)), 365),
    theirs: productOfSorted,
    floor: 0,
    atLeast: AT_LEAST,
  },
]);

function fromColumns() {
  const at = survivalAt(kaplanMeier(distinct), 365);
  if (at.status !== 'observed') throw new Error('they were watched for ten years');
  return at;
}

/** The share that is still there after a year, client by client. */
function productOfSorted(): number {
  const { times, status } = distinct;
  const order = Uint32Array.from(times.keys()).sort((a, b) => times[a]! - times[b]!);
  let [share, variance] = [1, 0];
  for (let i = 0; i < CLIENTS && times[order[i]!]! <= 365; i++) {
    const atRisk = CLIENTS - i;
    if (status[order[i]!] === 0) continue;
    share *= 1 - 1 / atRisk;
    variance += 1 / atRisk / (atRisk - 1);
  }
  return variance > 0 ? share : 1;
}

function fromEvents() {
  const draft = init();
  for (const client of clients) add(draft, client);
  return result(draft);
}

function countsOfClients(): SurvivalCounts {
  const rows = Array.from({ length: LONGEST + 1 }, (_, time) => ({ time, events: 0, censored: 0 }));
  for (const client of clients) {
    if ('cause' in client) rows[client.time]!.events += 1;
    else rows[client.time]!.censored += 1;
  }
  return rows;
}

/** The share that is still there after a year. */
function productOfShares(): number {
  const left = new Float64Array(LONGEST + 1);
  const seen = new Float64Array(LONGEST + 1);
  for (const client of clients) {
    seen[client.time]! += 1;
    if ('cause' in client) left[client.time]! += 1;
  }
  let atRisk = CLIENTS;
  let share = 1;
  for (let day = 0; day <= 365; day++) {
    share *= 1 - left[day]! / atRisk;
    atRisk -= seen[day]!;
  }
  return share;
}
