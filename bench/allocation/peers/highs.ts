import loadHighs, { type Model, type ModelData } from 'highs';
import type { Market } from '../market.js';

const highs = await loadHighs();

/** The peer's one portfolio. The model is passed once, outside the clock. */
export function highsPoint(
  market: Market,
  t: number,
  form: 'matrix' | 'factors' = 'matrix',
): () => Float64Array {
  const model = open(form === 'matrix' ? denseModel(market, t) : factorModel(market, t));
  return () => {
    model.clearSolver();
    return solve(model, market.size);
  };
}

/** The peer's portfolios of two like markets in turns, in one model. */
export function highsTurns(markets: readonly [Market, Market], t: number): () => Float64Array {
  const { size } = markets[0];
  const model = open(denseModel(markets[1], t));
  model.options.set('qp_allow_hot_start', true);
  const costs = markets.map((market) => costOf(market, t));
  let turn = 1;
  return () => {
    turn = 1 - turn;
    model.changeColsCost({ kind: 'range', from: 0, to: size - 1 }, costs[turn]!);
    return solve(model, size);
  };
}

function open(data: ModelData): Model {
  const model = highs.createModel(data);
  // As it comes the peer adds 1e-7 to every variance, and weights then differ in the sixth digit.
  model.options.set({ output_flag: false, qp_regularization_value: 0 });
  return model;
}

function solve(model: Model, size: number): Float64Array {
  model.run();
  if (model.getModelStatus() !== highs.constants.modelStatus.optimal) {
    throw new Error(`highs ended with status ${model.getModelStatus()}`);
  }
  return model.getSolution().colValue.subarray(0, size);
}

function costOf({ expected }: Market, t: number): Float64Array {
  return expected.map((value) => -t * value);
}

function denseModel(market: Market, t: number): ModelData {
  const { size, covariance, groups } = market;
  const lists: Sparse = { starts: [0], indices: [], values: [] };
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) push(lists, j, covariance[i * size + j]!);
    close(lists);
  }
  const rows: Sparse = { starts: [0], indices: [], values: [] };
  for (let i = 0; i < size; i++) push(rows, i, 1);
  close(rows);
  for (let group = 0; group < (groups?.count ?? 0); group++) {
    for (let i = 0; i < size; i++) if (groups!.of[i] === group) push(rows, i, 1);
    close(rows);
  }
  const caps = new Array<number>(groups?.count ?? 0).fill(groups?.cap ?? 1);
  return {
    numCols: size,
    numRows: 1 + caps.length,
    colCost: costOf(market, t),
    colLower: new Float64Array(size),
    colUpper: new Float64Array(size).fill(1),
    rowLower: [1, ...caps.map(() => -highs.infinity)],
    rowUpper: [1, ...caps],
    matrix: { format: 'csr', numRows: 1 + caps.length, numCols: size, ...rows },
    hessian: { format: 'triangular', dimension: size, ...lists },
  };
}

/** With one more variable for each factor, B'w − f = 0, the Hessian is a diagonal. */
function factorModel(market: Market, t: number): ModelData {
  const { size, factors } = market;
  const { loadings, specific } = factors!;
  const count = loadings.length / size;
  const rows: Sparse = { starts: [0], indices: [], values: [] };
  for (let i = 0; i < size; i++) push(rows, i, 1);
  close(rows);
  for (let f = 0; f < count; f++) {
    for (let i = 0; i < size; i++) push(rows, i, loadings[i * count + f]!);
    push(rows, size + f, -1);
    close(rows);
  }
  const all = size + count;
  const none = new Array<number>(count).fill(0);
  return {
    numCols: all,
    numRows: 1 + count,
    colCost: [...costOf(market, t), ...none],
    colLower: [...new Float64Array(size), ...none.map(() => -highs.infinity)],
    colUpper: [...new Float64Array(size).fill(1), ...none.map(() => highs.infinity)],
    rowLower: [1, ...none],
    rowUpper: [1, ...none],
    matrix: { format: 'csr', numRows: 1 + count, numCols: all, ...rows },
    hessian: {
      format: 'triangular',
      dimension: all,
      starts: Array.from({ length: all + 1 }, (_, i) => i),
      indices: Array.from({ length: all }, (_, i) => i),
      values: [...specific, ...none.map(() => 1)],
    },
  };
}

interface Sparse {
  readonly starts: number[];
  readonly indices: number[];
  readonly values: number[];
}

function push({ indices, values }: Sparse, index: number, value: number): void {
  indices.push(index);
  values.push(value);
}

function close({ starts, indices }: Sparse): void {
  starts.push(indices.length);
}
