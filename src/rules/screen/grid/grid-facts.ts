import { AptfolioError, at, checkList, checkObject, renamePaths } from '../../../errors/index.js';
import { type FactBook, readFacts } from '../../evaluate/fact-book.js';
import type { RuleFacts } from '../../fact.js';
import type { Rulebook } from '../../rulebook.js';

/** The facts of a grid: every client is looked at with every product. No fact may stand in two of the three. */
export interface GridFacts {
  /** What is known of each client. What some of them give and others do not is absent there. */
  readonly clients: readonly RuleFacts[];
  /** What is known of each product. */
  readonly products: readonly RuleFacts[];
  /** What is the same for all, as that every order is an increase. */
  readonly shared?: RuleFacts;
}

/** One side of a grid. */
export interface GridSide {
  readonly rows: readonly RuleFacts[];
  /** Where it stands in the caller's input: `grid.clients`. */
  readonly path: string;
  /** The facts that a row of this side gives. */
  readonly given: ReadonlySet<string>;
}

/** The facts of a grid, of which no name stands on two sides. */
export interface CheckedGrid {
  readonly clients: GridSide;
  readonly products: GridSide;
  readonly shared: RuleFacts;
  readonly sharedBook: FactBook;
}

/** Checks the form of a grid; that each client and product is as declared is seen when it is read. */
export function checkGrid(grid: GridFacts, book: Rulebook): CheckedGrid {
  const { clients, products, shared = {} } = checkObject(grid, 'grid') as unknown as GridFacts;
  const sharedBook = renamePaths({ facts: 'grid.shared' }, () => readFacts(shared, book));
  const taken = new Map<string, string>();
  takeNames([shared], 'grid.shared', () => 'grid.shared', taken, book);
  const side = (rows: readonly RuleFacts[], path: string): GridSide => {
    const list = checkList<RuleFacts>(rows, path);
    const given = takeNames(list, path, (index) => at(path, index), taken, book);
    return { rows: list, path, given };
  };
  return {
    clients: side(clients, 'grid.clients'),
    products: side(products, 'grid.products'),
    shared,
    sharedBook,
  };
}

/** Notes the names that rows give; names that no pack declares are left to whoever reads the row. */
function takeNames(
  rows: readonly RuleFacts[],
  side: string,
  pathOf: (index: number) => string,
  taken: Map<string, string>,
  { facts }: Rulebook,
): ReadonlySet<string> {
  const given = new Set<string>();
  rows.forEach((row, index) => {
    if (typeof row !== 'object' || row === null) return;
    for (const name of Object.keys(row)) {
      if (given.has(name) || row[name] === undefined || !facts.has(name)) continue;
      const other = taken.get(name);
      if (other !== undefined) {
        const expected = `a fact that ${other} does not give as well`;
        throw new AptfolioError('inconsistent', at(pathOf(index), name), expected);
      }
      given.add(name);
    }
  });
  for (const name of given) taken.set(name, side);
  return given;
}

/** All facts of one pair. */
export function factsOfPair({ clients, products, shared }: CheckedGrid, pair: Pair): RuleFacts {
  const facts: Record<string, RuleFacts[string]> = Object.create(null);
  for (const part of [shared, clients.rows[pair.client], products.rows[pair.product]]) {
    for (const [name, value] of Object.entries(part as RuleFacts)) {
      if (value !== undefined) facts[name] = value;
    }
  }
  return facts;
}

/** A client with a product, by their places. */
export interface Pair {
  readonly client: number;
  readonly product: number;
}
