import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkRange,
  checkText,
  refuseUnknown,
} from '../../errors/index.js';
import { sampleMoments } from '../../statistics/index.js';

/** The scores of one adviser in one component: every score, or their summary. */
export type AdviserScores = AdviserScoresHead &
  (
    | {
        /** From 0 to 100, at least one. */
        readonly scores: readonly number[];
      }
    | {
        /** At least 1. */
        readonly n: number;
        /** From 0 to 100. */
        readonly mean: number;
        /** Sample variance (over n − 1), from 0 to n/(n − 1)·mean·(100 − mean); may be absent for a single score, which has none. */
        readonly variance?: number;
      }
  );

interface AdviserScoresHead {
  readonly adviser: string;
  /** What was assessed: `test`, `practice`. */
  readonly component: string;
  /** How hard the cases were, or of what kind: advisers are compared with what is usual for it. Default one kind for all. */
  readonly cases?: string;
}

/** One row of scores, checked. */
export interface ScoreRow {
  readonly adviser: string;
  readonly component: string;
  readonly cases: string;
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

const HEAD = { adviser: true, component: true, cases: true } as const;
const LIST_FIELDS = { ...HEAD, scores: true } as const;
const MOMENT_FIELDS = { ...HEAD, n: true, mean: true, variance: true } as const;
/** The scale of all scores. */
export const SCORES = { min: 0, max: 100 } as const;

/** Checks the rows; they come back by adviser, component and cases, so that their order has no influence. */
export function readScores(value: unknown, components: readonly string[]): readonly ScoreRow[] {
  const given = checkList<unknown>(value, 'scores', { maxLength: 1_000_000 });
  const seen = new Set<string>();
  const rows = given.map((row, i) => {
    const path = at('scores', i);
    const read = readRow(row, components, path);
    const key = JSON.stringify([read.adviser, read.component, read.cases]);
    if (seen.has(key)) {
      const expected = 'one row for each adviser, component and kind of cases';
      throw new AptfolioError('duplicate-id', path, expected, key);
    }
    seen.add(key);
    return { key, read };
  });
  rows.sort((a, b) => (a.key < b.key ? -1 : 1));
  return rows.map(({ read }) => read);
}

function readRow(value: unknown, components: readonly string[], path: string): ScoreRow {
  const fields = checkObject(value, path);
  const hasScores = fields.scores !== undefined;
  refuseUnknown(fields, path, hasScores ? LIST_FIELDS : MOMENT_FIELDS);
  const component = checkText(fields.component, at(path, 'component'), 100);
  if (!components.includes(component)) {
    const expected = `one of the weights ${components.join(', ')}`;
    throw new AptfolioError('unknown-id', at(path, 'component'), expected, component);
  }
  return {
    adviser: checkText(fields.adviser, at(path, 'adviser'), 200),
    component,
    cases: fields.cases === undefined ? '' : checkText(fields.cases, at(path, 'cases'), 200),
    ...(hasScores ? readList(fields.scores, at(path, 'scores')) : readMoments(fields, path)),
  };
}

type Moments = Pick<ScoreRow, 'n' | 'mean' | 'variance'>;

function readList(value: unknown, path: string): Moments {
  const list = checkList<unknown>(value, path, { minLength: 1, maxLength: 100_000 });
  const scores = list.map((score, i) => checkRange(score, at(path, i), SCORES));
  return scores.length === 1 ? { n: 1, mean: scores[0]!, variance: 0 } : sampleMoments(scores);
}

function readMoments(fields: Readonly<Record<string, unknown>>, path: string): Moments {
  const n = checkInteger(fields.n, at(path, 'n'), { min: 1 });
  const mean = checkRange(fields.mean, at(path, 'mean'), SCORES);
  const where = at(path, 'variance');
  const given = n === 1 && fields.variance === undefined ? 0 : fields.variance;
  const variance = checkRange(given, where, { min: 0 });
  const most = mostVariance(n, mean);
  if (variance <= most * (1 + ROUNDING)) return { n, mean, variance };
  const expected = `at most ${most}, as scores from 0 to 100 of this mean can have`;
  throw new AptfolioError('inconsistent', where, expected, variance);
}

/** Mean and variance may come rounded. */
const ROUNDING = 0.01;

/** All scores at one end or the other vary most: (mean − lowest)·(highest − mean), over n − 1. */
function mostVariance(n: number, mean: number): number {
  return n === 1 ? 0 : (n / (n - 1)) * (mean - SCORES.min) * (SCORES.max - mean);
}
