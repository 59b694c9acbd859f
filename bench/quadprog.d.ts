declare module 'quadprog' {
  /** Minimises ½x'Dx − d'x subject to A'x ≥ b, the first `meq` as equations; all lists count from 1. */
  export function solveQP(
    dmat: readonly (readonly number[])[],
    dvec: readonly number[],
    amat: readonly (readonly number[])[],
    bvec: readonly number[],
    meq: number,
  ): { readonly solution: readonly number[]; readonly message: string };
}
