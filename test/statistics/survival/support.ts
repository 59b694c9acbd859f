import { expect } from 'vitest';
import type { SurvivalCounts } from '../../../src/statistics/index.js';
import json from '../../fixtures/statistics/survival.json' with { type: 'json' };
import { expectClose } from '../support.js';

export { expectRefusal } from '../../refusal.js';
export { expectClose, shuffled, wrong } from '../support.js';

type Row = readonly number[];
/** `null` where R has NA. */
type RowWithGaps = readonly (number | null)[];
type ByScale<T> = Readonly<Record<'plain' | 'log' | 'log-log', T>>;

/** One group of a set; what the columns are stands in the fixture. */
interface Group {
  readonly id: string;
  readonly counts: readonly Row[];
  readonly steps: readonly RowWithGaps[];
  readonly bands: ByScale<readonly RowWithGaps[]>;
  readonly bands90: readonly RowWithGaps[];
  readonly median: ByScale<RowWithGaps>;
  /** Not where somebody enters late. */
  readonly quartiles?: ByScale<readonly RowWithGaps[]>;
  readonly means: readonly Row[];
}

interface Test {
  readonly rho: number;
  readonly chisq: number;
  readonly df: number;
  readonly p: number;
  readonly n: Row;
  readonly observed: Row;
  readonly expected: Row;
}

interface Estimate {
  readonly share: Row;
  readonly error: Row;
  readonly bands: ByScale<readonly RowWithGaps[]>;
}

interface Fixture {
  readonly sets: readonly {
    readonly name: string;
    readonly groups: readonly Group[];
    readonly tests: readonly Test[];
    /** Of two groups. */
    readonly ratios: { readonly peto?: Row; readonly pike?: Row };
  }[];
  readonly late: readonly {
    readonly name: string;
    readonly groups: readonly Group[];
    readonly score: number;
    readonly df: number;
  }[];
  readonly incidence: readonly {
    readonly name: string;
    readonly causes: readonly string[];
    readonly counts: readonly Row[];
    readonly times: Row;
    /** `eventFree`, and by cause. */
    readonly estimates: Readonly<Record<string, Estimate>>;
  }[];
}

export const fixture = json as unknown as Fixture;

export const SCALES = ['plain', 'log', 'log-log'] as const;

/** The fixture's rows of time, events, censored and perhaps entered. */
export function countsOf(rows: readonly Row[]): SurvivalCounts {
  return rows.map(([time, events, censored, entered]) => ({
    time: time!,
    events: events!,
    censored: censored!,
    ...(entered === undefined ? {} : { entered }),
  }));
}

/** Expects a number close to R's, or null where R has NA. */
export function expectAs(actual: number | null, expected: number | null): void {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else expectClose(actual, expected);
}

/** The groups of all sets, those with late entry too. */
export const curves = [...fixture.sets, ...fixture.late].flatMap(({ name, groups }) => {
  return groups.map((group) => ({ ...group, name: `${name}: ${group.id}` }));
});
