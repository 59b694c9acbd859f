import fc from 'fast-check';
import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { compileRebalancing, rebalance } from '../../src/rebalancing/index.js';
import { toMinorUnits } from '../../src/money/index.js';
import { accounts, DAY, policies, UNIVERSE } from './random-accounts.js';
const EXCUSES: Record<string, string[]> = {
  'max-weight': ['rebalancing.max-weight-exceeded'],
  'max-turnover': ['rebalancing.turnover-exceeded'],
  'gain-budget': ['rebalancing.gain-budget-exceeded'],
  'tax-budget': ['rebalancing.tax-budget-exceeded'],
};
it('f', () => {
  const slow: number[] = []; const bad: Record<string, number> = {}; let decisions: Record<string, number> = {};
  const N = Number(process.env.N ?? 600);
  let k = 0;
  for (const [account, policy] of fc.sample(fc.tuple(accounts, policies), { numRuns: N, seed: Number(process.env.SEED ?? 1) })) {
    k++;
    const t = performance.now();
    const note = (what: string, extra: unknown) => { bad[what] = (bad[what] ?? 0) + 1; if (bad[what] === 1) { writeFileSync(`/tmp/bench/bad-${what.replace(/[^a-z-]/gi, '_').slice(0,40)}.json`, JSON.stringify({ account, policy })); console.log(what, JSON.stringify(extra)); } };
    try {
      const r = rebalance(account, compileRebalancing(policy, { universe: UNIVERSE }), { asOf: DAY });
      decisions[r.decision + r.considered.length] = (decisions[r.decision + r.considered.length] ?? 0) + 1;
      const codes = r.reasons.map((x) => x.code);
      for (const c of r.certificate) if (!c.holds && !(EXCUSES[c.rule.split(':')[0]!] ?? []).some((e) => codes.includes(e))) note(c.rule.split(':')[0]!, [c, codes]);
      const all = [...Object.values(r.after.values), r.after.cash, r.costs.entry, r.costs.exit, r.costs.spread, r.costs.exchange, r.costs.tax, r.cash.withdrawal];
      if (all.reduce((s, o) => s + toMinorUnits(o), 0n) !== toMinorUnits(r.value)) note('SUM', []);
    } catch (e) { note('THROW ' + String((e as Error).message).slice(0, 60), String((e as Error).stack).slice(0, 900)); }
    slow.push(performance.now() - t);
  }
  slow.sort((a, b) => b - a);
  console.log('slow', slow.slice(0, 5).map(Math.round), 'median', slow[slow.length >> 1], bad, decisions);
}, 120000);
