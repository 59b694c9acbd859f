import { AptfolioError, type BatchFailure } from '../../../errors/index.js';
import type { Rulebook } from '../../rulebook.js';
import { checkPlace, numberOfStatus } from '../result/arguments.js';
import { decideAlone } from '../result/decide-alone.js';
import { countNumber, numberAt, rowsOf, tallyRows } from '../result/planes.js';
import { hitFinder, hitsOf } from '../result/standings.js';
import { FAILED, statusOfNumber } from '../result/statuses.js';
import type { GridScreening } from '../screen-grid.js';
import { type CheckedGrid, factsOfPair } from './grid-facts.js';
import type { ScreenedPairs } from './screen-pairs.js';

/** The face of a grid that was screened. */
export function gridScreening(
  book: Rulebook,
  grid: CheckedGrid,
  found: ScreenedPairs,
): GridScreening {
  const [clients, products] = [grid.clients.rows.length, grid.products.rows.length];
  const { clientsAreLanes, stride, statuses, standings, failures } = found;
  const [lanes, turns] = clientsAreLanes ? [clients, products] : [products, clients];
  const cell = (client: number, product: number): number => {
    checkPlace(client, clients, 'client');
    checkPlace(product, products, 'product');
    return clientsAreLanes ? product * stride + client : client * stride + product;
  };
  const ofTurn = (turn: number): number => turn * stride;
  const countTurns = (number: number): readonly number[] => {
    return Array.from({ length: turns }, (_, turn) =>
      countNumber(statuses, ofTurn(turn), lanes, number),
    );
  };
  const countLanes = (number: number): readonly number[] => {
    const tally = new Array<number>(lanes).fill(0);
    for (let turn = 0; turn < turns; turn++) {
      tallyRows(statuses, ofTurn(turn), lanes, number, tally);
    }
    return tally;
  };
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  const lanesOf = (turn: number, number: number): readonly number[] =>
    rowsOf(statuses, ofTurn(turn), lanes, number);
  const turnsOf = (lane: number, number: number): readonly number[] => {
    const all = Array.from({ length: turns }, (_, turn) => turn);
    return all.filter((turn) => numberAt(statuses, ofTurn(turn) + lane) === number);
  };
  const decide: GridScreening['decide'] = (client, product) => {
    cell(client, product);
    refuseFailed(failures.clients, client);
    refuseFailed(failures.products, product);
    return decideAlone(book, factsOfPair(grid, { client, product }), 'grid');
  };
  const hitsAt = hitFinder(book, standings);
  const [ofClients, ofProducts] = clientsAreLanes
    ? [countLanes, countTurns]
    : [countTurns, countLanes];
  const screening: GridScreening = {
    asOf: book.asOf,
    packs: book.packs,
    clients,
    products,
    failures,
    failed: sum(countTurns(FAILED)),
    count: (status) => sum(countTurns(numberOfStatus(status))),
    countByClient: (status) => ofClients(numberOfStatus(status)),
    countByProduct: (status) => ofProducts(numberOfStatus(status)),
    statusAt: (client, product) => statusOfNumber(numberAt(statuses, cell(client, product))),
    productsFor(client, status) {
      const number = numberOfStatus(status);
      checkPlace(client, clients, 'client');
      return clientsAreLanes ? turnsOf(client, number) : lanesOf(client, number);
    },
    clientsFor(product, status) {
      const number = numberOfStatus(status);
      checkPlace(product, products, 'product');
      return clientsAreLanes ? lanesOf(product, number) : turnsOf(product, number);
    },
    firedAt(client, product) {
      const place = cell(client, product);
      if (standings.length > 0) return hitsAt(place);
      return numberAt(statuses, place) === FAILED ? [] : hitsOf(decide(client, product));
    },
    decide,
  };
  return Object.freeze(screening);
}

function refuseFailed(failures: readonly BatchFailure[], place: number): void {
  const failure = failures.find(({ row }) => row === place);
  if (failure !== undefined) throw new AptfolioError(failure.issues);
}
