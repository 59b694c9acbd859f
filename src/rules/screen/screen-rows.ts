import type { AptfolioError, BatchFailure } from '../../errors/index.js';
import { at } from '../../errors/index.js';
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
export const BLOCK = 1024;

/** How many rows the blocks have where there are fewer. */
export function blockFor(rows: number): number {
  return Math.max(32, Math.min(BLOCK, 32 * wordsFor(rows)));
}
