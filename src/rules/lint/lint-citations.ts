import { at } from '../../errors/index.js';
import type { RulePack } from '../pack.js';
import type { PackFinding } from './finding.js';

/** Rules without a citation, with one that nobody has verified, or older than the law they cite. */
export function lintCitations({ rules, kind }: RulePack): readonly PackFinding[] {
  return rules.flatMap(({ id, citations, inForce }): PackFinding[] => {
    const path = at('rules', id);
    if (citations.length === 0) {
      const severity = kind === 'law' ? 'error' : 'warning';
      return [{ fault: 'no-citation', severity, path, text: 'cites nothing' }];
    }
    const unverified = citations.filter(({ verified }) => !verified);
    const earliest = citations.map(({ inForceFrom }) => inForceFrom ?? '').sort()[0] as string;
    return [
      ...unverified.map(
        ({ instrument, article }): PackFinding => ({
          fault: 'unverified-citation',
          severity: 'note',
          path,
          text: `${instrument}, ${article}, has not been compared with the text`,
        }),
      ),
      ...(earliest <= inForce.from
        ? []
        : [
            {
              fault: 'before-its-law',
              severity: 'error',
              path,
              text: `in force from ${inForce.from}, but what it cites from ${earliest}`,
            } as const,
          ]),
    ];
  });
}
