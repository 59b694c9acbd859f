import { makeReason, type Reason } from '../../evidence/index.js';
import type { Bound } from '../reach/bounds.js';
import { shareIn } from '../reach/fewest-trades.js';
import type { Situation } from '../reach/situation.js';
import { reasonsFrom } from '../result/hindrance-reasons.js';
import { makeWriter } from '../result/writer.js';
import { linesOutOfReach } from './deposit-program.js';
import { poseDeposit } from './pose-deposit.js';

const AT_THE_EDGE = { inset: 0, atLeast: 0, inSteps: false };

/** The lines that no deposit brings inside their bands, with why what they are made of cannot be bought. */
export function whyNoDeposit(situation: Situation, bounds: readonly Bound[]): readonly Reason[] {
  const { account, inside, now } = situation;
  const nothing = account.holdings.map(() => 0n);
  const { problem } = poseDeposit(situation, bounds, nothing, 0, AT_THE_EDGE);
  const missed = new Set(linesOutOfReach(problem));
  const lines = now.drift.lines.filter(({ id }) => missed.has(id));
  const zero = makeWriter(account.currency)(0n);
  const hindered = account.holdings.flatMap((holding, i): readonly Reason[] => {
    const { buyDates, buyHindrances } = bounds[i]!;
    const isNeeded = holding.target > 0 && lines.some((line) => shareIn(line, holding, inside) > 0);
    return isNeeded && buyDates === undefined ? reasonsFrom(buyHindrances, holding.id, zero) : [];
  });
  const reasons = lines.map(({ id, current: weight, below, above }) =>
    makeReason('rebalancing.deposit-cannot-reach', 'warn', { class: id, weight, below, above }),
  );
  return Object.freeze(
    reasons.length > 0
      ? [...reasons, ...hindered]
      : [makeReason('rebalancing.no-deposit-found', 'warn')],
  );
}
