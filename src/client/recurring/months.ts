/** Months are counted from January of the year 0, days from 1970-01-01. */
export interface MonthTable {
  /** The first month of the table. */
  readonly from: number;
  /** The day on which each month starts. */
  readonly starts: Int32Array;
}

/** The first days of the months from one to another, both included; a year around them is added. */
export function monthTable(first: number, last: number): MonthTable {
  const from = first - MARGIN;
  const starts = new Int32Array(last - first + 2 * MARGIN + 2);
  for (let i = 0; i < starts.length; i++) starts[i] = firstDayOf(from + i);
  return { from, starts };
}

/** The day on which a month starts. */
export function monthStart({ from, starts }: MonthTable, month: number): number {
  return starts[month - from] ?? firstDayOf(month);
}

const MARGIN = 13;

/** Years begin in March here, so that a leap day is a year's last. */
function firstDayOf(month: number): number {
  const sinceMarch = month - 2;
  const year = Math.floor(sinceMarch / 12);
  const inYear = sinceMarch - 12 * year;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  // 153 days are five months from March on, twice in a row; 719468 days lie before 1970-01-01.
  return 365 * year + leapDays + Math.floor((153 * inYear + 2) / 5) - 719_468;
}
