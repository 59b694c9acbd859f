import type { Account, Block, Section } from './account.js';

const LINE = 100;

/** The account as plain text of at most 100 columns (a wide character counts as two). */
export function renderTerminal(account: Account): string {
  const headline = account.headline.map(({ label, value }) => `  ${pad(label, 34)} ${value}`);
  return [
    account.title,
    '='.repeat(width(account.title)),
    ...wrap(account.note, LINE),
    '',
    ...headline,
    '',
    ...account.sections.flatMap(renderSection),
    ...wrap(account.footer, LINE),
    '',
  ].join('\n');
}

function renderSection({ mark, title, decision, blocks }: Section): string[] {
  const heading = `${mark}. ${title}`;
  return [
    heading,
    '-'.repeat(width(heading)),
    ...wrap(decision, LINE),
    ...blocks.flatMap(renderBlock),
    '',
  ];
}

function renderBlock(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return wrap(block.text, LINE);
    case 'list':
      return block.items.flatMap((item) => hang('  - ', '    ', item));
    case 'table':
      return renderTable(block);
    case 'chart':
      return [];
  }
}

function renderTable({
  head,
  rows,
  figuresFrom,
}: Extract<Block, { readonly kind: 'table' }>): string[] {
  const widths = head.map((cell, column) =>
    Math.max(width(cell), ...rows.map((row) => width(row[column] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    `  ${cells
      .map((cell, column) =>
        column >= figuresFrom ? padLeft(cell, widths[column] ?? 0) : pad(cell, widths[column] ?? 0),
      )
      .join('  ')}`.trimEnd();
  return [
    '',
    line(head),
    `  ${widths.map((one) => '-'.repeat(one)).join('  ')}`,
    ...rows.map(line),
    '',
  ];
}

function hang(first: string, next: string, text: string): string[] {
  return wrap(text, LINE - first.length).map((line, index) => (index === 0 ? first : next) + line);
}

/** Breaks at spaces; text without spaces (Chinese) breaks anywhere. */
function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/gu) ?? []) {
    if (width(line) + width(word) > columns && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = word.trimStart();
    } else {
      line += word;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += /[\u1100-\u115f\u2e80-\uffef]/u.test(character) ? 2 : 1;
  return columns;
}

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

function padLeft(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - width(text))) + text;
}
