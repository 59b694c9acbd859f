import { evaluate } from '../../evaluate/evaluate.js';
import type { FactBook, Known } from '../../evaluate/fact-book.js';
import { readOperand } from '../../evaluate/read-operand.js';
import type { Asked, ValueNode } from '../plan/node.js';
import { GAP } from '../plan/node.js';
import type { Plan } from '../plan/plan.js';
import { decodeValue, type Vocabulary } from '../plan/vocabulary.js';
import { setBit } from './bits.js';
import type { Column, TruthBits } from './column.js';

/** Where the facts stand that the scalar engine reads. */
interface AskedColumn {
  readonly name: string;
  readonly kind: ValueNode['kind'];
  readonly value: Float64Array;
  readonly gap: Float64Array;
}

/** Asks the scalar engine of each of the first rows. Where it throws, the row becomes doubtful. */
export function askScalar(
  { condition, around, facts, risky }: Asked,
  columnOf: (node: ValueNode) => Column,
  { book: { asOf }, vocabulary }: Plan,
  doubtful: Uint32Array,
  { isTrue, isFalse }: TruthBits,
): (rows: number) => void {
  const columns = facts.map(({ name, value, gap }): AskedColumn => {
    return { name, kind: value.kind, value: columnOf(value).low, gap: columnOf(gap).low };
  });
  const origins: FactBook['origins'] = new Map();
  return (rows) => {
    isTrue.fill(0);
    isFalse.fill(0);
    for (let row = 0; row < rows; row++) {
      try {
        const { values, gaps } = factsOf(columns, row, vocabulary);
        values.set('asOf', asOf);
        const situation = { book: { values, gaps, origins }, memory: [] };
        const truth = evaluate(condition, situation, around);
        for (const operand of risky) readOperand(operand, situation, around);
        if (truth !== 'unknown') setBit(truth ? isTrue : isFalse, row);
      } catch {
        // The row is decided by the scalar engine alone, which throws again if it comes to this.
        setBit(doubtful, row);
      }
    }
  };
}

function factsOf(
  columns: readonly AskedColumn[],
  row: number,
  vocabulary: Vocabulary,
): { readonly values: Map<string, Known>; readonly gaps: Map<string, 'none' | 'stale'> } {
  const values = new Map<string, Known>();
  const gaps = new Map<string, 'none' | 'stale'>();
  for (const { name, kind, value, gap } of columns) {
    const known = value[row] as number;
    if (!Number.isNaN(known)) values.set(name, decodeValue(known, kind, vocabulary) as Known);
    else if (gap[row] !== 0) gaps.set(name, gap[row] === GAP.none ? 'none' : 'stale');
  }
  return { values, gaps };
}
