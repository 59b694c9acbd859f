/** Two columns at most, and lines within a cell: a phone shows the table without scrolling. */
export function table(
  head: readonly [string, string],
  rows: readonly (readonly [readonly string[], readonly string[]])[],
): readonly string[] {
  return [rowOf(head), '|---|---|', ...rows.map(([one, other]) => rowOf([cell(one), cell(other)]))];
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cell(lines: readonly string[]): string {
  return lines.map((line) => line.replaceAll('|', '\\|')).join('<br>');
}

/** A link whose address may have brackets. */
export function link(text: string, address: string): string {
  return `[${text}](${address.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** A list. */
export function list(items: readonly string[]): readonly string[] {
  return items.map((item) => `- ${item}`);
}

/** A section, or nothing where it would be empty. */
export function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, '', ...lines, ''];
}

/** `1 rule`, `2 rules`. */
export function counted(count: number, one: string, several: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
