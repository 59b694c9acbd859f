import createScs from 'scs-solver';
import type { Market } from '../market.js';

const scs = await createScs();

/** The peer's one portfolio, by splitting. Its data are handed over in every call: there is no other way. */
export function scsPoint(market: Market, t: number): () => readonly number[] {
  const data = dataOf(market, t);
  const settings = exactSettings();
  return () => {
    const { x, status } = scs.solve(data, coneOf(market), settings);
    if (status !== 'SOLVED') throw new Error(`scs ended with ${status}`);
    return x;
  };
}

/** The peer's portfolios of two like markets in turns, each begun at the one before. */
export function scsTurns(markets: readonly [Market, Market], t: number): () => readonly number[] {
  const data = markets.map((market) => dataOf(market, t));
  const settings = exactSettings();
  const cone = coneOf(markets[0]);
  let turn = 1;
  let last = scs.solve(data[turn]!, cone, settings);
  settings.warmStart = true;
  return () => {
    turn = 1 - turn;
    last = scs.solve(data[turn]!, cone, settings, last);
    if (last.status !== 'SOLVED') throw new Error(`scs ended with ${last.status}`);
    return last.x;
  };
}

function exactSettings() {
  const settings = new scs.ScsSettings();
  scs.setDefaultSettings(settings);
  // As exact as it takes for weights that agree to six digits.
  settings.epsAbs = 1e-8;
  settings.epsRel = 1e-8;
  settings.maxIters = 100_000;
  settings.verbose = 0;
  return settings;
}

function coneOf({ size }: Market) {
  return { z: 1, l: size };
}

/** The budget, then the bounds −x ≤ 0; both matrices by columns, of the covariance the upper triangle. */
function dataOf({ size, covariance, expected }: Market, t: number) {
  const risk = { x: [] as number[], i: [] as number[], p: [0] };
  const rules = { x: [] as number[], i: [] as number[], p: [0] };
  for (let j = 0; j < size; j++) {
    for (let i = 0; i <= j; i++) {
      risk.x.push(covariance[j * size + i]!);
      risk.i.push(i);
    }
    risk.p.push(risk.i.length);
    rules.x.push(1, -1);
    rules.i.push(0, 1 + j);
    rules.p.push(rules.i.length);
  }
  return {
    m: size + 1,
    n: size,
    A_x: rules.x,
    A_i: rules.i,
    A_p: rules.p,
    P_x: risk.x,
    P_i: risk.i,
    P_p: risk.p,
    b: [1, ...new Array<number>(size).fill(0)],
    c: [...expected].map((value) => -t * value),
  };
}
