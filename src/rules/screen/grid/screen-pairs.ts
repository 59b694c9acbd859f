import type { BatchFailure } from '../../../errors/index.js';
import { wordsFor } from '../machine/bits.js';
import { blockFor, doubtfulRows } from '../machine/block.js';
import { buildVerdicts, type Verdicts } from '../machine/judge.js';
import { ABSENT, buildMachine, GIVEN, type Machine } from '../machine/machine.js';
import { isGiven, levelsOf } from '../plan/levels.js';
import type { Node } from '../plan/node.js';
import type { Plan } from '../plan/plan.js';
import { makeReader, readBlock } from '../read/fact-reader.js';
import { settleAlone } from '../result/decide-alone.js';
import { emptyPlanes, type Planes } from '../result/planes.js';
import { emptyStandings, writeStandings } from '../result/standings.js';
import { FAILED, writeWorst } from '../result/statuses.js';
import type { GridCells } from './grid-cells.js';
import { type CheckedGrid, factsOfPair, type GridSide, type Pair } from './grid-facts.js';
import { fillShared, ON_BOTH, ON_LANES, ON_TURNS } from './levels.js';
import { fillTurn, readTurns, type Turns } from './turns.js';

/** What was found of every pair. */
export interface ScreenedPairs {
  /** Whether clients are the lanes, as the longer side is. */
  readonly clientsAreLanes: boolean;
  /** The numbers of the statuses. */
  readonly cells: GridCells;
  /** In the rulebook's order; none unless they were asked for. */
  readonly standings: readonly Planes[];
  readonly failures: {
    readonly clients: readonly BatchFailure[];
    readonly products: readonly BatchFailure[];
  };
}

/** What else is wanted beside the statuses. */
export interface PairOptions {
  readonly rules: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/** Screens every client with every product. */
export function screenPairs(plan: Plan, grid: CheckedGrid, options: PairOptions): ScreenedPairs {
  const clientsAreLanes = grid.clients.rows.length >= grid.products.rows.length;
  const [lanes, turns] = clientsAreLanes
    ? [grid.clients, grid.products]
    : [grid.products, grid.clients];
  const levelOf = levelsOf(plan, (fact) => {
    if (lanes.given.has(fact)) return ON_LANES;
    return turns.given.has(fact) ? ON_TURNS : 0;
  });
  const brought = readTurns(plan, turns, levelOf, grid.sharedBook);
  const stride = 32 * wordsFor(lanes.rows.length);
  const words = (stride / 32) * turns.rows.length;
  const planes = emptyPlanes(words, 3);
  const cells = { lanes: lanes.rows.length, turns: turns.rows.length, stride, planes };
  const standings = options.rules ? emptyStandings(plan.book, words) : [];
  const pairAt: Work['pairAt'] = (lane, turn) =>
    clientsAreLanes ? { client: lane, product: turn } : { client: turn, product: lane };
  for (const { row } of brought.failures) failTurn(cells, row);
  const work = { plan, grid, cells, standings, pairAt };
  const failed = screenLanes(work, lanes, brought, levelOf, options);
  return {
    clientsAreLanes,
    cells,
    standings,
    failures: Object.freeze({
      clients: Object.freeze(clientsAreLanes ? failed : brought.failures),
      products: Object.freeze(clientsAreLanes ? brought.failures : failed),
    }),
  };
}

function failTurn({ stride, planes }: GridCells, turn: number): void {
  const [first, words] = [(turn * stride) / 32, stride / 32];
  for (const [place, plane] of planes.bits.entries()) {
    if (((FAILED >>> place) & 1) === 1) plane.fill(-1, first, first + words);
  }
}

/** What is worked on, and where the findings go. */
interface Work {
  readonly plan: Plan;
  readonly grid: CheckedGrid;
  readonly cells: GridCells;
  readonly standings: readonly Planes[];
  readonly pairAt: (lane: number, turn: number) => Pair;
}

/** A block of lanes. */
interface Block {
  readonly start: number;
  readonly count: number;
  /** Lanes that are wrong, and lanes that are doubtful with every turn. */
  readonly failed: Uint32Array;
  readonly doubtful: Uint32Array;
}

function screenLanes(
  work: Work,
  { rows, path }: GridSide,
  turns: Turns,
  levelOf: (node: Node) => number,
  { onProgress }: PairOptions,
): readonly BatchFailure[] {
  const { plan, grid, cells } = work;
  const block = blockFor(rows.length);
  const machine = buildLanes(plan, block, turns, levelOf);
  const verdicts = buildVerdicts(plan, machine);
  fillShared(plan, machine, levelOf, grid.sharedBook);
  machine.run(0, block);
  const reader = makeReader(plan, path, block, (node) => {
    return levelOf(node) === ON_LANES ? machine.columnOf(node).low : undefined;
  });
  const always = machine.doubtful.slice();
  const failed = new Uint32Array(always.length);
  const failures: BatchFailure[] = [];
  for (let start = 0; start < rows.length; start += block) {
    const count = Math.min(block, rows.length - start);
    failures.push(...readBlock(reader, rows, start, count, failed));
    machine.doubtful.set(always);
    machine.run(ON_LANES, count);
    const doubtful = machine.doubtful.slice();
    screenBlock(work, { start, count, failed, doubtful }, turns, machine, verdicts);
    onProgress((start + count) * cells.turns, rows.length * cells.turns);
  }
  return failures;
}

/** What depends on the turns alone is given, where it is read at all. */
function buildLanes(
  plan: Plan,
  block: number,
  { borders }: Turns,
  levelOf: (node: Node) => number,
): Machine {
  const brought = new Set<Node>(borders.map(({ node }) => node));
  return buildMachine(plan, block, (node) => {
    const level = levelOf(node);
    if (level === ON_TURNS) return brought.has(node) ? GIVEN : ABSENT;
    return isGiven(node) ? GIVEN : level;
  });
}

function screenBlock(
  { plan, grid, cells, standings, pairAt }: Work,
  { start, count, failed, doubtful }: Block,
  turns: Turns,
  machine: Machine,
  verdicts: Verdicts,
): void {
  for (const group of turns.groups) {
    fillTurn(turns, group.turns[0] as number, machine);
    machine.doubtful.set(doubtful);
    if (group.doubtful) machine.doubtful.fill(-1);
    machine.run(ON_BOTH, count);
    verdicts.judge();
    const open = doubtfulRows(machine.doubtful, failed, count);
    for (const turn of group.turns) {
      const first = turn * cells.stride + start;
      writeWorst(verdicts.asked, failed, cells.planes, first / 32, wordsFor(count));
      writeStandings(verdicts.rules, failed, standings, first / 32, wordsFor(count));
      for (const lane of open) {
        const facts = factsOfPair(grid, pairAt(start + lane, turn));
        settleAlone(plan.book, facts, 'grid', first + lane, cells.planes, standings);
      }
    }
  }
}
