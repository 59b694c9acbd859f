import type { PlainDate } from '../../dates/index.js';
import type { DriftLine } from '../drift/drift.js';
import type { CompiledPolicy } from '../policy/compiled-policy.js';
import type { Trigger } from '../policy/policy.js';
import { durationOf, type Schedule } from '../triggers/schedule.js';

/** What an instruction to rebalance must record, or trades that follow from it are discretionary: account, timing, target and drift (CIRO). */
export interface Instruction {
  /** Of the account, or of the household. */
  readonly account: string;
  /** Repeating intervals of ISO 8601: the agreed days, and how often it is looked whether anything else acts. */
  readonly timing: string;
  /** By product, or by asset class in a household with a target of classes. */
  readonly target: Readonly<Record<string, number>>;
  /** From which drift on it acts, as a fraction: the least of the bands and of the portfolio's drift; null where no drift does. */
  readonly drift: number | null;
  /** What acts, each once, in the policy's order. */
  readonly triggers: readonly Trigger['kind'][];
}

/** What is to be recorded of an account or a household, whose lines have bands. */
export function instructionOf(
  account: string,
  target: Readonly<Record<string, number>>,
  lines: readonly DriftLine[],
  policy: Pick<CompiledPolicy, 'triggers'>,
  asOf: PlainDate,
): Instruction {
  const { triggers, look } = policy.triggers;
  const timing: string[] = [];
  let drift: number | null = null;
  const actsFrom = (least: number): void => {
    drift = drift === null ? least : Math.min(drift, least);
  };
  for (const trigger of triggers) {
    if (trigger.kind === 'calendar') timing.push(intervalOf(trigger));
    if (trigger.kind === 'portfolio-drift') actsFrom(trigger.above);
    if (trigger.kind !== 'band') continue;
    for (const { kind, band } of lines) if (kind !== 'cash') actsFrom(band);
  }
  if (triggers.length > timing.length) {
    timing.push(look === undefined ? `R/${asOf}/P1D` : intervalOf(look));
  }
  return Object.freeze({
    account,
    timing: timing.join(' '),
    target,
    drift,
    triggers: Object.freeze([...new Set(triggers.map(({ kind }) => kind))]),
  });
}

/** As a repeating interval of ISO 8601. */
function intervalOf(schedule: Schedule): string {
  return `R/${schedule.anchor}/${durationOf(schedule)}`;
}
