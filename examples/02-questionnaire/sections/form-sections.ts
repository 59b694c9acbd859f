import type { LevelDistribution, LintFinding } from 'aptfolio/questionnaire';
import type { Block } from '../../01-advise/account.js';
import { drawLevels } from '../charts.js';
import type { Counted, FormReport } from '../look-over.js';
import type { Run, Way } from '../run.js';
import type { Teller } from '../teller.js';
import { type Part, section } from './section.js';

/** What lint found. */
export function lint({ forms }: Run, teller: Teller): Part {
  const decisions = forms.map(({ name, lint: { status, findings } }) => {
    const form = teller.say(`form.${name}`);
    const count = findings.length;
    return teller.say(`lint.${WORDS[status]}`, { form, count });
  });
  const blocks = forms.flatMap(({ name, lint: { findings } }): readonly Block[] =>
    findings.length === 0
      ? []
      : [
          { kind: 'text', text: teller.say(`form.${name}`), tone: 'key' },
          { kind: 'list', items: findings.map((one) => told(one, teller)) },
        ],
  );
  return section('lint', teller, decisions, blocks);
}

const WORDS = { clean: 'clean', warnings: 'found', errors: 'unusable' } as const;

function told({ path, reason }: LintFinding, teller: Teller): string {
  const where = path.replace(/^definition\./, '');
  const finding = teller.say('lint.finding', { finding: teller.reason(reason), where });
  return reason.severity === 'block' ? teller.say('lint.blocks', { finding }) : finding;
}

/** Forms of which it can be said what they can say. */
type CountedForm = FormReport & { readonly counted: Counted };

function countedOf({ forms }: Run): readonly CountedForm[] {
  return forms.filter((form): form is CountedForm => form.counted !== null);
}

/** How often each level comes out. */
export function levels(run: Run, teller: Teller): Part {
  const forms = countedOf(run);
  if (forms.length === 0) return section('levels', teller, [teller.say('levels.uncounted')], []);
  const decisions = forms.map(({ name, counted: { all } }) =>
    teller.say('levels.decision', {
      form: teller.say(`form.${name}`),
      completions: grouped(all.completions),
      share: teller.share(boldShare(all)),
    }),
  );
  const facts = Object.entries(run.inputs.client?.facts ?? {}).map(([name, value]) => {
    return `${name} = ${value}`;
  });
  return section('levels', teller, decisions, [
    chart('levels', forms, ({ all }) => all, teller),
    ...(facts.length === 0
      ? []
      : [{ kind: 'text', text: teller.say('levels.facts', { facts }), tone: 'muted' } as const]),
  ]);
}

/** What the form makes of those who want no loss. */
export function losses(run: Run, teller: Teller): Part | null {
  const forms = countedOf(run);
  if (forms.length === 0) return null;
  if (forms.every(({ counted }) => Object.keys(counted.fixed).length === 0)) {
    return section('losses', teller, [teller.say('losses.none')], []);
  }
  const decisions = forms.map(({ name, counted: { fixed, lossAverse } }) =>
    teller.say(lossAverse.highest === 'C1' ? 'losses.nothing-else' : 'losses.decision', {
      form: teller.say(`form.${name}`),
      items: teller.list(Object.keys(fixed).map(teller.item)),
      level: teller.level(lossAverse.highest),
    }),
  );
  const blocks = [chart('losses', forms, ({ lossAverse }) => lossAverse, teller)];
  return section('losses', teller, decisions, blocks);
}

/** The weighted sum beside the lowest, and what the rules add. */
export function ways(run: Run, teller: Teller): Part | null {
  const last = countedOf(run).at(-1);
  if (last === undefined) return null;
  const form = teller.say(`form.${last.name}`);
  const blind = run.ways.find(({ facts }) => !facts);
  const notes: Block[] =
    blind === undefined
      ? []
      : [
          {
            kind: 'text',
            text: teller.say('ways.unknown', { share: teller.share(blind.all.unknown.share) }),
          },
        ];
  return section(
    'ways',
    teller,
    [teller.say('ways.explained', { form })],
    [
      {
        kind: 'table',
        head: ['way', 'bold', 'unknown', 'highest'].map((key) => teller.say(`head.${key}`)),
        rows: run.ways.map((way) => [
          teller.say(`way.${nameOf(way)}`),
          teller.share(boldShare(way.all)),
          teller.share(way.all.unknown.share),
          way.lossAverse.highest ?? '–',
        ]),
        figuresFrom: 1,
      },
      ...notes,
    ],
  );
}

/** Of C4 and C5. */
function boldShare({ levels: { C4, C5 } }: LevelDistribution): number {
  return C4.share + C5.share;
}

function nameOf({ combination, rules, facts }: Way): string {
  return `${combination}${facts ? '' : '-blind'}${rules && facts ? '-rules' : ''}`;
}

function chart(
  name: 'levels' | 'losses',
  forms: readonly CountedForm[],
  of: (counted: Counted) => Counted['all'],
  teller: Teller,
): Block {
  const series = forms.map(({ name: form, counted }) => ({
    name: teller.say(`form.${form}`),
    distribution: of(counted),
  }));
  const svg = drawLevels(name, series, teller.level, teller.share);
  return { kind: 'chart', title: teller.say(`chart.${name}`), svg };
}

/** A whole number in text, its thousands set apart. */
function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
