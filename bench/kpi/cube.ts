import { compileKpiCube, type KpiRecord } from 'aptfolio/kpi';
import { type Contest, compare } from '../measure.js';
import { received, SHARE } from './definitions.js';

const RECORDS = 100_000;
const BRANCHES = 20;
const MONTHS = 7;

const { init, add, result } = compileKpiCube({
  kpis: [SHARE],
  period: 'month',
  zone: 'Asia/Shanghai',
  dimensions: ['branch'],
});

const dated = recordsAt(dayOf);
const timed = recordsAt((i) => `${dayOf(i)}T0${i % 10}:00:00Z`);
const identified = dated.map((record, i) => ({ ...record, id: `event-${i}` }));

/** Both sides must find the same, the whole of each month being the sum of its branches. */
for (const records of [dated, timed, identified]) {
  const branches = result(added(records)).rows.filter(({ slice }) => 'branch' in slice);
  const sums = branchSums(records);
  const found = branches.map(({ result: row }) => (row.status === 'ok' ? row.denominator : null));
  if (found.length !== sums.size) throw new Error('the cells differ');
  const trials = [...sums.values()].reduce((total, sum) => total + sum.trials, 0);
  if (found.reduce<number>((total, n) => total + Number(n), 0) !== trials) {
    throw new Error('the sums differ');
  }
}

compare('records added to a cube per second, by month, in the whole and by branch', [
  contest('of a day', dated, 1.5e6),
  contest('of an instant, in a zone', timed, 1e6),
  contest('of a day, each with an id', identified, 0.3e6),
]);

function contest(name: string, records: readonly KpiRecord[], atLeast: number): Contest {
  return {
    name,
    peer: 'sums in a Map, unchecked',
    items: RECORDS,
    ours: () => added(records),
    theirs: () => branchSums(records),
    // What is kept leaves garbage that would else be cleared away in the other's time.
    turn: 250,
    floor: 0,
    atLeast,
  };
}

function recordsAt(at: (i: number) => string): readonly KpiRecord[] {
  return received(RECORDS, (i) => ({
    kpi: SHARE.id,
    at: at(i),
    dimensions: { branch: `branch-${i % BRANCHES}` },
    event: { successes: i % 2, trials: 1 },
  }));
}

/** From the 10th to the 18th, so that no instant is of another month in Shanghai. */
function dayOf(i: number): string {
  return `2026-0${1 + (i % MONTHS)}-1${i % 9}`;
}

function added(records: readonly KpiRecord[]) {
  const draft = init();
  for (const record of records) add(draft, record);
  return draft;
}

/** What any host would write: a sum for each month and branch, without checks, zone or the whole; ids are not looked at. */
function branchSums(records: readonly KpiRecord[]) {
  const sums = new Map<string, { successes: number; trials: number }>();
  for (const { at, dimensions, event } of records) {
    const key = `${(at as string).slice(0, 7)} ${dimensions!.branch}`;
    const sum = sums.get(key) ?? { successes: 0, trials: 0 };
    sums.set(key, sum);
    const { successes, trials } = event as { readonly successes: number; readonly trials: number };
    sum.successes += successes;
    sum.trials += trials;
  }
  return sums;
}
