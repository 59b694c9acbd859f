import { AptfolioError, type BatchFailure } from '../../../errors/index.js';
import type { RuleDecision } from '../../decision.js';
import type { Rulebook } from '../../rulebook.js';
import { checkPlace, numberOfStatus } from '../result/arguments.js';
import { decideAlone } from '../result/decide-alone.js';
import { numberAt } from '../result/planes.js';
import { hitFinder, hitsOf } from '../result/standings.js';
import { FAILED, statusOfNumber } from '../result/statuses.js';
import type { GridScreening } from '../screen-grid.js';
import { countCells, countLanes, countTurns, lanesOf, turnsOf } from './grid-cells.js';
import { type CheckedGrid, factsOfPair } from './grid-facts.js';
import type { ScreenedPairs } from './screen-pairs.js';

/** The face of a grid that was screened. */
export function gridScreening(
  book: Rulebook,
  grid: CheckedGrid,
  found: ScreenedPairs,
): GridScreening {
  const { clientsAreLanes, cells, standings, failures } = found;
  const [clients, products] = [grid.clients.rows.length, grid.products.rows.length];
  const [countClients, countProducts] = clientsAreLanes
    ? [countLanes, countTurns]
    : [countTurns, countLanes];
  const [clientsIn, productsIn] = clientsAreLanes ? [lanesOf, turnsOf] : [turnsOf, lanesOf];
  const placeOf = (client: number, product: number): number => {
    checkPlace(client, clients, 'client');
    checkPlace(product, products, 'product');
    return clientsAreLanes ? product * cells.stride + client : client * cells.stride + product;
  };
  const decide = (client: number, product: number): RuleDecision => {
    placeOf(client, product);
    refuseFailed(failures.clients, client);
    refuseFailed(failures.products, product);
    return decideAlone(book, factsOfPair(grid, { client, product }), 'grid');
  };
  const hitsAt = hitFinder(book, standings);
  const screening: GridScreening = {
    asOf: book.asOf,
    packs: book.packs,
    clients,
    products,
    failures,
    failed: countCells(cells, FAILED),
    count: (status) => countCells(cells, numberOfStatus(status)),
    countByClient: (status) => countClients(cells, numberOfStatus(status)),
    countByProduct: (status) => countProducts(cells, numberOfStatus(status)),
    statusAt(client, product) {
      return statusOfNumber(numberAt(cells.planes, placeOf(client, product)));
    },
    productsFor(client, status) {
      return productsIn(cells, checkPlace(client, clients, 'client'), numberOfStatus(status));
    },
    clientsFor(product, status) {
      return clientsIn(cells, checkPlace(product, products, 'product'), numberOfStatus(status));
    },
    firedAt(client, product) {
      const place = placeOf(client, product);
      if (standings.length > 0) return hitsAt(place);
      if (numberAt(cells.planes, place) === FAILED) return Object.freeze([]);
      return hitsOf(decide(client, product));
    },
    decide,
  };
  return Object.freeze(screening);
}

function refuseFailed(failures: readonly BatchFailure[], place: number): void {
  const failure = failures.find(({ row }) => row === place);
  if (failure !== undefined) throw new AptfolioError(failure.issues);
}
