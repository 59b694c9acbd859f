import { type AptfolioError, at, type BatchFailure } from '../../errors/index.js';
import type { RuleFacts } from '../fact.js';
import { hasBit, setBit, wordsFor } from './machine/bits.js';
import { buildVerdicts } from './machine/judge.js';
import { buildMachine, GIVEN } from './machine/machine.js';
import { levelsOf } from './plan/levels.js';
import type { ValueNode } from './plan/node.js';
import type { Plan } from './plan/plan.js';
import { makeReader } from './read/fact-reader.js';
import { settleAlone } from './result/decide-alone.js';
import { emptyPlanes, type Planes } from './result/planes.js';
import { emptyStandings, writeStandings } from './result/standings.js';
import { writeWorst } from './result/statuses.js';

/** What was found of every row. */
export interface ScreenedRows {
  readonly statuses: Planes;
  /** In the rulebook's order. */
  readonly standings: readonly Planes[];
  readonly failures: readonly BatchFailure[];
}

/** So many rows are worked out at a time: few enough that their columns stay near the processor. */
const BLOCK = 1024;

/** How many rows a block has where there are so many in all; a multiple of 32. */
export function blockFor(rows: number): number {
  return 32 * wordsFor(Math.max(1, Math.min(BLOCK, rows)));
}

/** What is the same for all rows is worked out once, the rest for each block. */
const ONCE = 0;
const EACH_BLOCK = 1;

/** Screens a list of rows, block by block. */
export function screenRows(plan: Plan, list: readonly RuleFacts[]): ScreenedRows {
  const block = blockFor(list.length);
  const levelOf = levelsOf(plan, () => EACH_BLOCK);
  const machine = buildMachine(plan, block, (node) =>
    isGiven(node as ValueNode) ? GIVEN : levelOf(node),
  );
  const verdicts = buildVerdicts(plan, machine);
  const reader = makeReader(plan, 'rows', block, (node) => machine.columnOf(node).low);
  const words = wordsFor(list.length);
  const statuses = emptyPlanes(list.length, words, 3);
  const standings = emptyStandings(plan.book, list.length, words);
  const failures: BatchFailure[] = [];
  const failed = new Uint32Array(block / 32);
  machine.run(ONCE, block);
  const always = machine.doubtful.slice();

  for (let start = 0; start < list.length; start += block) {
    const count = Math.min(block, list.length - start);
    reader.clear();
    failed.fill(0);
    machine.doubtful.set(always);
    for (let row = 0; row < count; row++) {
      const error = reader.read(list[start + row] as RuleFacts, row, start + row);
      if (error === undefined) continue;
      setBit(failed, row);
      failures.push(failureOf(error, start + row));
    }
    machine.run(EACH_BLOCK, count);
    verdicts.judge();
    const [word, length] = [start / 32, wordsFor(count)];
    writeWorst(verdicts.asked, failed, statuses, word, length);
    writeStandings(verdicts.rules, failed, standings, word, length);
    for (let row = 0; row < count; row++) {
      if (!hasBit(machine.doubtful, row) || hasBit(failed, row)) continue;
      const index = start + row;
      const facts = list[index] as RuleFacts;
      const error = settleAlone(plan.book, facts, at('rows', index), index, statuses, standings);
      if (error !== undefined) failures.push(failureOf(error, index));
    }
  }
  failures.sort((a, b) => a.row - b.row);
  return { statuses, standings, failures: Object.freeze(failures) };
}

/** Whether a value is written by the reader. */
export function isGiven({ how: { op } }: ValueNode): boolean {
  return op === 'fact' || op === 'gap';
}

/** A failure as the caller sees it. */
export function failureOf({ issues }: AptfolioError, row: number): BatchFailure {
  return Object.freeze({ row, issues });
}
