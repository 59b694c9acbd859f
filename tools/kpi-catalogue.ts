import { formatMessage, LOCALES } from '../src/evidence/index.js';
import {
  KPI_FAMILIES,
  type Kpi,
  type KpiDirection,
  type KpiFamily,
  kpiMessages,
  type ServiceKpiOptions,
  serviceKpis,
} from '../src/kpi/index.js';
import { counted, section, table } from './markdown.js';

/** Where the catalogue of the ready KPIs stands. */
export const KPI_CATALOGUE = 'docs/kpi/catalogue.md';

/** What a definition rests on besides these is a default. */
const OPTIONS: ServiceKpiOptions = { currency: 'CNY' };

/** What a family is called, and the page that shows how its KPIs are used. */
const FAMILIES: Readonly<Record<KpiFamily, readonly [title: string, page: string]>> = {
  satisfaction: ['Satisfaction', 'satisfaction.md'],
  efficiency: ['Process efficiency', 'efficiency.md'],
  assets: ['Asset growth', 'assets.md'],
  retention: ['Retention', 'retention.md'],
  acquisition: ['Acquisition', 'acquisition.md'],
  risk: ['Risk management', 'risk.md'],
  competence: ['Adviser ability', 'competence.md'],
  tools: ['Digital tools', 'efficiency.md'],
};

const DIRECTIONS: Readonly<Record<KpiDirection, string>> = {
  'higher-is-better': 'higher is better',
  'lower-is-better': 'lower is better',
  neutral: 'neither way is better',
};

/** A definition and the name under which `serviceKpis` has it. */
export type NamedKpi = readonly [name: string, kpi: Kpi];

/** The catalogue, written from the definitions themselves. */
export function kpiCatalogue(kpis: readonly NamedKpi[] = readyKpis()): string {
  const lines = [
    '<!-- Written by `npm run kpi-catalogue` from the definitions of serviceKpis; change those. -->',
    '',
    '# Catalogue of the ready KPIs',
    '',
    `${counted(kpis.length, 'definition')}, as \`serviceKpis({ currency: '${OPTIONS.currency}' })\` of \`aptfolio/kpi\` makes them. Other options (time limits, scale, attribution days,`,
    'clocks, smallest sample) stand in the definitions in place of these defaults. The last line of each has its id and version, and its name in `serviceKpis`.',
    '',
    'How they are fed, merged and read is in [the guide](../kpi.md). A bank writes its own with `defineKpi`.',
    '',
    ...KPI_FAMILIES.flatMap((family) => familySection(family, kpis)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function readyKpis(): readonly NamedKpi[] {
  return Object.entries(serviceKpis(OPTIONS));
}

function familySection(family: KpiFamily, all: readonly NamedKpi[]): readonly string[] {
  const kpis = all.filter(([, kpi]) => kpi.family === family);
  if (kpis.length === 0) return [];
  const [title, page] = FAMILIES[family];
  const rows = kpis.map(([name, kpi]) => [headOf(kpi), definitionOf(name, kpi)] as const);
  const guide = `[How to use them](${page})`;
  return section(`## ${title}`, [guide, '', ...table(['KPI', 'definition'], rows)]);
}

function headOf({ id }: Kpi): readonly string[] {
  const [hans, hant, english] = LOCALES.map((locale) =>
    plain(formatMessage(kpiMessages, `kpi.name.${id}`, locale)),
  );
  return [`**${english}**`, `${hans}`, `${hant}`];
}

function definitionOf(name: string, kpi: Kpi): readonly string[] {
  const { formula, symbols, numerator, denominator, unit, direction, minimumSample } = kpi;
  const cases = counted(minimumSample, 'case');
  return [
    `**${plain(formula)}**`,
    `\`${symbols}\``,
    `*Numerator* ${plain(numerator)}`,
    `*Denominator* ${plain(denominator)}`,
    `*Unit* ${plain(unit)}; ${DIRECTIONS[direction]}; at least ${cases}; kind \`${kpi.kind}\``,
    ...kpi.exclusions.map(({ id, words }) => `*Left out* \`${id}\`, ${plain(words)}`),
    ...kpi.windows.map(({ words, days }) => {
      return `*Window* ${plain(words)}${days === undefined ? '' : `, ${counted(days, 'day')}`}`;
    }),
    ...Object.entries(kpi.terms ?? {}).map(([name, term]) => `*Term* \`${name}\`: ${plain(term)}`),
    `*Source* ${plain(kpi.source)}`,
    `\`${kpi.id}\` version ${kpi.version}, \`${name}\``,
  ];
}

/** Text in which Markdown finds no marks of its own. */
function plain(text: string): string {
  return text.replace(/[\\*_<>[\]]/g, (mark) => `\\${mark}`);
}
