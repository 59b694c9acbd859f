/** The larger of two amounts as a multiple of the smaller one. */
export function ratioOf(a: number, b: number): number {
  return a < b ? b / a : a / b;
}
