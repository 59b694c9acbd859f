import { DECISION_STATUSES } from '../../status.js';
import type { Plan, PlannedRule } from '../plan/plan.js';
import { wordsFor } from './bits.js';
import type { TruthBits } from './column.js';
import type { Machine } from './machine.js';

/** Where every rule stands for a block of rows, and what comes of it; see `judge` of the scalar engine. */
export interface Verdicts {
  /** In the rulebook's order. */
  readonly rules: readonly RuleBits[];
  /** By place in `DECISION_STATUSES`: the rows for which a rule asks for that status. */
  readonly asked: readonly Uint32Array[];
  /** Works both out from the truth values that the machine holds. */
  readonly judge: () => void;
}

/** Where one rule stands; at most one of the three in each row. */
export interface RuleBits {
  readonly fired: Uint32Array;
  readonly satisfied: Uint32Array;
  readonly unknown: Uint32Array;
  /** Whether it bites is unknown; where an unknown rule bites all the same, it can be satisfied too. */
  readonly open: Uint32Array;
}

/** Puts rules on top of a machine. */
export function buildVerdicts({ rules }: Plan, machine: Machine): Verdicts {
  const words = wordsFor(machine.rows);
  const asked = DECISION_STATUSES.map(() => new Uint32Array(words));
  const bits = rules.map(() => ({
    fired: new Uint32Array(words),
    satisfied: new Uint32Array(words),
    unknown: new Uint32Array(words),
    open: new Uint32Array(words),
  }));
  const judges = rules.map((rule, index) => {
    return judgeRule(rule, bits[index] as RuleBits, bits, machine, asked);
  });
  const judge = (): void => {
    for (const rows of asked) rows.fill(0);
    for (const step of judges) step();
  };
  return { rules: bits, asked, judge };
}

const FULFILLED: number = DECISION_STATUSES.indexOf('allow-with-evidence');

function judgeRule(
  rule: PlannedRule,
  { fired, satisfied, unknown, open }: RuleBits,
  bits: readonly RuleBits[],
  machine: Machine,
  asked: readonly Uint32Array[],
): () => void {
  const scope = machine.truthOf(rule.scope);
  const when = machine.truthOf(rule.when);
  const fulfilled = machine.truthOf(rule.satisfiedBy).isTrue;
  const exceptions = rule.exceptions.map((index) => bits[index] as RuleBits);
  const excepted: TruthBits = {
    isTrue: new Uint32Array(fired.length),
    isFalse: new Uint32Array(fired.length).fill(-1),
  };
  const whenFired = asked[rule.fired] as Uint32Array;
  const whenUnknown = asked[rule.unknown] as Uint32Array;
  const whenFulfilled = asked[FULFILLED] as Uint32Array;
  const certain = rule.bitesUnknown ? 0 : -1;
  return () => {
    if (exceptions.length > 0) anyBites(exceptions, excepted);
    for (let word = 0; word < fired.length; word++) {
      const fails = (scope.isFalse[word] as number) | (when.isFalse[word] as number);
      const holds = (scope.isTrue[word] as number) & (when.isTrue[word] as number);
      const free = excepted.isFalse[word] as number;
      const possible = ~fails & ~(excepted.isTrue[word] as number);
      const bites = holds & free;
      const unsure = possible & ~bites;
      const done = (bites | (unsure & ~certain)) & (fulfilled[word] as number);
      fired[word] = bites & ~done;
      satisfied[word] = done;
      unknown[word] = unsure & ~done;
      open[word] = unsure;
      whenFired[word] = (whenFired[word] as number) | (bites & ~done);
      whenUnknown[word] = (whenUnknown[word] as number) | (unsure & ~done);
      whenFulfilled[word] = (whenFulfilled[word] as number) | done;
    }
  };
}

/** Whether one of several rules takes the place of another. */
function anyBites(rules: readonly RuleBits[], { isTrue, isFalse }: TruthBits): void {
  isTrue.fill(0);
  isFalse.fill(-1);
  for (const { fired, satisfied, open } of rules) {
    for (let word = 0; word < isTrue.length; word++) {
      const unsure = open[word] as number;
      const bites = ((fired[word] as number) | (satisfied[word] as number)) & ~unsure;
      isTrue[word] = (isTrue[word] as number) | bites;
      isFalse[word] = (isFalse[word] as number) & ~(bites | unsure);
    }
  }
}
