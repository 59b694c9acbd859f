import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkList,
  checkObject,
  checkRange,
  checkText,
  checkUniqueIds,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { readDimensions } from '../cube/read-look.js';
import type { Fields } from '../kinds/kind.js';

/** What a bank keeps on one adviser's ability. */
export interface AdviserFile {
  /** At most 80 characters. */
  readonly id: string;
  readonly tests?: readonly AdviserTest[];
  readonly practices?: readonly AdviserPractice[];
  readonly training?: readonly TrainingPeriod[];
  /** Those that the adviser's work demands. */
  readonly certificates?: readonly AdviserCertificate[];
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** A test taken. */
export interface AdviserTest {
  readonly id: string;
  readonly on: PlainDate;
  /** From 0 to 100. */
  readonly score: number;
  /** From this score on it is passed. */
  readonly passMark: number;
  /** 1 for the first time. */
  readonly attempt: number;
}

/** A case of practice assessed. */
export interface AdviserPractice {
  readonly id: string;
  readonly on: PlainDate;
  /** From 0 to 100. */
  readonly score: number;
}

/** Continuing training due within some time. */
export interface TrainingPeriod {
  /** Tells one obligation from another of the same days; at most 80 characters, default the days. */
  readonly id?: string;
  readonly from: PlainDate;
  /** The last day. */
  readonly through: PlainDate;
  /** Above 0. */
  readonly hoursDue: number;
  /** At least 0; null where nobody recorded them. */
  readonly hours: number | null;
  /** Whether the adviser was there all the time. */
  readonly whole: boolean;
}

/** A certificate that the work demands. */
export interface AdviserCertificate {
  readonly id: string;
  /** Null where nobody recorded it. */
  readonly from: PlainDate | null;
  /** The last day on which it is valid; null where nobody recorded it. */
  readonly through: PlainDate | null;
}

const FILE_FIELDS: FieldsOf<AdviserFile> = {
  id: true,
  tests: true,
  practices: true,
  training: true,
  certificates: true,
  dimensions: true,
};
const PRACTICE_FIELDS: FieldsOf<AdviserPractice> = { id: true, on: true, score: true };
const TEST_FIELDS: FieldsOf<AdviserTest> = { ...PRACTICE_FIELDS, passMark: true, attempt: true };
const TRAINING_FIELDS: FieldsOf<TrainingPeriod> = {
  id: true,
  from: true,
  through: true,
  hoursDue: true,
  hours: true,
  whole: true,
};
const CERTIFICATE_FIELDS: FieldsOf<AdviserCertificate> = {
  id: true,
  from: true,
  through: true,
};

/** An adviser's file, checked. */
export type CheckedFile = Required<Omit<AdviserFile, 'dimensions'>> &
  Pick<AdviserFile, 'dimensions'>;

/** Checks an adviser's file; nothing in it was done after the day of the look. */
export function readAdviserFile(value: unknown, asOf: PlainDate): CheckedFile {
  const path = 'adviser';
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, FILE_FIELDS);
  const list = <T>(key: keyof AdviserFile, read: (row: Fields, path: string) => T): readonly T[] =>
    checkList<unknown>(fields[key] ?? [], at(path, key), { maxLength: 10_000 }).map((row, i) => {
      const where = at(at(path, key), i);
      return read(checkObject(row, where), where);
    });
  const dimensions = readDimensions(fields, path);
  const file = {
    id: checkText(fields.id, at(path, 'id'), 80),
    tests: list('tests', (row, where) => readTest(row, where, asOf)),
    practices: list('practices', (row, where) => {
      refuseUnknown(row, where, PRACTICE_FIELDS);
      return readAssessment(row, where, asOf);
    }),
    training: list('training', readTraining),
    certificates: list('certificates', readCertificate),
    ...(dimensions !== undefined && { dimensions }),
  };
  for (const key of ['tests', 'practices', 'certificates'] as const) {
    checkUniqueIds(file[key], at(path, key));
  }
  refuseTwins(file.training, at(path, 'training'));
  return file;
}

/** What makes a training obligation one of its own. */
export function trainingParts({ id, from, through }: TrainingPeriod): readonly string[] {
  return id === undefined ? [from, through] : [id];
}

/** Two obligations that cannot be told apart would count as one. */
function refuseTwins(training: readonly TrainingPeriod[], path: string): void {
  const seen = new Set<string>();
  training.forEach((one, i) => {
    const parts = trainingParts(one);
    const key = JSON.stringify(parts);
    if (seen.has(key)) {
      const where = one.id === undefined ? at(path, i) : at(at(path, i), 'id');
      const expected = 'an id, or days, of its own';
      throw new AptfolioError('duplicate-id', where, expected, parts.join(' – '));
    }
    seen.add(key);
  });
}

function readTest(row: Fields, path: string, asOf: PlainDate): AdviserTest {
  refuseUnknown(row, path, TEST_FIELDS);
  return {
    ...readAssessment(row, path, asOf),
    passMark: checkRange(row.passMark, at(path, 'passMark'), { min: 0, max: 100 }),
    attempt: checkInteger(row.attempt, at(path, 'attempt'), { min: 1, max: 1000 }),
  };
}

function readAssessment(row: Fields, path: string, asOf: PlainDate): AdviserPractice {
  const on = parsePlainDate(row.on, at(path, 'on'));
  if (on > asOf) {
    throw new AptfolioError('inconsistent', at(path, 'on'), `a day up to ${asOf}`, on);
  }
  return {
    id: checkText(row.id, at(path, 'id'), 80),
    on,
    score: checkRange(row.score, at(path, 'score'), { min: 0, max: 100 }),
  };
}

function readTraining(row: Fields, path: string): TrainingPeriod {
  refuseUnknown(row, path, TRAINING_FIELDS);
  const { from, through } = readSpan(row, path);
  const hours =
    row.hours === null ? null : checkRange(row.hours, at(path, 'hours'), { min: 0, max: 1e6 });
  return {
    ...(row.id !== undefined && { id: checkText(row.id, at(path, 'id'), 80) }),
    from: from as PlainDate,
    through: through as PlainDate,
    hoursDue: checkRange(row.hoursDue, at(path, 'hoursDue'), { exclusiveMin: 0, max: 1e6 }),
    hours,
    whole: checkBoolean(row.whole, at(path, 'whole')),
  };
}

function readCertificate(row: Fields, path: string): AdviserCertificate {
  refuseUnknown(row, path, CERTIFICATE_FIELDS);
  const known = { from: row.from !== null, through: row.through !== null };
  return { id: checkText(row.id, at(path, 'id'), 80), ...readSpan(row, path, known) };
}

/** First and last day; one that is not known is null. */
function readSpan(
  row: Fields,
  path: string,
  known: { readonly from: boolean; readonly through: boolean } = { from: true, through: true },
): { readonly from: PlainDate | null; readonly through: PlainDate | null } {
  const from = known.from ? parsePlainDate(row.from, at(path, 'from')) : null;
  const through = known.through ? parsePlainDate(row.through, at(path, 'through')) : null;
  if (from === null || through === null || from <= through) return { from, through };
  throw new AptfolioError(
    'inconsistent',
    at(path, 'through'),
    `a day on or after ${from}`,
    through,
  );
}
