import { type FileOptions, type ParsedOptions, parseFileOptions } from '../shared/command-line.js';

/** What the command line asks for: the folder with the year's files; without one, the sample's. */
export type Options = FileOptions<'data'>;

export const USAGE = `npm run service-year [-- OPTIONS]

  --data FOLDER                 a year of your own, in files as in examples/data/service-year
  --locale en|zh-Hans|zh-Hant   language of the account and the page (default: en)
  --out FOLDER                  where service-year.html goes (default: out)
  --help                        this text
`;

/** Reads the command line. */
export function parseOptions(words: readonly string[]): ParsedOptions<Options> {
  return parseFileOptions(words, ['data']);
}
