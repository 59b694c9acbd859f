import { type ParseArgsConfig, parseArgs } from 'node:util';
import { usageStop } from './exit-codes.js';

/** What the command line asks for. */
export type Arguments =
  | { readonly command: 'help' }
  | { readonly command: 'version' }
  | ({ readonly command: 'add'; readonly state?: string; readonly refused: Refused } & Common)
  | ({ readonly command: 'merge' } & Common)
  | ({ readonly command: 'close'; readonly through: string } & Common)
  | ({ readonly command: 'result'; readonly format: 'json' | 'csv' } & ResultOptions & Common);

/** What becomes of a line that is refused. */
export type Refused = 'report' | 'lenient' | 'strict';

/** Of every command: where the definitions stand, and what to read; `-` is standard input. */
export interface Common {
  readonly definitions: string;
  readonly inputs: readonly string[];
}

/** How a state is read off, as the library checks it. */
export interface ResultOptions {
  readonly confidence?: number;
  readonly period?: string;
  readonly suppressBelow?: number;
  readonly maxRows?: number;
}

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;

/** The options that a command has beside `--definitions`. */
const OPTIONS = {
  add: { state: TEXT, lenient: FLAG, strict: FLAG },
  merge: {},
  close: { through: TEXT },
  result: {
    confidence: TEXT,
    period: TEXT,
    'suppress-below': TEXT,
    'max-rows': TEXT,
    format: TEXT,
  },
} as const;

type Values = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Reads the words of the command line.
 *
 * @throws Stop if they cannot be followed.
 */
export function readArguments(words: readonly string[]): Arguments {
  if (words.includes('--help') || words.includes('-h')) return { command: 'help' };
  if (words.includes('--version')) return { command: 'version' };
  const [subject, command = '', ...rest] = words;
  if (subject !== 'kpi') throw usageStop('the first word is kpi');
  if (!isCommand(command)) {
    throw usageStop(`after kpi comes one of ${Object.keys(OPTIONS).join(', ')}`);
  }
  const { values, positionals } = parse(rest, command);
  const { definitions } = values;
  if (typeof definitions !== 'string') throw usageStop('--definitions FILE is missing');
  const common = { definitions, inputs: positionals.length === 0 ? ['-'] : positionals };
  if (command === 'add') return { command, ...addOptions(values), ...common };
  if (command === 'close') return { command, through: throughOf(values), ...common };
  if (command === 'result') return { command, ...resultOptions(values), ...common };
  return { command, ...common };
}

function isCommand(word: string): word is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, word);
}

function parse(
  words: readonly string[],
  command: keyof typeof OPTIONS,
): { readonly values: Values; readonly positionals: readonly string[] } {
  const options: ParseArgsConfig['options'] = { definitions: TEXT, ...OPTIONS[command] };
  try {
    const parsed = parseArgs({ args: [...words], options, allowPositionals: true, tokens: true });
    const names = parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = names.find((name, i) => names.indexOf(name) < i);
    if (twice !== undefined) throw new Error(`--${twice} is given twice`);
    return { values: parsed.values as Values, positionals: parsed.positionals };
  } catch (error) {
    throw usageStop((error as Error).message);
  }
}

function addOptions({ state, lenient, strict }: Values): {
  readonly state?: string;
  readonly refused: Refused;
} {
  if (lenient === true && strict === true) throw usageStop('--lenient or --strict, not both');
  const refused = strict === true ? 'strict' : lenient === true ? 'lenient' : 'report';
  return typeof state === 'string' ? { state, refused } : { refused };
}

function throughOf({ through }: Values): string {
  if (typeof through === 'string') return through;
  throw usageStop('--through DATE is missing');
}

function resultOptions(values: Values): ResultOptions & { readonly format: 'json' | 'csv' } {
  const { period, format = 'json' } = values;
  if (format !== 'json' && format !== 'csv') throw usageStop('--format is json or csv');
  const confidence = numberOf(values, 'confidence');
  const suppressBelow = numberOf(values, 'suppress-below');
  const maxRows = numberOf(values, 'max-rows');
  return {
    format,
    ...(confidence !== undefined && { confidence }),
    ...(typeof period === 'string' && { period }),
    ...(suppressBelow !== undefined && { suppressBelow }),
    ...(maxRows !== undefined && { maxRows }),
  };
}

function numberOf(values: Values, name: string): number | undefined {
  const text = values[name];
  if (typeof text !== 'string') return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  throw usageStop(`--${name} is a number, not ${text}`);
}
