import type { CompiledShortfall } from './shortfall-problem.js';

/** So much of the sizes of its terms may be lost in a row. */
const WIDENING = 1e-13;

/** The same problem with inequalities on several variables a rounding error wider. */
export function widenRules(problem: CompiledShortfall): CompiledShortfall {
  const { frame } = problem;
  const { size, rows, lower, upper } = frame.program;
  const slack = Float64Array.from(rows.lower, (_, r) => {
    let terms = 0;
    for (let i = 0; i < size; i++) {
      const farthest = Math.max(Math.abs(lower[i]!), Math.abs(upper[i]!));
      terms = Math.max(terms, Math.abs(rows.matrix[r * size + i]!) * farthest);
    }
    return rows.lower[r] === rows.upper[r] ? 0 : WIDENING * terms;
  });
  const wider = {
    ...rows,
    lower: rows.lower.map((limit, r) => limit - slack[r]!),
    upper: rows.upper.map((limit, r) => limit + slack[r]!),
  };
  return { ...problem, frame: { ...frame, program: { ...frame.program, rows: wider } } };
}
