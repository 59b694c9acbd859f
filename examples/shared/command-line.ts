import { parseArgs } from 'node:util';
import { LOCALES, type Locale } from 'aptfolio/evidence';

/** What every command line asks for, and paths of files by the names of their options. */
export type FileOptions<Name extends string> = { readonly [K in Name]?: string } & {
  /** Folder for the page. */
  readonly out: string;
  readonly locale: Locale;
};

export type ParsedOptions<O> =
  | { readonly status: 'options'; readonly options: O }
  | { readonly status: 'help' }
  | { readonly status: 'invalid'; readonly problem: string };

/** Reads a command line whose options name files; an unknown or incomplete one is a problem in words, not an exception. */
export function parseFileOptions<Name extends string>(
  words: readonly string[],
  names: readonly Name[],
): ParsedOptions<FileOptions<Name>> {
  try {
    const { help, locale = 'en', out = 'out', ...files } = valuesOf(words, names);
    if (help !== undefined) return { status: 'help' };
    const known = LOCALES.find((one) => one === locale);
    if (known === undefined) {
      return invalid(`--locale is one of ${LOCALES.join(', ')}, not ${locale}`);
    }
    const options = { ...files, out, locale: known } as FileOptions<Name>;
    return { status: 'options', options };
  } catch (error) {
    return invalid((error as Error).message);
  }
}

type Values = { readonly [name: string]: string | undefined };

function valuesOf(words: readonly string[], names: readonly string[]): Values {
  const texts = [...names, 'locale', 'out'].map((name) => [name, { type: 'string' }] as const);
  const { values } = parseArgs({
    args: [...words],
    options: { ...Object.fromEntries(texts), help: { type: 'boolean', short: 'h' } },
  });
  return values as Values;
}

/** That a command line cannot be followed. */
export function invalid(problem: string): { readonly status: 'invalid'; readonly problem: string } {
  return { status: 'invalid', problem };
}
