import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
} from '../../errors/index.js';
import type { ScoreBand } from '../definition.js';
import { RISK_LEVELS } from '../level.js';

/** Checks bands: they ascend in score and in level, and where one says where it ends, the next one begins there. */
export function checkBands(bands: readonly ScoreBand[], path: string): readonly ScoreBand[] {
  const list = checkList<ScoreBand>(bands, path, { minLength: 1 });
  const checked = list.map((band, index) => checkBand(band, at(path, index)));
  for (let i = 1; i < checked.length; i++) {
    checkAscent(checked[i - 1]!, checked[i]!, at(path, i));
    checkMeeting(checked[i - 1]!, checked[i]!, at(path, i - 1));
  }
  return Object.freeze(checked);
}

function checkBand(band: ScoreBand, path: string): ScoreBand {
  checkObject(band, path);
  const from = checkNumber(band.from, at(path, 'from')) + 0;
  const level = checkOneOf(band.level, at(path, 'level'), RISK_LEVELS);
  const { fromIncluded = true, to, toIncluded } = band;
  checkBoolean(fromIncluded, at(path, 'fromIncluded'));
  if (toIncluded !== undefined) checkBoolean(toIncluded, at(path, 'toIncluded'));
  if (to === undefined && toIncluded !== undefined) {
    throw new AptfolioError(
      'missing-value',
      at(path, 'to'),
      'a number, because toIncluded speaks of it',
    );
  }
  if (to !== undefined && checkNumber(to, at(path, 'to')) < from) {
    throw new AptfolioError('inconsistent', at(path, 'to'), `at least ${from}`, to);
  }
  return Object.freeze({
    from,
    fromIncluded,
    ...(to === undefined ? {} : { to }),
    ...(toIncluded === undefined ? {} : { toIncluded }),
    level,
  });
}

function checkAscent(previous: ScoreBand, band: ScoreBand, path: string): void {
  if (band.from <= previous.from) {
    const expected = `a score above the band before, ${previous.from}`;
    throw new AptfolioError('inconsistent', at(path, 'from'), expected, band.from);
  }
  if (RISK_LEVELS.indexOf(band.level) <= RISK_LEVELS.indexOf(previous.level)) {
    const expected = `a level above the band before, ${previous.level}`;
    throw new AptfolioError('inconsistent', at(path, 'level'), expected, band.level);
  }
}

/** No score may lie in two bands or in none. */
function checkMeeting(band: ScoreBand, next: ScoreBand, path: string): void {
  if (band.to === undefined) return;
  if (band.to !== next.from) {
    const expected = `${next.from}, where the next band begins`;
    throw new AptfolioError('inconsistent', at(path, 'to'), expected, band.to);
  }
  const included = next.fromIncluded === false;
  if ((band.toIncluded ?? included) === included) return;
  const expected = `${included}, because exactly one of two bands has the score between them`;
  throw new AptfolioError('inconsistent', at(path, 'toIncluded'), expected, band.toIncluded);
}

/** What scores the bands must hold. */
export interface ScoreRange {
  readonly lowest: number;
  readonly highest: number;
}

/** Checks that every score which the form can give lies in a band. */
export function checkCover(bands: readonly ScoreBand[], range: ScoreRange, path: string): void {
  const [first, last] = [bands[0]!, bands[bands.length - 1]!];
  const { lowest, highest } = range;
  if (first.from > lowest || (first.from === lowest && first.fromIncluded === false)) {
    const expected = `the lowest score, ${lowest}, or below it, itself included`;
    throw new AptfolioError('inconsistent', at(at(path, 0), 'from'), expected, first.from);
  }
  if (last.from > highest || (last.from === highest && last.fromIncluded === false)) {
    const expected = `a score up to the highest, ${highest}`;
    throw new AptfolioError(
      'out-of-range',
      at(at(path, bands.length - 1), 'from'),
      expected,
      last.from,
    );
  }
  if (last.to === undefined) return;
  if (last.to > highest || (last.to === highest && last.toIncluded !== false)) return;
  const expected = `the highest score, ${highest}, or above it, itself included`;
  throw new AptfolioError('inconsistent', at(at(path, bands.length - 1), 'to'), expected, last.to);
}
