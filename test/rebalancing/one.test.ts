import { it } from 'vitest';
import { readFileSync } from 'node:fs';
import { compileRebalancing, rebalance } from '../../src/rebalancing/index.js';
import { DAY, UNIVERSE } from './random-accounts.js';
it('one', () => {
  const { account, policy } = JSON.parse(readFileSync(process.env.CASE!, 'utf8'));
  const r = rebalance(account, compileRebalancing(policy, { universe: UNIVERSE }), { asOf: DAY });
  const say = (x: any) => JSON.stringify(x);
  const { positions, target, ...rest } = account;
  console.log(say(policy), say(rest));
  console.log(r.decision, r.fit, 'I', r.investable.amount, say(r.cash), say(r.costs));
  for (const id of Object.keys(r.before.values)) console.log(id.padEnd(9), r.before.values[id]!.amount.padStart(12), r.after.values[id]!.amount.padStart(12), 'w', r.before.weights[id]!.toFixed(4), r.after.weights[id]!.toFixed(4), 't', (target[id] ?? 0).toFixed(4));
  console.log(r.considered.map((t) => `${t.side} ${t.product} ${t.amount.amount} ${t.units ?? ''} ${t.reasons.map((x) => x.code)}`).join('\n'));
  console.log('NOT', r.notTraded.map((t) => `${t.side} ${t.product} ${t.amount.amount} ${t.reasons.map((x) => x.code)}`).join('\n'));
  console.log('OUT', r.outOfReach.map((t) => `${t.product} ${t.targetWeight} ${t.reached} ${t.reachableOn} ${t.reasons.map((x) => x.code)}`).join('\n'));
  console.log(r.reasons.map((x) => x.code).join(' '), say(r.certificate.filter((c) => !c.holds)));
});
