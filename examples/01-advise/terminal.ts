import type { Account, Block, Section } from './account.js';

const LINE = 100;

/** No column of words gets narrower than this. */
const NARROWEST = 12;

/** The account as plain text of at most 100 columns (a wide character counts as two). */
export function renderTerminal(account: Account): string {
  return lines(account).join('\n').replace(CONTROLS, '');
}

/** Control characters from a file must not reach the terminal; the line break is ours. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are meant.
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

function lines(account: Account): readonly string[] {
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
  ];
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

/** Columns keep their width; if the line gets too long, the widest columns of words are broken. */
function renderTable({
  head,
  rows,
  figuresFrom,
}: Extract<Block, { readonly kind: 'table' }>): string[] {
  const widths = narrowed(
    head.map((cell, column) =>
      Math.max(width(cell), ...rows.map((row) => width(row[column] ?? ''))),
    ),
    figuresFrom,
  );
  const lines = (cells: readonly string[]): string[] => {
    const broken = cells.map((cell, column) => wrap(cell, widths[column] ?? LINE));
    const height = Math.max(1, ...broken.map((part) => part.length));
    return Array.from({ length: height }, (_, k) =>
      `  ${broken
        .map((part, column) => {
          const align = column >= figuresFrom ? padLeft : pad;
          return align(part[k] ?? '', widths[column] ?? 0);
        })
        .join('  ')}`.trimEnd(),
    );
  };
  const rule = `  ${widths.map((one) => '-'.repeat(one)).join('  ')}`;
  return ['', ...lines(head), rule, ...rows.flatMap(lines), ''];
}

function narrowed(widths: readonly number[], figuresFrom: number): readonly number[] {
  const excess = widths.reduce((sum, one) => sum + one + 2, 0) - LINE;
  const narrower = [...widths];
  const words = Math.max(1, figuresFrom);
  for (let columns = excess; columns > 0; columns--) {
    const widest = Math.max(...narrower.slice(0, words));
    if (widest <= NARROWEST) break;
    narrower[narrower.indexOf(widest)] = widest - 1;
  }
  return narrower;
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
