import { AptfolioError } from '../errors/index.js';
import type { CompiledPack } from '../rules/index.js';

const PREFIX = 'pack:';

/** The packs of a record, by id and version, with their hashes. */
export function packVersions(
  packs: readonly CompiledPack[] = [],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    packs.map(({ id, version, hash }) => [`${PREFIX}${id}@${version}`, hash]),
  );
}

/** The packs that a record names; none if it names none. */
export function packsOfRecord(
  versions: Readonly<Record<string, string>>,
  packs: readonly CompiledPack[],
): { readonly packs?: readonly CompiledPack[] } {
  const named = Object.entries(versions).filter(([name]) => name.startsWith(PREFIX));
  if (named.length === 0) return {};
  return {
    packs: named.map(([name, hash]) => {
      const found = packs.find((pack) => pack.hash === hash);
      if (found !== undefined) return found;
      throw new AptfolioError('missing-value', 'packs', `${name.slice(PREFIX.length)} of ${hash}`);
    }),
  };
}
