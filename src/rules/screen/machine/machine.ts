import type { Node, TruthNode, TruthRef, ValueNode } from '../plan/node.js';
import type { Plan } from '../plan/plan.js';
import { entriesOf } from '../plan/vocabulary.js';
import { askScalar } from './ask.js';
import { wordsFor } from './bits.js';
import { type Column, type TruthBits, unknownColumn, unknownTruths } from './column.js';
import {
  compareAbove,
  compareEach,
  compareEqual,
  compareGap,
  compareHolds,
  compareOneOf,
  overlapOnce,
} from './compare.js';
import { extremeColumn, reckonColumn, truthColumn, wholeColumn } from './reckon.js';

/** Works a plan out for a block of rows. What is known of the rows is written into the columns of facts. */
export interface Machine {
  /** How many rows a block has. */
  readonly rows: number;
  readonly columnOf: (node: ValueNode) => Column;
  readonly truthOf: (ref: TruthRef) => TruthBits;
  /** Rows of which only the scalar engine can say what becomes of them; set by `run`, cleared by whoever runs. */
  readonly doubtful: Uint32Array;
  /** Works one phase out; only the first `rows` rows count. */
  readonly run: (phase: number, rows: number) => void;
}

/** In which phase a node is worked out; `GIVEN` if somebody else writes it, `ABSENT` if nobody needs it. */
export type PhaseOf = (node: Node) => number;
export const GIVEN: number = -1;
export const ABSENT: number = -2;

type Step = (rows: number) => void;

/** Takes what it needs for blocks of so many rows, a multiple of 32. */
export function buildMachine(plan: Plan, rows: number, phaseOf: PhaseOf): Machine {
  const columns: Column[] = [];
  const truths: TruthBits[] = [];
  const doubtful = new Uint32Array(wordsFor(rows));
  const columnOf = ({ id }: ValueNode): Column => columns[id] as Column;
  const truthOf = ({ node, negated }: TruthRef): TruthBits => {
    const bits = truths[node.id] as TruthBits;
    return negated ? { isTrue: bits.isFalse, isFalse: bits.isTrue } : bits;
  };
  const machine = { rows, columnOf, truthOf, doubtful };
  const phases: Step[][] = [];
  for (const node of plan.nodes as readonly (ValueNode | TruthNode)[]) {
    const phase = phaseOf(node);
    if (phase === ABSENT) continue;
    if ('kind' in node) columns[node.id] = unknownColumn(rows, node.bounded);
    else truths[node.id] = unknownTruths(wordsFor(rows));
    if (phase === GIVEN) continue;
    const step = 'kind' in node ? valueStep(node, machine) : truthStep(node, machine, plan);
    phases[phase] = [...(phases[phase] ?? []), step];
  }
  const run = (phase: number, count: number): void => {
    for (const step of phases[phase] ?? []) step(count);
  };
  return { ...machine, run };
}

function valueStep(node: ValueNode, machine: Omit<Machine, 'run'>): Step {
  const { how } = node;
  const { doubtful, columnOf } = machine;
  const out = columnOf(node);
  switch (how.op) {
    case 'fact':
    case 'gap':
      // Whoever runs the machine writes them.
      return () => {};
    case 'constant':
      return () => out.low.fill(how.value);
    case 'truth': {
      const { isTrue, isFalse } = machine.truthOf(how.of);
      return () => truthColumn(isTrue, isFalse, out.low);
    }
    case 'whole':
      return () => wholeColumn(columnOf(how.of), out.low);
    case 'max':
    case 'min': {
      const [op, parts] = [how.op, how.parts.map(columnOf)];
      return () => extremeColumn(op, parts, out);
    }
    default: {
      const [op, parts] = [how.op, how.parts.map((part) => columnOf(part).low)];
      return () => reckonColumn(op, parts, out.low, doubtful);
    }
  }
}

function truthStep(node: TruthNode, machine: Omit<Machine, 'run'>, plan: Plan): Step {
  const { how } = node;
  const { columnOf, truthOf } = machine;
  const out = truthOf({ node, negated: false });
  switch (how.op) {
    case 'constant': {
      const { truth } = how;
      return () => fillTruth(out, truth === true, truth === false);
    }
    case 'all': {
      const parts = how.parts.map(truthOf);
      return () => allOf(parts, out);
    }
    case 'holds':
      return () => compareHolds(columnOf(how.value), out);
    case 'has-gap':
      return () => compareGap(columnOf(how.gap), how.is, columnOf(how.value), out);
    case 'above':
      return () => compareAbove(columnOf(how.left), columnOf(how.right), out);
    case 'equal':
      return () => compareEqual(columnOf(how.left), columnOf(how.right), out);
    case 'one-of':
      return () => compareOneOf(columnOf(how.value), how.among, out);
    case 'asked':
      return askScalar(how, columnOf, plan, machine.doubtful, out);
    case 'contains': {
      const { list, entry } = how;
      const has = (one: number, value: number): boolean =>
        entriesOf(one, entry.kind, plan.vocabulary).has(value);
      return () => compareEach(columnOf(list), columnOf(entry), out, has);
    }
    default: {
      const [{ left, right }, overlap] = [how, overlapOnce(plan.vocabulary)];
      return () => compareEach(columnOf(left), columnOf(right), out, overlap);
    }
  }
}

/** Gives all rows one truth value. */
export function fillTruth({ isTrue, isFalse }: TruthBits, yes: boolean, no: boolean): void {
  isTrue.fill(yes ? -1 : 0);
  isFalse.fill(no ? -1 : 0);
}

function allOf(parts: readonly TruthBits[], { isTrue, isFalse }: TruthBits): void {
  const [first, ...others] = parts as readonly [TruthBits, ...TruthBits[]];
  isTrue.set(first.isTrue);
  isFalse.set(first.isFalse);
  for (const part of others) {
    for (let word = 0; word < isTrue.length; word++) {
      isTrue[word] = (isTrue[word] as number) & (part.isTrue[word] as number);
      isFalse[word] = (isFalse[word] as number) | (part.isFalse[word] as number);
    }
  }
}
