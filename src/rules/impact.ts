import type { PlainDate } from '../dates/index.js';
import { AptfolioError, at, checkInteger, checkList, checkObject } from '../errors/index.js';
import type { CompiledPack } from './compile.js';
import type { RuleFacts } from './fact.js';
import type { GridFacts } from './screen/grid/grid-facts.js';
import { screenGrid } from './screen/screen-grid.js';
import { DECISION_STATUSES, type DecisionStatus } from './status.js';

/** Whom a change of packs would touch. */
export interface PackImpact {
  /** How many pairs of a client and a product were decided twice. */
  readonly pairs: number;
  /** How many of them come to another status. */
  readonly changed: number;
  /** From what to what, the most frequent first. */
  readonly moves: readonly StatusMove[];
  /** How many clients and products have at least one pair that changes. */
  readonly clients: number;
  readonly products: number;
  /** The first pairs that change, by client, then product. */
  readonly examples: readonly ImpactExample[];
}

/** How many pairs come from one status to another. */
export interface StatusMove {
  readonly from: DecisionStatus;
  readonly to: DecisionStatus;
  readonly count: number;
}

/** A pair that changes, by the places in the lists given. */
export interface ImpactExample {
  readonly client: number;
  readonly product: number;
  readonly from: DecisionStatus;
  readonly to: DecisionStatus;
}

/** On which days the packs are asked, and how much is wanted. */
export interface ImpactOptions {
  /** The day on which the packs of today are asked. */
  readonly from: PlainDate;
  /** The day on which the new ones are. */
  readonly to: PlainDate;
  /** How many examples are wanted at most. Default 20. */
  readonly most?: number;
  /** Called as the work goes on, with the clients that are done and all of them. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Clients are decided in slices of this size, so that memory stays flat. */
const SLICE = 2048;

/**
 * Decides a book twice, under the packs of today and under new ones, and counts whom the change would touch.
 *
 * @throws AptfolioError as `screenGrid`; a client or product whose facts are wrong is refused too, for a count without it would
 * be wrong.
 *
 * @example
 * ```ts
 * import { compilePack, packImpact } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const [age, ...others] = pack.rules;
 * const stricter = { ...pack, version: '2', rules: [{ ...age, when: { ...age.when, right: 21 } }, ...others] };
 * const book = { clients: [{ 'client.age': 19 }, { 'client.age': 30 }], products: [{ 'loan.amount': 5000 }] };
 * const days = { from: '2026-03-02', to: '2026-03-02' } as const;
 * const impact = packImpact([compilePack(pack)], [compilePack(stricter)], book, days);
 * impact.moves; // => [{ from: 'allow', to: 'block', count: 1 }]
 * impact.examples; // => [{ client: 0, product: 0, from: 'allow', to: 'block' }]
 * ```
 */
export function packImpact(
  before: readonly CompiledPack[] | CompiledPack,
  after: readonly CompiledPack[] | CompiledPack,
  book: GridFacts,
  options: ImpactOptions,
): PackImpact {
  const {
    from,
    to,
    most = 20,
    onProgress,
  } = checkObject(options, 'options') as unknown as ImpactOptions;
  checkInteger(most, 'options.most', { min: 0 });
  const { clients, products, shared } = checkObject(book, 'book') as unknown as GridFacts;
  const total = checkList<RuleFacts>(clients, 'book.clients').length;
  const width = checkList<RuleFacts>(products, 'book.products').length;
  const tally = new Tally(most);
  for (let start = 0; start < total; start += SLICE) {
    const slice = {
      clients: clients.slice(start, start + SLICE),
      products,
      ...(shared === undefined ? {} : { shared }),
    };
    const [old, now] = [
      screenGrid(before, slice, { asOf: from }),
      screenGrid(after, slice, { asOf: to }),
    ];
    for (let client = 0; client < slice.clients.length; client++) {
      for (let product = 0; product < width; product++) {
        const [was, is] = [old.statusAt(client, product), now.statusAt(client, product)];
        if (was === undefined || is === undefined) refuse(start + client, product);
        if (was !== is) tally.add({ client: start + client, product, from: was, to: is });
      }
    }
    onProgress?.(Math.min(start + SLICE, total), total);
  }
  return tally.finish(total * width);
}

function refuse(client: number, product: number): never {
  const path = at('book.clients', client);
  const expected = `facts that can be decided, with product ${product} too (screenGrid tells what is wrong)`;
  throw new AptfolioError('inconsistent', path, expected);
}

/** Counts pairs that change, while the book is gone through. */
class Tally {
  readonly #most: number;
  readonly #counts = new Map<string, number>();
  readonly #clients = new Set<number>();
  readonly #products = new Set<number>();
  readonly #examples: ImpactExample[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(example: ImpactExample): void {
    const move = `${example.from} ${example.to}`;
    this.#counts.set(move, (this.#counts.get(move) ?? 0) + 1);
    this.#clients.add(example.client);
    this.#products.add(example.product);
    if (this.#examples.length < this.#most) this.#examples.push(Object.freeze(example));
  }

  finish(pairs: number): PackImpact {
    const moves = [...this.#counts].map(([move, count]): StatusMove => {
      const [from, to] = move.split(' ') as [DecisionStatus, DecisionStatus];
      return Object.freeze({ from, to, count });
    });
    const rank = ({ from, to }: StatusMove): number =>
      DECISION_STATUSES.indexOf(from) * DECISION_STATUSES.length + DECISION_STATUSES.indexOf(to);
    return Object.freeze({
      pairs,
      changed: moves.reduce((sum, { count }) => sum + count, 0),
      moves: Object.freeze(moves.sort((a, b) => b.count - a.count || rank(a) - rank(b))),
      clients: this.#clients.size,
      products: this.#products.size,
      examples: Object.freeze(this.#examples),
    });
  }
}
