import { makeReason, type Reason } from '../../evidence/index.js';
import type { Plan } from '../rounding/plan.js';

/** What is said of few trades: it goes by the trades as they are made and by where they lead, not by what was sought. */
export function fewReasons({ few, trades, after }: Plan): readonly Reason[] {
  if (few === undefined) return [];
  const count = trades.fits.length;
  const isOut = after.drift.triggered.length > 0;
  if (few.outcome === 'none' && isOut) {
    return [makeReason('rebalancing.bands-out-of-reach', 'warn')];
  }
  if (count === 0) return [];
  if (few.outcome === 'left') return [makeReason('rebalancing.steps-need-more', 'info')];
  if (isOut) return [];
  const code = count === few.least ? 'fewest-trades' : 'few-trades';
  return [makeReason(`rebalancing.${code}`, 'info', { count })];
}
