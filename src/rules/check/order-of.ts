import { AptfolioError } from '../../errors/index.js';

/**
 * Puts names in an order in which each stands after those it rests on.
 *
 * @param restsOn for each name, those it rests on, all of them among the names.
 * @throws AptfolioError `inconsistent` at the path of a name that rests on itself, with the circle in `expected`.
 */
export function orderOf(
  restsOn: ReadonlyMap<string, readonly string[]>,
  pathOf: (name: string) => string,
): readonly string[] {
  const done = new Set<string>();
  const open: string[] = [];
  const visit = (name: string): void => {
    if (done.has(name)) return;
    const start = open.indexOf(name);
    if (start >= 0) {
      const circle = [...open.slice(start), name].join(' → ');
      throw new AptfolioError('inconsistent', pathOf(name), `no circle such as ${circle}`);
    }
    open.push(name);
    for (const other of restsOn.get(name) ?? []) visit(other);
    open.pop();
    done.add(name);
  };
  for (const name of restsOn.keys()) visit(name);
  return [...done];
}
