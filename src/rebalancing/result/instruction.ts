import type { Situation } from '../reach/situation.js';
import { durationOf, type Schedule } from '../triggers/schedule.js';
import type { Rebalancing } from './result.js';

/** Account, timing, target and the drift that acts. */
export function instructionOf({
  account,
  inside,
  now,
  desk,
}: Situation): Rebalancing['instruction'] {
  const { triggers, look } = inside.policy.triggers;
  const calendars = triggers.flatMap((trigger) => (trigger.kind === 'calendar' ? [trigger] : []));
  const others = triggers.length > calendars.length;
  const timing = [
    ...calendars.map(intervalOf),
    ...(others ? [look === undefined ? `R/${desk.asOf}/P1D` : intervalOf(look)] : []),
  ];
  const drifts = triggers.flatMap((trigger) => {
    if (trigger.kind === 'portfolio-drift') return [trigger.above];
    if (trigger.kind !== 'band') return [];
    return now.drift.lines.filter(({ kind }) => kind !== 'cash').map(({ band }) => band);
  });
  return Object.freeze({
    account: account.id,
    timing: timing.join(' '),
    target: Object.freeze(
      Object.fromEntries(
        account.holdings.filter(({ target }) => target > 0).map(({ id, target }) => [id, target]),
      ),
    ),
    drift: drifts.length === 0 ? 0 : Math.min(...drifts),
  });
}

/** As a repeating interval of ISO 8601. */
function intervalOf(schedule: Schedule): string {
  return `R/${schedule.anchor}/${durationOf(schedule)}`;
}
