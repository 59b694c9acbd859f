import type { Block, Section } from '../../01-advise/account.js';
import type { Inputs } from '../inputs.js';
import type { PolicyReport, PortfolioReport } from '../run.js';
import type { Teller } from '../teller.js';

/** A section before it is numbered. */
export type Part = Omit<Section, 'mark'>;

/** Tells one thing about one portfolio. */
export type Make = (report: PortfolioReport, inputs: Inputs, teller: Teller) => Part;

/** A section of one portfolio. */
export function section(
  step: string,
  { portfolio }: PortfolioReport,
  teller: Teller,
  decisions: readonly string[],
  blocks: readonly Block[],
): Part {
  return {
    title: teller.say(`step.${step}`, { portfolio: teller.name('portfolio', portfolio.id) }),
    decision: teller.sentences(decisions),
    blocks,
  };
}

/** A table with a row for each policy. */
export function table(
  heads: readonly string[],
  policies: readonly PolicyReport[],
  teller: Teller,
  cells: (policy: PolicyReport) => readonly string[],
): Block {
  return {
    kind: 'table',
    head: [teller.say('head.policy'), ...heads],
    rows: policies.map((one) => [teller.name('policy', one.id), ...cells(one)]),
    figuresFrom: 1,
  };
}

/** A sentence in small print. */
export function note(text: string): Block {
  return { kind: 'text', text, tone: 'muted' };
}
