/** The calendar days of a holding of less than a year, which people do not count in years. */
export function holdingDays(years: number): number | undefined {
  return years < 1 ? Math.round(years * 365) : undefined;
}
