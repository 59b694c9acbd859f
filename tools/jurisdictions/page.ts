import type { RulePack } from '../../src/rules/index.js';
import { counted, link, list, section, table } from '../markdown.js';
import type { Jurisdiction } from './jurisdictions.js';
import { packSection } from './pack-section.js';
import { COMPARED, cite, NOT_COMPARED, notesOn, type Passage, passagesOf } from './passages.js';
import { periodText } from './words.js';
import { WRITTEN } from './written.js';

/** The page of a jurisdiction. */
export function jurisdictionPage({ code, notes, packs }: Jurisdiction): string {
  const all = packs.map(({ pack }) => pack);
  const lines = [
    WRITTEN,
    `# ${notes.name}`,
    '',
    notes.covers,
    '',
    `From \`aptfolio/suitability/packs/${code}\`. ${LEGEND}`,
    '',
    ...packTable(packs),
    '',
    ...(notes.beside === undefined ? [] : [`Beside the packs, ${notes.beside}`, '']),
    ...section('Left out of all packs:', list(notes.leftOut)),
    ...regimeSection(all[0]),
    ...packs.flatMap(packSection),
    ...textsSection(passagesOf(all)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

const LEGEND = [
  `${COMPARED} means that what the rule says was compared with the text of the passage, ${NOT_COMPARED} that it was not: see [Texts](#texts) for what was read, and [how to read a page](README.md#how-to-read-a-page).`,
  'Figures of the law stand in the texts of the rules as they are, or were last, while the rule is in force; ‹…› stands for what is known of the case.',
].join(' ');

function packTable(packs: Jurisdiction['packs']): readonly string[] {
  return table(
    ['pack', 'question'],
    packs.map(({ name, pack, notes }) => {
      const { id, version, rules, cases = [], inForce } = pack;
      const counts = `${counted(rules.length, 'rule')}, ${counted(cases.length, 'worked case')}`;
      return [
        [`\`${name}\``, `id \`${id}\` ${version}`],
        [notes.question, `${counts}; days ${periodText(inForce)}`],
      ] as const;
    }),
  );
}

/** Which law a case is under, where the packs themselves say how to tell. */
function regimeSection(pack: RulePack | undefined): readonly string[] {
  return Object.entries(pack?.candidates ?? {}).flatMap(([fact, candidates]) => {
    const { by, values, otherwise, citation } = candidates;
    const named = (list: readonly string[]): string => list.map((one) => `\`${one}\``).join(' or ');
    return [
      '## Which rules apply',
      '',
      `\`${fact}\` decides. Where it is not given, \`${by}\` tells (${cite([citation]).join('')}), and the strictest answer counts:`,
      '',
      ...table(
        [`\`${by}\``, `\`${fact}\``],
        [
          ...Object.entries(values).map(
            ([value, possible]) => [[`\`${value}\``], [named(possible)]] as const,
          ),
          [['not given'], [named(otherwise)]] as const,
        ],
      ),
      '',
    ];
  });
}

function textsSection(passages: readonly Passage[]): readonly string[] {
  const instruments = [...new Set(passages.map(({ instrument }) => instrument))];
  return [
    '## Texts',
    '',
    ...table(
      ['text', 'what was read'],
      instruments.map((instrument) => {
        const cited = passages.filter((passage) => passage.instrument === instrument);
        return [instrumentNames(instrument), readLines(instrument, cited)] as const;
      }),
    ),
  ];
}

function instrumentNames(instrument: string): readonly string[] {
  const { short, english } = notesOn(instrument);
  const name = english === undefined ? instrument : `${english} (${instrument})`;
  return short === '' || short === instrument ? [`**${name}**`] : [`**${short}**`, name];
}

function readLines(instrument: string, cited: readonly Passage[]): readonly string[] {
  const open = cited.filter(({ verified }) => !verified);
  const [known, unknown] = [
    open.filter(({ address }) => address !== undefined),
    open.filter(({ address }) => address === undefined),
  ];
  const compared = cited.length - open.length;
  return [
    `${compared} of ${counted(cited.length, 'passage')} compared. ${notesOn(instrument).read}`,
    ...(known.length === 0 ? [] : [`${NOT_COMPARED} with a link: ${known.map(named).join('; ')}`]),
    ...(unknown.length === 0
      ? []
      : [`${NOT_COMPARED} without a link: ${unknown.map(named).join('; ')}`]),
  ];
}

function named({ article, address }: Passage): string {
  return address === undefined ? article : link(article, address);
}
