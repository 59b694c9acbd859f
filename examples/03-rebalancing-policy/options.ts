import { parseArgs } from 'node:util';
import { LOCALES, type Locale } from 'aptfolio/evidence';

/** What the command line asks for. */
export interface Options {
  /** Path of the comparison: returns, targets, policies, costs; without one, the sample's. */
  readonly comparison?: string;
  /** Folder for `rebalancing-policy.html`. */
  readonly out: string;
  readonly locale: Locale;
}

export const USAGE = `npm run rebalancing-policy [-- OPTIONS]

  --comparison FILE             returns, targets, policies and costs of your own, as in
                                examples/data/rebalancing-policies/comparison.json
  --locale en|zh-Hans|zh-Hant   language of the account and the page (default: en)
  --out FOLDER                  where rebalancing-policy.html goes (default: out)
  --help                        this text
`;

export type ParsedOptions =
  | { readonly status: 'options'; readonly options: Options }
  | { readonly status: 'help' }
  | { readonly status: 'invalid'; readonly problem: string };

const TEXT = { type: 'string' } as const;

/** Reads the command line; an unknown or incomplete option is a problem in words, not an exception. */
export function parseOptions(words: readonly string[]): ParsedOptions {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        ...{ comparison: TEXT, locale: TEXT, out: TEXT },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { help, locale = 'en', out = 'out', ...files } = values;
    if (help === true) return { status: 'help' };
    const known = LOCALES.find((one) => one === locale);
    if (known === undefined) {
      return invalid(`--locale is one of ${LOCALES.join(', ')}, not ${locale}`);
    }
    return { status: 'options', options: { ...files, out, locale: known } };
  } catch (error) {
    return invalid((error as Error).message);
  }
}

function invalid(problem: string): ParsedOptions {
  return { status: 'invalid', problem };
}
