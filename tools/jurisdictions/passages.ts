import type { Citation } from '../../src/evidence/index.js';
import type { RulePack } from '../../src/rules/index.js';
import { link } from '../markdown.js';
import { INSTRUMENTS, type InstrumentNotes } from './instruments.js';

/** Whether a passage was compared with its text, as a sign; every page says what it means. */
export const COMPARED = '✓';
export const NOT_COMPARED = '○';

/** A passage that packs cite, with everything that is known of it. */
export interface Passage {
  readonly instrument: string;
  readonly article: string;
  readonly address?: string;
  /** Whether it was compared with the text wherever a rule rests on it. */
  readonly verified: boolean;
}

/** The passages that packs cite, once each. A number that a passage leaves open does not make it unread. */
export function passagesOf(packs: readonly RulePack[]): readonly Passage[] {
  const passages = new Map<string, Passage>();
  for (const { instrument, article, address, verified } of packs.flatMap(citationsOf)) {
    const key = `${instrument}\n${article}`;
    const known = passages.get(key);
    const where = known?.address ?? address;
    passages.set(key, {
      instrument,
      article,
      ...(where === undefined ? {} : { address: where }),
      verified: verified || known?.verified === true,
    });
  }
  return [...passages.values()];
}

function citationsOf(pack: RulePack): readonly Citation[] {
  return [
    ...pack.rules.flatMap(({ citations }) => citations),
    ...Object.values(pack.parameters ?? {}).flatMap(({ history }) =>
      history.map(({ citation }) => citation),
    ),
    ...Object.values(pack.candidates ?? {}).map(({ citation }) => citation),
    ...(pack.retention ?? []).flatMap(({ citations }) => citations),
  ];
}

/** What is known of an instrument; one that nobody wrote about is refused. */
export function notesOn(instrument: string): InstrumentNotes {
  const notes = INSTRUMENTS[instrument];
  if (notes === undefined) throw new Error(`tools/jurisdictions/instruments.ts: no ${instrument}`);
  return notes;
}

/** Citations in a table, one line for each instrument: `Civil Code 17 ✓, 18 ✓`. */
export function cite(citations: readonly Citation[]): readonly string[] {
  const instruments = [...new Set(citations.map(({ instrument }) => instrument))];
  return instruments.map((instrument) => {
    const passages = citations.filter((citation) => citation.instrument === instrument);
    return `${notesOn(instrument).short} ${passages.map(passageText).join(', ')}`.trim();
  });
}

/** The sign stays on the line of its passage. */
function passageText({ article, address, verified }: Citation): string {
  const text = address === undefined ? article : link(article, address);
  return `${text}\u00a0${verified ? COMPARED : NOT_COMPARED}`;
}
