import { type FileOptions, type ParsedOptions, parseFileOptions } from '../shared/command-line.js';

/** What the command line asks for: the comparison of returns, targets, policies and costs; without one, the sample's. */
export type Options = FileOptions<'comparison'>;

export const USAGE = `npm run rebalancing-policy [-- OPTIONS]

  --comparison FILE             returns, targets, policies and costs of your own, as in
                                examples/data/rebalancing-policies/comparison.json
  --locale en|zh-Hans|zh-Hant   language of the account and the page (default: en)
  --out FOLDER                  where rebalancing-policy.html goes (default: out)
  --help                        this text
`;

/** Reads the command line. */
export function parseOptions(words: readonly string[]): ParsedOptions<Options> {
  return parseFileOptions(words, ['comparison']);
}
