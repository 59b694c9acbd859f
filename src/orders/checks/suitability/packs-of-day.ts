import type { PlainDate } from '../../../dates/index.js';
import { renamePaths } from '../../../errors/index.js';
import { type CompiledPack, packAt } from '../../../rules/index.js';

/** The packs that count on a day: of several versions of one the one that can be asked, by ascending id. */
export function packsOfDay(
  packs: readonly CompiledPack[],
  asOf: PlainDate,
): readonly CompiledPack[] {
  const versions = new Map<string, CompiledPack[]>();
  for (const pack of packs) versions.set(pack.id, [...(versions.get(pack.id) ?? []), pack]);
  return [...versions.keys()].sort().map((id) => {
    const list = versions.get(id) as readonly CompiledPack[];
    const [only] = list;
    if (list.length === 1) return only as CompiledPack;
    return renamePaths({ versions: 'context.packs', date: 'context.asOf' }, () =>
      packAt(list, asOf),
    );
  });
}
