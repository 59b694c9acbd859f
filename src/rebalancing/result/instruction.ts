import type { Situation } from '../reach/situation.js';
import { durationOf, type Schedule } from '../triggers/schedule.js';
import { recordOf } from './record-of.js';
import type { Rebalancing } from './result.js';

/** Account, timing, target and the drift that acts. */
export function instructionOf({
  account,
  inside,
  now,
  desk,
}: Situation): Rebalancing['instruction'] {
  const { triggers, look } = inside.policy.triggers;
  const timing: string[] = [];
  let drift = Number.POSITIVE_INFINITY;
  for (const trigger of triggers) {
    if (trigger.kind === 'calendar') timing.push(intervalOf(trigger));
    if (trigger.kind === 'portfolio-drift') drift = Math.min(drift, trigger.above);
    if (trigger.kind !== 'band') continue;
    for (const { kind, band } of now.drift.lines)
      if (kind !== 'cash') drift = Math.min(drift, band);
  }
  if (triggers.length > timing.length) {
    timing.push(look === undefined ? `R/${desk.asOf}/P1D` : intervalOf(look));
  }
  const wanted = account.holdings.filter(({ target }) => target > 0);
  return Object.freeze({
    account: account.id,
    timing: timing.join(' '),
    target: recordOf(wanted, ({ target }) => target),
    drift: drift === Number.POSITIVE_INFINITY ? 0 : drift,
  });
}

/** As a repeating interval of ISO 8601. */
function intervalOf(schedule: Schedule): string {
  return `R/${schedule.anchor}/${durationOf(schedule)}`;
}
