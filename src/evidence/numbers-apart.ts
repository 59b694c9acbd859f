import { writeNumber, writePercent } from './decimal-text.js';

/** A number of a text, with the format that it is written in. */
export interface TextNumber {
  /** `number`, `percent` or `percent2`; else the number stands as it is, and may yet be compared with others. */
  readonly format: string;
  readonly decimal: string;
}

/** Writes a decimal number with so many digits more than it has by itself. */
type WriteDigits = (decimal: string, further: number) => string;

const WRITERS: Readonly<Record<string, WriteDigits>> = {
  number: writeNumber,
  percent: (decimal, further) => writePercent(decimal, 1 + further),
  percent2: (decimal, further) => writePercent(decimal, Math.max(2, 1 + further)),
};

/** The formats in which nothing but a number can be written. */
export const NUMBER_FORMATS = ['number', 'percent', 'percent2'] as const;

/** So many more are ten decimals of a percentage and twelve significant digits. Behind them stands the noise of arithmetic. */
const MOST_FURTHER_DIGITS = 9;

/**
 * How the numbers of one text are written so that those that differ do so in the text, percentages among themselves and other numbers too:
 * what has not reached a limit must not read as if it had. Only numbers that would be taken for one another get further digits.
 */
export function writeApart(numbers: readonly TextNumber[]): (number: TextNumber) => string {
  const isPercent = ({ format }: TextNumber) => format.startsWith('percent');
  const percents = furtherDigits(numbers.filter(isPercent), 'percent');
  // What differs in one digit may be rounded to the same two.
  const finer = furtherDigits(
    numbers.filter(({ format }) => format === 'percent2'),
    'percent2',
  );
  const others = furtherDigits(
    numbers.filter((number) => !isPercent(number)),
    'number',
  );
  return (number) => {
    const { decimal } = number;
    const further = isPercent(number)
      ? Math.max(percents.get(decimal) ?? 0, finer.get(decimal) ?? 0)
      : (others.get(decimal) ?? 0);
    return (WRITERS[number.format] as WriteDigits)(decimal, further);
  };
}

/** The further digits of each number; 0 where its own tell enough, or where only noise would be told. */
function furtherDigits(
  numbers: readonly TextNumber[],
  form: (typeof NUMBER_FORMATS)[number],
): ReadonlyMap<string, number> {
  const write = WRITERS[form] as WriteDigits;
  const alike = new Map<string, string[]>();
  for (const decimal of new Set(numbers.map((number) => number.decimal))) {
    const written = write(decimal, 0);
    alike.set(written, [...(alike.get(written) ?? []), decimal]);
  }
  const further = new Map<string, number>();
  for (const group of alike.values()) {
    const digits = digitsApart(group, write);
    for (const decimal of group) further.set(decimal, digits);
  }
  return further;
}

/** The fewest further digits that tell as many numbers apart as can be. */
function digitsApart(group: readonly string[], write: WriteDigits): number {
  if (group.length === 1) return 0;
  const told = (further: number) => new Set(group.map((decimal) => write(decimal, further))).size;
  const most = told(MOST_FURTHER_DIGITS);
  let further = 0;
  while (told(further) < most) further += 1;
  return further;
}
