import type { BatchFailure } from '../../../errors/index.js';
import type { FactBook } from '../../evaluate/fact-book.js';
import { hasBit } from '../machine/bits.js';
import { blockFor } from '../machine/block.js';
import { ABSENT, buildMachine, fillTruth, GIVEN, type Machine } from '../machine/machine.js';
import { truthColumn } from '../machine/reckon.js';
import { isGiven } from '../plan/levels.js';
import type { Node, TruthNode, ValueNode } from '../plan/node.js';
import type { Plan } from '../plan/plan.js';
import { makeReader, readBlock } from '../read/fact-reader.js';
import type { GridSide } from './grid-facts.js';
import { fillShared, ON_LANES, ON_TURNS } from './levels.js';

/** What the rows of the turns' side bring to every pair. */
export interface Turns {
  readonly borders: readonly Border[];
  readonly failures: readonly BatchFailure[];
  /** Turns that bring the same and are not doubtful stand together; those that failed are left out. */
  readonly groups: readonly TurnGroup[];
}

/** Something that depends on the turns' side alone, where pairs read it. */
export interface Border {
  readonly node: ValueNode | TruthNode;
  /** By turn. A truth value is 1, 0 or, if unknown, `NaN`. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Turns for which all pairs come to the same. */
export interface TurnGroup {
  readonly turns: readonly number[];
  /** Whether only the scalar engine can say what becomes of their pairs. */
  readonly doubtful: boolean;
}

/** Works out what depends on the turns' side alone. */
export function readTurns(
  plan: Plan,
  { rows, path }: GridSide,
  levelOf: (node: Node) => number,
  shared: FactBook,
): Turns {
  const block = blockFor(rows.length);
  const machine = buildMachine(plan, block, (node) => {
    const level = levelOf(node);
    if ((level & ON_LANES) !== 0) return ABSENT;
    return isGiven(node) ? GIVEN : level;
  });
  fillShared(plan, machine, levelOf, shared);
  machine.run(0, block);
  const reader = makeReader(plan, path, block, (node) => {
    return levelOf(node) === ON_TURNS ? machine.columnOf(node).low : undefined;
  });
  const borders = bordersOf(plan, levelOf).map((node) => makeBorder(node, rows.length));
  const [failures, doubtful]: [BatchFailure[], number[]] = [[], []];
  const always = machine.doubtful.slice();
  const failed = new Uint32Array(always.length);
  for (let start = 0; start < rows.length; start += block) {
    const count = Math.min(block, rows.length - start);
    failures.push(...readBlock(reader, rows, start, count, failed));
    machine.doubtful.set(always);
    machine.run(ON_TURNS, count);
    for (const border of borders) copyBorder(border, machine, start, count);
    for (let row = 0; row < count; row++) {
      if (hasBit(machine.doubtful, row)) doubtful.push(start + row);
    }
  }
  return { borders, failures, groups: groupTurns(rows.length, borders, failures, doubtful) };
}

/** What depends on the turns' side alone and is read by pairs, or by rules. */
function bordersOf(
  { nodes, rules }: Plan,
  levelOf: (node: Node) => number,
): readonly (ValueNode | TruthNode)[] {
  const read = new Set<Node>(
    rules.flatMap(({ scope, when, satisfiedBy }) => [scope.node, when.node, satisfiedBy.node]),
  );
  for (const node of nodes) {
    if ((levelOf(node) & ON_LANES) !== 0) for (const other of node.from) read.add(other);
  }
  const all = nodes as readonly (ValueNode | TruthNode)[];
  return all.filter((node) => read.has(node) && levelOf(node) === ON_TURNS);
}

function makeBorder(node: ValueNode | TruthNode, turns: number): Border {
  const low = new Float64Array(turns);
  return { node, low, high: 'kind' in node && node.bounded ? new Float64Array(turns) : low };
}

function copyBorder(
  { node, low, high }: Border,
  machine: Machine,
  start: number,
  count: number,
): void {
  if ('kind' in node) {
    const column = machine.columnOf(node);
    low.set(column.low.subarray(0, count), start);
    high.set(column.high.subarray(0, count), start);
  } else {
    const { isTrue, isFalse } = machine.truthOf({ node, negated: false });
    truthColumn(isTrue, isFalse, low.subarray(start, start + count));
  }
}

/** Gives a machine of the lanes what a turn brings. */
export function fillTurn({ borders }: Turns, turn: number, machine: Machine): void {
  for (const { node, low, high } of borders) {
    const [value, other] = [low[turn] as number, high[turn] as number];
    if ('kind' in node) {
      const column = machine.columnOf(node);
      column.low.fill(value);
      if (column.high !== column.low) column.high.fill(other);
    } else fillTruth(machine.truthOf({ node, negated: false }), value === 1, value === 0);
  }
}

function groupTurns(
  turns: number,
  borders: readonly Border[],
  failures: readonly BatchFailure[],
  doubtful: readonly number[],
): readonly TurnGroup[] {
  const [lost, open] = [new Set(failures.map(({ row }) => row)), new Set(doubtful)];
  const groups = new Map<string, { readonly turns: number[]; readonly doubtful: boolean }>();
  for (let turn = 0; turn < turns; turn++) {
    if (lost.has(turn)) continue;
    const brings = borders.map(({ low, high }) => `${low[turn]} ${high[turn]}`);
    const key = `${open.has(turn)} ${brings.join(' ')}`;
    const group = groups.get(key) ?? { turns: [], doubtful: open.has(turn) };
    groups.set(key, group);
    group.turns.push(turn);
  }
  return [...groups.values()];
}
