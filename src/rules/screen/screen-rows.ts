import { at, type BatchFailure } from '../../errors/index.js';
import type { RuleFacts } from '../fact.js';
import { wordsFor } from './machine/bits.js';
import { blockFor, doubtfulRows } from './machine/block.js';
import { buildVerdicts } from './machine/judge.js';
import { buildMachine, GIVEN } from './machine/machine.js';
import { isGiven, levelsOf } from './plan/levels.js';
import type { Plan } from './plan/plan.js';
import { failureOf, makeReader, readBlock } from './read/fact-reader.js';
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

/** What is the same for all rows is worked out once, the rest for each block. */
const ONCE = 0;
const EACH_BLOCK = 1;

/** Screens a list of rows, block by block. */
export function screenRows(plan: Plan, list: readonly RuleFacts[]): ScreenedRows {
  const block = blockFor(list.length);
  const levelOf = levelsOf(plan, () => EACH_BLOCK);
  const machine = buildMachine(plan, block, (node) => (isGiven(node) ? GIVEN : levelOf(node)));
  const verdicts = buildVerdicts(plan, machine);
  const reader = makeReader(plan, 'rows', block, (node) => machine.columnOf(node).low);
  const words = wordsFor(list.length);
  const statuses = emptyPlanes(words, 3);
  const standings = emptyStandings(plan.book, words);
  const failures: BatchFailure[] = [];
  const failed = new Uint32Array(machine.doubtful.length);
  machine.run(ONCE, block);
  const always = machine.doubtful.slice();

  for (let start = 0; start < list.length; start += block) {
    const count = Math.min(block, list.length - start);
    failures.push(...readBlock(reader, list, start, count, failed));
    machine.doubtful.set(always);
    machine.run(EACH_BLOCK, count);
    verdicts.judge();
    const [word, length] = [start / 32, wordsFor(count)];
    writeWorst(verdicts.asked, failed, statuses, word, length);
    writeStandings(verdicts.rules, failed, standings, word, length);
    for (const row of doubtfulRows(machine.doubtful, failed, count)) {
      const index = start + row;
      const facts = list[index] as RuleFacts;
      const error = settleAlone(plan.book, facts, at('rows', index), index, statuses, standings);
      if (error !== undefined) failures.push(failureOf(error, index));
    }
  }
  failures.sort((a, b) => a.row - b.row);
  return { statuses, standings, failures: Object.freeze(failures) };
}
