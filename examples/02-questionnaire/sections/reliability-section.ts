import type { MeasuredReliability } from 'aptfolio/questionnaire';
import type { Block } from '../../01-advise/account.js';
import { drawRows } from '../charts.js';
import type { Part as Measure } from '../measure.js';
import type { Run } from '../run.js';
import type { Teller } from '../teller.js';
import { type Part, section } from './section.js';

/** What many clients' answers say about the form. */
export function measured({ measured: figures, inputs }: Run, teller: Teller): Part | null {
  if (figures === null || inputs.responses === null) return null;
  const { parts, stability } = figures;
  const { source, first } = inputs.responses;
  const flagged = parts.flatMap(({ form, reliability }) =>
    reliability.status === 'measured' && reliability.reversed.length > 0
      ? [
          teller.say('reliability.reversed', {
            form: teller.say(`form.${form.name}`),
            items: teller.list(reliability.reversed.map(teller.item)),
            alpha: teller.coefficient(reliability.alpha?.value ?? null),
            turned: teller.coefficient(reliability.alphaIfTurned),
          }),
        ]
      : [],
  );
  const reasons = parts.flatMap(({ reliability }) => reliability.reasons.map(teller.reason));
  const { kind, ...about } = source;
  const decisions = flagged.length > 0 ? flagged : [teller.say('reliability.straight')];
  return section('reliability', teller, decisions, [
    { kind: 'text', text: teller.say(`reliability.${kind}`, { n: first.length, ...about }) },
    table(parts, teller),
    ...pictures(parts[0], teller),
    { kind: 'list', items: [...new Set(reasons)] },
    ...(stability === null
      ? []
      : [
          {
            kind: 'text',
            text: teller.say('reliability.stability', {
              agreement: teller.share(stability.agreement ?? 0),
              kappa: teller.coefficient(
                stability.quadraticKappa.status === 'measured'
                  ? stability.quadraticKappa.value
                  : null,
              ),
            }),
          } as const,
        ]),
  ]);
}

function table(parts: readonly Measure[], teller: Teller): Block {
  return {
    kind: 'table',
    head: ['part', 'alpha', 'interval', 'omega'].map((key) => teller.say(`head.${key}`)),
    rows: parts.map(({ form, dimension, reliability }) => {
      const name = teller.say('cell.part', {
        form: teller.say(`form.${form.name}`),
        dimension: teller.dimension(dimension),
        items: reliability.k,
      });
      if (reliability.status === 'undetermined') return [name, '–', '–', '–'];
      const { alpha, omega } = reliability;
      return [
        name,
        teller.coefficient(alpha?.value ?? null),
        interval(alpha, teller),
        teller.coefficient(omega?.value ?? null),
      ];
    }),
    figuresFrom: 1,
  };
}

function interval(alpha: MeasuredReliability['alpha'], teller: Teller): string {
  if (alpha === null) return '–';
  const { low, high } = alpha.interval;
  const [from, to] = [low, high].map((end) => teller.coefficient(end));
  return teller.say('cell.interval', { low: from ?? '–', high: to ?? '–' });
}

/** Of the first score that was measured: each item's part in it. */
function pictures(part: Measure | undefined, teller: Teller): readonly Block[] {
  if (part?.reliability.status !== 'measured') return [];
  const { items, alpha } = part.reliability;
  const form = teller.say(`form.${part.form.name}`);
  const rows = (pick: 'itemRest' | 'alphaIfDropped') =>
    items.flatMap(({ id, reversed, ...figures }) => {
      const value = figures[pick];
      if (value === null) return [];
      const written = teller.coefficient(value);
      return [{ label: teller.item(id), value, written, odd: reversed }];
    });
  const all = teller.coefficient(alpha?.value ?? null);
  return [
    {
      kind: 'chart',
      title: teller.say('chart.item-rest', { form }),
      svg: drawRows('item-rest', rows('itemRest'), [-1, 1]),
    },
    {
      kind: 'chart',
      title: teller.say('chart.if-dropped', { form, alpha: all }),
      svg: drawRows('if-dropped', rows('alphaIfDropped'), [0, 1]),
    },
  ];
}
