import type { PlainDate } from '../../dates/index.js';
import { AptfolioError, type BatchFailure, checkBoolean, checkObject } from '../../errors/index.js';
import type { CompiledPack } from '../compile.js';
import type { PackReference, RuleDecision } from '../decision.js';
import { openRulebook } from '../rulebook.js';
import type { DecisionStatus } from '../status.js';
import { checkGrid, type GridFacts } from './grid/grid-facts.js';
import { gridScreening } from './grid/grid-screening.js';
import { screenPairs } from './grid/screen-pairs.js';
import { planScreening } from './plan/plan.js';
import type { RuleHit } from './result/standings.js';

/** How to screen a grid. */
export interface GridOptions {
  /** The day whose rules and parameters count. */
  readonly asOf: PlainDate;
  /**
   * Whether the rules that bite are kept too, in two bits for each rule and pair. Default false: then `firedAt` has the scalar
   * engine decide the pair again.
   */
  readonly rules?: boolean;
  /** Is told now and then how many pairs are done, of how many. What it throws ends the work. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * What every client with every product comes to. A pair that cannot be decided has no status: who picks those that may go ahead asks
 * for the pairs with a status in `PERMITTED_STATUSES`, never for those that have none.
 */
export interface GridScreening {
  readonly asOf: PlainDate;
  readonly packs: readonly PackReference[];
  /** How many there are. */
  readonly clients: number;
  readonly products: number;
  /** Clients and products whose facts are wrong, with the reason: the paths begin with `grid.clients[7]`. All their pairs fail. */
  readonly failures: {
    readonly clients: readonly BatchFailure[];
    readonly products: readonly BatchFailure[];
  };
  /** How many pairs have no status; why, `decide` says. With the counts of all statuses that makes all pairs. */
  readonly failed: number;
  readonly count: (status: DecisionStatus) => number;
  /** By place of the client, or of the product: how many of its pairs have a status. */
  readonly countByClient: (status: DecisionStatus) => readonly number[];
  readonly countByProduct: (status: DecisionStatus) => readonly number[];
  /** The status of a pair; `undefined` if it failed. */
  readonly statusAt: (client: number, product: number) => DecisionStatus | undefined;
  /** Places of the products with which a client has a status, ascending. */
  readonly productsFor: (client: number, status: DecisionStatus) => readonly number[];
  /** Places of the clients with which a product has a status, ascending. */
  readonly clientsFor: (product: number, status: DecisionStatus) => readonly number[];
  /** The rules that bite, or of which nobody can say, the hardest first, then by id; none for a pair that failed. */
  readonly firedAt: (client: number, product: number) => readonly RuleHit[];
  /**
   * The full decision of a pair, made only now, from the facts as they are now.
   *
   * @throws AptfolioError for a pair that failed.
   */
  readonly decide: (client: number, product: number) => RuleDecision;
}

/**
 * Decides every client with every product, for their statuses. Each is that of `decide` for the facts of both together; what
 * depends on the client alone is worked out once for each client, and so for products. A status takes three bits: a hundred
 * thousand clients with five hundred products take 19 MB.
 *
 * To go through more clients than fit, hand them over in slices: `clients.slice(from, to)` with all products each time.
 *
 * @throws AptfolioError as `decide`, for the packs, the day and the shared facts; `inconsistent` for a fact that stands on two
 * sides, as in `grid.products[3]["client.age"]`.
 *
 * @example
 * ```ts
 * import { compilePack, screenGrid } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const clients = [{ 'client.age': 17 }, { 'client.age': 20 }, { 'client.age': 30 }];
 * const products = [{ 'loan.amount': 5000 }, { 'loan.amount': 20000 }];
 * const shared = { 'client.income': 100000 };
 * const grid = screenGrid([compilePack(pack)], { clients, products, shared }, { asOf: '2026-03-02' });
 * grid.statusAt(1, 0); // => 'allow'
 * grid.statusAt(1, 1); // => 'require'
 * grid.countByClient('allow'); // => [0, 1, 2]
 * grid.productsFor(2, 'allow'); // => [0, 1]
 * grid.decide(1, 1).deciding; // => ['LEND-GUARANTOR']
 * ```
 */
export function screenGrid(
  packs: readonly CompiledPack[] | CompiledPack,
  grid: GridFacts,
  options: GridOptions,
): GridScreening {
  const { asOf, rules = false, onProgress = () => {} } = readOptions(options);
  const book = openRulebook(packs, asOf);
  const checked = checkGrid(grid, book);
  const found = screenPairs(planScreening(book), checked, { rules, onProgress });
  return gridScreening(book, checked, found);
}

function readOptions(options: GridOptions): GridOptions {
  const read = checkObject(options, 'options') as unknown as GridOptions;
  if (read.rules !== undefined) checkBoolean(read.rules, 'options.rules');
  if (read.onProgress !== undefined && typeof read.onProgress !== 'function') {
    throw new AptfolioError('invalid-type', 'options.onProgress', 'a function', read.onProgress);
  }
  return read;
}
