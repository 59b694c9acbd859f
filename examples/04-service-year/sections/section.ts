import type { Block, Section } from '../../01-advise/account.js';
import type { Run } from '../run.js';
import type { Teller } from '../teller.js';
import type { Figure } from '../year.js';

/** A section before it is numbered. */
export type Part = Omit<Section, 'mark'>;

/** Tells one thing about the year. */
export type Make = (run: Run, teller: Teller) => Part;

/** A section of the account. */
export function section(
  step: string,
  teller: Teller,
  decisions: readonly string[],
  blocks: readonly Block[],
): Part {
  return {
    title: teller.say(`step.${step}`),
    decision: teller.sentences(decisions),
    blocks,
  };
}

/** A table whose columns hold figures from the second on, or from another. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  teller: Teller,
  figuresFrom = 1,
): Block {
  return {
    kind: 'table',
    head: heads.map((key) => teller.say(`head.${key}`)),
    rows,
    figuresFrom,
  };
}

/** A sentence in small print. */
export function note(text: string): Block {
  return { kind: 'text', text, tone: 'muted' };
}

/** A sentence to be seen. */
export function key(text: string): Block {
  return { kind: 'text', text, tone: 'key' };
}

/** Results, each with its interval and what it was counted from. */
export function resultTable(results: readonly Figure[], teller: Teller): Block {
  return table(
    ['kpi', 'value', 'interval', 'counted'],
    results.map((result) => resultRow(result, teller)),
    teller,
  );
}

/** Name, value, interval and what it was counted from. */
export function resultRow(result: Figure, teller: Teller): readonly string[] {
  const counted = result.status === 'suppressed' ? teller.say('cell.none') : teller.counted(result);
  return [teller.kpi(result.kpi), teller.value(result), teller.interval(result), counted];
}

/** What results say of themselves, each thing once, after the figures of which it is said. */
export function reasonList(results: readonly Figure[], teller: Teller): Block[] {
  const figures = new Map<string, string[]>();
  for (const result of results) {
    for (const reason of result.status === 'ok' ? result.reasons : [result.reason]) {
      const words = teller.reason(reason);
      const name = teller.say('cell.quoted', { name: teller.kpi(result.kpi) });
      figures.set(words, [...(figures.get(words) ?? []), name]);
    }
  }
  const items = [...figures].map(([reason, kpis]) =>
    teller.say('cell.said-of', { kpis: teller.list(kpis), reason }),
  );
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** How many cases were left out, by why; a figure without its cases says nothing. */
export function excludedOf(result: Figure, id: string): number {
  if (result.status === 'suppressed') return 0;
  return result.excluded.find((one) => one.id === id)?.count ?? 0;
}
