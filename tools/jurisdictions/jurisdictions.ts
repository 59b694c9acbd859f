import type { RulePack } from '../../src/rules/index.js';
import * as au from '../../src/suitability/packs/au/index.js';
import * as cn from '../../src/suitability/packs/cn/index.js';
import * as eu from '../../src/suitability/packs/eu/index.js';
import * as hk from '../../src/suitability/packs/hk/index.js';
import * as sg from '../../src/suitability/packs/sg/index.js';
import * as uk from '../../src/suitability/packs/uk/index.js';
import * as us from '../../src/suitability/packs/us/index.js';
import { JURISDICTION_NOTES, type JurisdictionNotes, PACK_NOTES, type PackNotes } from './notes.js';

/** A country, or the Union, with everything that its page says. */
export interface Jurisdiction {
  /** The last part of the subpath, and the name of the page: `cn`. */
  readonly code: string;
  readonly notes: JurisdictionNotes;
  readonly packs: readonly DescribedPack[];
}

export interface DescribedPack {
  /** The name that hosts import. */
  readonly name: string;
  readonly pack: RulePack;
  readonly notes: PackNotes;
}

const FACES: Readonly<Record<string, object>> = { cn, eu, uk, us, hk, sg, au };

/** Every jurisdiction with all packs that its subpath exports. */
export function jurisdictions(): readonly Jurisdiction[] {
  return Object.entries(JURISDICTION_NOTES).map(([code, notes]) => {
    return { code, notes, packs: describedPacks(FACES[code] ?? {}) };
  });
}

/** In the order of the notes; a pack without notes, about which its page would be silent, is refused. */
function describedPacks(face: object): readonly DescribedPack[] {
  const order = Object.keys(PACK_NOTES);
  return Object.entries(face)
    .filter((entry): entry is [string, RulePack] => isPack(entry[1]))
    .map(([name, pack]) => {
      const notes = PACK_NOTES[pack.id];
      if (notes === undefined) throw new Error(`tools/jurisdictions/notes.ts: no ${pack.id}`);
      return { name, pack, notes };
    })
    .sort((one, other) => order.indexOf(one.pack.id) - order.indexOf(other.pack.id));
}

/** Whether something that a subpath exports is a pack. */
export function isPack(value: unknown): value is RulePack {
  return typeof value === 'object' && value !== null && 'rules' in value && 'messages' in value;
}
