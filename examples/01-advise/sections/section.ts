import type { RiskLevel } from 'aptfolio/questionnaire';
import type { Block, Section } from '../account.js';
import type { Teller } from '../teller.js';

/** A step's section; blocks without content are left out. */
export function section(
  mark: string,
  teller: Teller,
  decision: string,
  blocks: readonly Block[],
): Section {
  const title = teller.say(`step.${mark}`);
  return { mark, title, decision, blocks: blocks.filter(hasContent) };
}

function hasContent(block: Block): boolean {
  if (block.kind === 'list') return block.items.length > 0;
  return block.kind !== 'table' || block.rows.length > 0;
}

export function levelName(level: RiskLevel, teller: Teller): string {
  return teller.say(`questionnaire.level.${level}`);
}
