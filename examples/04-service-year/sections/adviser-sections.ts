import type { AdviserRatings, ControlledComparison } from 'aptfolio/kpi';
import type { Block } from '../../01-advise/account.js';
import { drawIntervals } from '../charts/row-charts.js';
import type { TrainingScores } from '../inputs.js';
import type { Teller } from '../teller.js';
import { type Make, note, section, table } from './section.js';

/** What the marks of practice say of each adviser, and what they do not. */
export const advisers: Make = ({ advisers: ratings }, teller) => {
  if (ratings.status !== 'rated') {
    return section('advisers', teller, ratings.reasons.map(teller.reason), []);
  }
  const rated = ratedOf(ratings);
  const apart = rated.filter(({ standing }) => standing !== 'around').length;
  const decisions = [
    teller.say('advisers.decision', { advisers: rated.length, apart }),
    teller.say('advisers.no-ranks'),
  ];
  return section('advisers', teller, decisions, [
    {
      kind: 'chart',
      title: teller.say('chart.advisers'),
      svg: drawIntervals(
        'advisers',
        rated.map(({ id, raw, score, interval }) => ({
          label: teller.say('cell.adviser', { id }),
          value: score,
          low: interval.low,
          high: interval.high,
          raw,
        })),
        teller.number,
        { value: teller.say('legend.shrunk'), raw: teller.say('legend.raw') },
        ratings.centre,
      ),
    },
    adviserTable(rated, teller),
    note(teller.say('advisers.how', { centre: ratings.centre, spread: ratings.spread })),
    ...(ratings.reasons.length === 0
      ? []
      : [{ kind: 'list' as const, items: ratings.reasons.map(teller.reason) }]),
  ]);
};

type Rated = Extract<
  Extract<AdviserRatings, { readonly status: 'rated' }>['advisers'][number],
  { readonly status: 'rated' }
>;

/** In the order of their numbers, which says nothing else of them. */
function ratedOf(ratings: Extract<AdviserRatings, { readonly status: 'rated' }>): readonly Rated[] {
  return ratings.advisers
    .flatMap((one) => (one.status === 'rated' ? [one] : []))
    .sort((a, b) => Number(a.id) - Number(b.id));
}

function adviserTable(rated: readonly Rated[], teller: Teller): Block {
  return table(
    ['adviser', 'standing', 'shrunk', 'interval', 'marks', 'raw', 'adjusted'],
    rated.map(({ id, n, raw, adjusted, score, interval, standing }) => [
      teller.say('cell.adviser', { id }),
      teller.name('standing', standing),
      teller.figure(score),
      teller.range(teller.figure(interval.low), teller.figure(interval.high)),
      String(n),
      ...[raw, adjusted].map(teller.figure),
    ]),
    teller,
  );
}

/** What a training did, beside a group that had none. */
export const training: Make = ({ inputs, training: found }, teller) => {
  const { training: people } = inputs.records;
  return section(
    'training',
    teller,
    [verdict(found, teller)],
    [
      ...(found.status === 'estimated' || found.status === 'no-variation'
        ? [
            table(
              ['group', 'people', 'before', 'after', 'change'],
              (['trained', 'control'] as const).map((group) =>
                groupRow(
                  group,
                  people.filter((one) => one.group === group),
                  found[group === 'trained' ? 'treatedChange' : 'controlChange'],
                  teller,
                ),
              ),
              teller,
            ),
          ]
        : []),
      note(teller.say('training.how')),
      { kind: 'list', items: found.reasons.map(teller.reason) },
    ],
  );
};

function verdict(found: ControlledComparison, teller: Teller): string {
  if (found.status !== 'estimated') return teller.sentences(found.reasons.map(teller.reason));
  const { estimate, interval, treatedChange, pValue } = found;
  return teller.say('training.decision', {
    gain: teller.signed(treatedChange),
    effect: teller.signed(estimate),
    low: teller.signed(interval.low),
    high: teller.signed(interval.high),
    p: pValue.toFixed(3),
  });
}

function groupRow(
  group: TrainingScores['group'],
  people: readonly TrainingScores[],
  change: number,
  teller: Teller,
): readonly string[] {
  const meanOf = (when: 'before' | 'after'): string =>
    teller.figure(people.reduce((sum, one) => sum + one[when], 0) / people.length);
  return [
    teller.say(`group.${group}`),
    String(people.length),
    meanOf('before'),
    meanOf('after'),
    teller.signed(change),
  ];
}
