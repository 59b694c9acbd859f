import type { Block, Section } from '../../01-advise/account.js';
import type { Teller } from '../teller.js';

/** A section before it is numbered. */
export type Part = Omit<Section, 'mark'>;

/** A section; blocks without content are left out. */
export function section(
  step: string,
  teller: Teller,
  decisions: readonly string[],
  blocks: readonly Block[],
): Part {
  const decision = teller.sentences(decisions);
  return { title: teller.say(`step.${step}`), decision, blocks: blocks.filter(hasContent) };
}

function hasContent(block: Block): boolean {
  if (block.kind === 'list') return block.items.length > 0;
  return block.kind !== 'table' || block.rows.length > 0;
}
