import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
} from '../../errors/index.js';
import { RISK_LEVELS, type RiskLevel } from '../../questionnaire/index.js';

/** How holdings and conduct are read as a preference for risk. */
export interface RevealedPreferencePolicy {
  /**
   * The largest part of the financial assets in shares of companies that goes with a level, decimal fraction: rising
   * with the levels, the last one 1. Default 0.05, 0.2, 0.5, 0.8 and 1 for C1 to C5, which is a convention.
   */
  readonly equityBands?: readonly EquityBand[];
  /** Levels by which holdings may lie above the assessed level. Default 1. */
  readonly levelsApart?: number;
  /** Panic sales that bear out no tolerance of `panicToleranceFrom` or above. Default 1. */
  readonly panicSalesFrom?: number;
  /** Default C3. */
  readonly panicToleranceFrom?: RiskLevel;
}

/** A part in shares of companies, and the level that it goes with. */
export interface EquityBand {
  readonly level: RiskLevel;
  /** Inclusive, decimal fraction. */
  readonly equityUpTo: number;
}

/** The policy without gaps. */
export type ReadRevealedPolicy = Required<RevealedPreferencePolicy>;

const EQUITY_BANDS: readonly EquityBand[] = [
  { level: 'C1', equityUpTo: 0.05 },
  { level: 'C2', equityUpTo: 0.2 },
  { level: 'C3', equityUpTo: 0.5 },
  { level: 'C4', equityUpTo: 0.8 },
  { level: 'C5', equityUpTo: 1 },
];

/** Checks how holdings and conduct are read, and fills in the defaults. */
export function readRevealedPolicy(
  policy: RevealedPreferencePolicy | undefined,
  path: string,
): ReadRevealedPolicy {
  const {
    equityBands = EQUITY_BANDS,
    levelsApart = 1,
    panicSalesFrom = 1,
    panicToleranceFrom = 'C3',
  } = checkObject(policy ?? {}, path);
  return {
    equityBands: readBands(equityBands, at(path, 'equityBands')),
    levelsApart: checkInteger(levelsApart, at(path, 'levelsApart'), { min: 0 }),
    panicSalesFrom: checkInteger(panicSalesFrom, at(path, 'panicSalesFrom'), { min: 1 }),
    panicToleranceFrom: checkOneOf(panicToleranceFrom, at(path, 'panicToleranceFrom'), RISK_LEVELS),
  };
}

function readBands(given: unknown, path: string): readonly EquityBand[] {
  const bands = checkList<EquityBand>(given, path, { minLength: 1 }).map((band, index) => {
    const where = at(path, index);
    checkObject(band, where);
    return {
      level: checkOneOf(band.level, at(where, 'level'), RISK_LEVELS),
      equityUpTo: checkRange(band.equityUpTo, at(where, 'equityUpTo'), { min: 0, max: 1 }),
    };
  });
  bands.forEach(({ level, equityUpTo }, index) => {
    const before = bands[index - 1];
    if (before === undefined || (before.level < level && before.equityUpTo < equityUpTo)) return;
    throw new AptfolioError('inconsistent', at(path, index), 'a higher level and part than before');
  });
  const last = bands.length - 1;
  if (bands[last]!.equityUpTo === 1) return bands;
  const where = at(at(path, last), 'equityUpTo');
  throw new AptfolioError('inconsistent', where, '1 in the last band', bands[last]!.equityUpTo);
}
