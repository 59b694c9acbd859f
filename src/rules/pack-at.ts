import { type PlainDate, parsePlainDate } from '../dates/index.js';
import { AptfolioError } from '../errors/index.js';
import { type CompiledPack, canBeAsked, checkCompiled } from './compile.js';

/**
 * Of several versions of one pack, the one that can be asked on a day.
 *
 * @throws AptfolioError `out-of-range` with the path `date` if none can, as before the first; `inconsistent` if two can, or if
 * they are not versions of one pack.
 *
 * @example
 * ```ts
 * import { compilePack, packAt } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const first = compilePack({ ...pack, inForce: { from: '2020-01-01', to: '2026-01-01' } });
 * const second = compilePack({ ...pack, version: '2', inForce: { from: '2026-01-01' } });
 * packAt([first, second], '2025-12-31').version; // => '1'
 * packAt([first, second], '2026-01-01').version; // => '2'
 * packAt([first, second], '2019-12-31'); // => throws 'out-of-range', 'date'
 * ```
 */
export function packAt(versions: readonly CompiledPack[], date: PlainDate): CompiledPack {
  const list = checkCompiled(versions, 'versions');
  const day = parsePlainDate(date, 'date');
  list.forEach(({ id }, index) => {
    if (id === list[0]?.id) return;
    const path = `versions[${index}]`;
    throw new AptfolioError('inconsistent', path, `a version of ${list[0]?.id}, as the first`, id);
  });
  const [found, second] = list.filter((pack) => canBeAsked(pack, day));
  if (second !== undefined) {
    const expected = `one version on ${day}, not ${found?.version} and ${second.version}`;
    throw new AptfolioError('inconsistent', 'versions', expected);
  }
  if (found !== undefined) return found;
  const first = list.map(({ pack }) => pack.inForce.from).sort()[0];
  throw new AptfolioError(
    'out-of-range',
    'date',
    `a day on which a version can be asked, the first is ${first}`,
    day,
  );
}
