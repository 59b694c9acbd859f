declare module 'scs-solver' {
  /** Minimises ½x'Px + c'x subject to Ax + s = b, s in the cone; matrices by columns, of P the upper triangle. */
  export interface ScsData {
    readonly m: number;
    readonly n: number;
    readonly A_x: readonly number[];
    readonly A_i: readonly number[];
    readonly A_p: readonly number[];
    readonly P_x: readonly number[];
    readonly P_i: readonly number[];
    readonly P_p: readonly number[];
    readonly b: readonly number[];
    readonly c: readonly number[];
  }
  export interface ScsSettings {
    epsAbs: number;
    epsRel: number;
    maxIters: number;
    verbose: number;
    warmStart: boolean;
  }
  export interface ScsSolution {
    readonly x: readonly number[];
    readonly status: string;
  }
  /** First `z` equations, then `l` rows with s ≥ 0. */
  export interface ScsCone {
    readonly z: number;
    readonly l: number;
  }
  export interface Scs {
    readonly ScsSettings: new () => ScsSettings;
    readonly setDefaultSettings: (settings: ScsSettings) => void;
    readonly solve: (
      data: ScsData,
      cone: ScsCone,
      settings: ScsSettings,
      start?: ScsSolution,
    ) => ScsSolution;
  }
  export default function createScs(): Promise<Scs>;
}
