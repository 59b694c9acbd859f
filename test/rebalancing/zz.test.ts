import { it } from 'vitest';
import { formatReason, mergeMessages } from '../../src/evidence/index.js';
import { rebalancingMessages } from '../../src/rebalancing/index.js';
import { productsMessages } from '../../src/products/index.js';
import { act, cny, signed } from './support.js';
const say = (r: any) => formatReason(mergeMessages(rebalancingMessages, productsMessages), r, 'en');
function show(name: string, r: any) {
  console.log(name, r.decision, JSON.stringify(signed(r.trades)), JSON.stringify(signed(r.considered)), 'gain', r.gain?.amount, 'cost', r.costs.total.amount, r.fit, r.next.breached,
   '\n' + r.reasons.map(say).join('\n'), '\n--trades\n' + r.considered.flatMap((t: any) => t.reasons.map(say)).join('\n'), '\n--not\n' + r.notTraded.flatMap((t: any) => t.reasons.map(say)).join('\n'));
  console.log(r.after.drift.lines.filter((l: any)=>l.current>0).map((l: any) => `${l.id} ${l.current} [${l.below}, ${l.above}]`).join('; '));
}
it('x', () => {
  show('base', act());
  show('G2', act({ account: { withdrawal: cny('40000') } }));
  show('G2b', act({ account: { withdrawal: cny('40000') }, policy: {funding: 'buy-only'} }));
  show('G3', act({ policy: { destination: { kind: 'edge' }, scope: { kind: 'breached' } } }));
  show('G3w', act({ policy: { destination: { kind: 'edge' } } }));
  show('G6', act({ policy: { trading: { maxTurnover: 0.05 } } }));
  show('G6b', act({ policy: { trading: { maxTrades: 2 } } }));
  show('G6c', act({ policy: { trading: { minimumTrade: {amount: cny('10000') } } } }));
  show('G7', act({ policy: { trading: { fewestTrades: true } } }));
});
