import { ratio } from '../account/exact.js';
import type { CompiledBand, CompiledBands } from '../drift/compile-bands.js';
import { measurePool, type Pool } from './pool.js';
import type { PosedProblem } from './pose-problem.js';

/**
 * The bands of an account that is brought to its share: what the household's bands leave to it where everything else comes to what it is to come to. So it is the
 * household that says whether a trade at a minimum, or a step, leads something inside its band.
 *
 * @param amounts by cell, what each account comes to: what is made in those before, the share of all others.
 */
export function bandsOfShare(
  place: number,
  { cells, money, whole }: PosedProblem,
  amounts: readonly bigint[],
  pool: Pool,
): CompiledBands {
  const { bands } = pool.inside.policy;
  const own = money[place]!;
  if (own <= 0n || whole <= 0n) return bands;
  const values = new Map<string, bigint>();
  cells.forEach(({ product }, j) => {
    values.set(product, (values.get(product) ?? 0n) + amounts[j]!);
  });
  const all = pool.holdings.map(({ id }) => values.get(id) ?? 0n);
  const { drift } = measurePool(pool, all, whole);
  const times = ratio(whole, own);
  const byId = new Map(bands.byId);
  for (const { id, kind, current, below, above } of drift.lines) {
    if (kind === 'cash') continue;
    const sides = bands.byId.get(id) ?? bands.default;
    byId.set(id, {
      below: bandOf(times * (current - below), sides.below),
      above: bandOf(times * (above - current), sides.above),
    });
  }
  return { ...bands, byId, reentry: 1 };
}

/** A band of a width; where everything together is outside already it is the account's own. */
function bandOf(width: number, own: CompiledBand): CompiledBand {
  if (width < 0) return own;
  const relative = Number.POSITIVE_INFINITY;
  return { absolute: width, relative, wider: false, minimum: 0, reached: false };
}
