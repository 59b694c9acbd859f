import type { Stated } from './holdings.js';

/** A frozen asset that its own bounds would not let stand where it does. */
export interface FrozenOutside {
  readonly asset: string;
  readonly held: number;
  readonly min: number;
  readonly max: number;
}

/** What is frozen outside its own bounds: it stays, since nothing can be done about it, but that is said. */
export function frozenOutside(assets: readonly Stated[]): readonly FrozenOutside[] {
  return assets.flatMap(({ name: asset, min: held, bounds }) => {
    if (bounds === undefined || (held >= bounds.min && held <= bounds.max)) return [];
    return [{ asset, held, min: bounds.min, max: bounds.max }];
  });
}
