import type { ActiveRows } from './active-rows.js';
import type { ParametricProgram } from './program.js';

/** Goes from variables to assets and back: w = base + Sx, and S'Σw. */
export class Exposure {
  private program: ParametricProgram;
  private readonly assets: Int32Array;
  private readonly weights: Float64Array;

  constructor(program: ParametricProgram) {
    this.program = program;
    // Room for every variable and, after them, for every asset of the base.
    this.assets = new Int32Array(program.size + program.risk.size);
    this.weights = new Float64Array(program.size + program.risk.size);
  }

  load(program: ParametricProgram): void {
    this.program = program;
  }

  /** out = Σ(base + Sx). */
  riskAt(x: Float64Array, out: Float64Array): void {
    const { base, risk } = this.program;
    let count = 0;
    for (let i = 0; i < x.length; i++) if (x[i] !== 0) this.put(count++, i, x[i]!);
    if (base !== undefined) {
      for (let a = 0; a < base.length; a++) {
        if (base[a] === 0) continue;
        this.assets[count] = a;
        this.weights[count++] = base[a]!;
      }
    }
    out.fill(0);
    risk.accumulate(this.assets, this.weights, count, out);
  }

  /** out += ΣSv, where v has `values[k]` at `variables[k]`, and `amount` at a further variable `along`. */
  addRiskOf(
    variables: Int32Array,
    values: Float64Array,
    count: number,
    out: Float64Array,
    along = -1,
    amount = 0,
  ): void {
    const { split, risk } = this.program;
    if (split === undefined && amount === 0) {
      risk.accumulate(variables, values, count, out);
      return;
    }
    for (let k = 0; k < count; k++) this.put(k, variables[k]!, values[k]!);
    if (amount !== 0) this.put(count, along, amount);
    risk.accumulate(this.assets, this.weights, amount === 0 ? count : count + 1, out);
  }

  /** out += S'·(risk by asset). */
  pullBack(risk: Float64Array, out: Float64Array): void {
    const { split, size } = this.program;
    if (split === undefined) for (let i = 0; i < size; i++) out[i]! += risk[i]!;
    else for (let i = 0; i < size; i++) out[i]! += split.sign[i]! * risk[split.asset[i]!]!;
  }

  /** out += C'·(prices by row), over the active rows. */
  addPrices({ rows, count }: ActiveRows, prices: Float64Array, out: Float64Array): void {
    const { size } = this.program;
    const { matrix } = this.program.rows;
    for (let a = 0; a < count; a++) {
      const price = prices[rows[a]!]!;
      const start = rows[a]! * size;
      for (let i = 0; i < size; i++) out[i]! += price * matrix[start + i]!;
    }
  }

  private put(place: number, variable: number, value: number): void {
    const { split } = this.program;
    this.assets[place] = split === undefined ? variable : split.asset[variable]!;
    this.weights[place] = split === undefined ? value : split.sign[variable]! * value;
  }
}
