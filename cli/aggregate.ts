import {
  accumulatorOf,
  type Kpi,
  type KpiCube,
  type KpiCubeResult,
  type KpiResult,
} from 'aptfolio/kpi';
import type { ResultOptions } from './arguments.js';
import type { Definitions } from './definitions.js';
import { usageStop } from './exit-codes.js';

/** What is being added up, of a KPI and of a cube alike. Whatever is refused throws an AptfolioError and changes nothing. */
export interface Aggregate {
  readonly add: (value: unknown) => void;
  readonly merge: (state: unknown) => void;
  readonly close: (through: string) => void;
  readonly state: () => unknown;
  readonly result: (options: ResultOptions) => KpiResult | KpiCubeResult;
}

/** Begins with nothing. */
export function openAggregate(definitions: Definitions): Aggregate {
  return definitions.kind === 'kpi' ? openKpi(definitions.kpi) : openCube(definitions.cube);
}

function openKpi(kpi: Kpi): Aggregate {
  const { init, add, merge, decode, encode, result } = accumulatorOf(kpi);
  const draft = init();
  return {
    add: (value) => add(draft, value as never),
    merge: (state) => merge(draft, decode(state)),
    close() {
      throw usageStop('only a cube can be closed');
    },
    state: () => encode(draft),
    result({ confidence, ...ofCube }) {
      if (Object.keys(ofCube).length > 0) {
        throw usageStop('--period, --suppress-below and --max-rows are for a cube');
      }
      return result(draft, confidence === undefined ? {} : { confidence });
    },
  };
}

function openCube({ init, add, merge, close, decode, encode, result }: KpiCube): Aggregate {
  const draft = init();
  return {
    add: (value) => add(draft, value as never),
    merge: (state) => merge(draft, decode(state)),
    close: (through) => close(draft, through as never),
    state: () => encode(draft),
    result: (options) => result(draft, options as never),
  };
}
