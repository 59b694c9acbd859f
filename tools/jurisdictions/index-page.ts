import { policyPack } from '../../src/suitability/packs/policy/index.js';
import { counted, list, table } from '../markdown.js';
import type { Jurisdiction } from './jurisdictions.js';
import { passagesOf } from './passages.js';
import { WRITTEN } from './written.js';

/** The index of all jurisdictions. */
export function indexPage(all: readonly Jurisdiction[]): string {
  const lines = [
    WRITTEN,
    '# Jurisdictions',
    '',
    'What the packs of each country say, rule by rule, with the article, the dates and whether anybody compared it with the text of the law.',
    '',
    ...table(['jurisdiction', 'what its packs cover'], all.map(rowOf)),
    '',
    ...MEANING,
    '## What is left out',
    '',
    'A pack covers what its table lists, and nothing else. What its authors know to be missing:',
    '',
    ...all.flatMap(leftOut),
    '## A bank’s own policy',
    '',
    policyText(),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const MEANING: readonly string[] = [
  '## How to read a page',
  '',
  '- **Forbidden**: nothing goes ahead. **Duty**: nothing goes ahead until it is fulfilled. **A person decides**: the library does not. **Warning** and **For information** let it pass.',
  '- Facts that a rule needs and nobody has given never let anything pass: the decision is undetermined, if nothing is worse. A rule that only warns or informs is silent then, unless its page says that it applies all the same.',
  '- A rule applies from its first day to its last; both count.',
  '',
  '## What is verified',
  '',
  'A passage counts as compared only where its own wording was read. A decision says whether that is so of every rule in force of the packs that it was made under (`verified`), and its explanation marks each passage that was not.',
  '',
  'Whoever uses a pack decides with their own lawyers that it is right for them. What is not compared, compare first; what a text leaves open, a bank says in its own policy.',
  '',
];

function rowOf({ code, notes, packs }: Jurisdiction) {
  const all = packs.map(({ pack }) => pack);
  const rules = all.flatMap((pack) => pack.rules).length;
  const passages = passagesOf(all);
  const compared = passages.filter(({ verified }) => verified).length;
  return [
    [`**[${notes.name}](${code}.md)**`, `\`packs/${code}\``],
    [
      notes.covers,
      `${counted(packs.length, 'pack')}, ${counted(rules, 'rule')}; ${compared} of ${counted(passages.length, 'passage')} compared`,
    ],
  ] as const;
}

function leftOut({ code, notes, packs }: Jurisdiction): readonly string[] {
  const ofPacks = packs.flatMap(({ pack, notes: { leftOut: items } }) => {
    return items.map((item) => (packs.length === 1 ? item : `\`${pack.id}\`: ${item}`));
  });
  const items = [...notes.leftOut, ...ofPacks];
  return [`**[${notes.name}](${code}.md)**`, '', ...list(items), ''];
}

function policyText(): string {
  const { rules, parameters = {}, cases = [] } = policyPack;
  return [
    `\`aptfolio/suitability/packs/policy\` is no country’s law. \`makePolicyPack\` makes a bank’s own policy of ${counted(rules.length, 'rule')} and`,
    `${counted(Object.keys(parameters).length, 'threshold')} that law leaves to it; \`policyPack\` is all of them with the thresholds of a careful house and ${counted(cases.length, 'worked case')}.`,
    'A policy can add to the law and make it stricter. It loosens nothing.',
  ].join('\n');
}
