import type { GroupComparison, GroupGap, JudgedTogether, Kpi } from 'aptfolio/kpi';
import type { Block } from '../../01-advise/account.js';
import { drawIntervals } from '../charts/row-charts.js';
import type { Run } from '../run.js';
import type { Teller } from '../teller.js';
import { key, type Make, note, section, table } from './section.js';

const AGES = ['under-40', '40-to-59', '60-and-over'];

/** What changed from one half of the year to the other, all figures judged together. */
export const changes: Make = (run, teller) => {
  const { inputs, changes: judged, alone } = run;
  const shown = judged.filter(isShown);
  const byChance = judged.filter((one, i) => !isShown(one) && isShown(alone[i]!));
  const decisions = [
    teller.say('changes.decision', {
      on: inputs.bank.change.on,
      what: teller.text(inputs.bank.change.words),
      looked: judged.length,
      shown: shown.length,
    }),
    ...byChance.map(({ kpi }) => teller.say('changes.among', { kpi: teller.kpi(kpi) })),
  ];
  const caveats = new Set(
    judged.flatMap(({ reasons }) =>
      reasons.filter(({ code }) => code === 'kpi.no-control-group').map(teller.reason),
    ),
  );
  return section('changes', teller, decisions, [
    table(
      ['kpi', 'verdict', 'before', 'after', 'p', 'p-together'],
      judged.map((one) => changeRow(one, run, teller)),
      teller,
    ),
    note(teller.say('changes.how')),
    { kind: 'list', items: [...caveats] },
  ]);
};

function isShown(one: { readonly status: string; readonly verdict?: string }): boolean {
  return one.status === 'compared' && one.verdict !== 'not-shown';
}

function changeRow(one: JudgedTogether, { kpis }: Run, teller: Teller): readonly string[] {
  const none = teller.say('cell.none');
  if (one.status !== 'compared') return [teller.kpi(one.kpi), none, none, none, none, none];
  const unit = unitOf(kpis, one.kpi);
  return [
    teller.kpi(one.kpi),
    teller.name('verdict', one.verdict),
    valueIn(one.before.value, unit, teller),
    valueIn(one.after.value, unit, teller),
    chance(one.pValue),
    chance(one.adjustedPValue ?? 1),
  ];
}

function unitOf(kpis: Run['kpis'], id: string): string {
  return (Object.values(kpis) as Kpi[]).find((kpi) => kpi.id === id)!.unit;
}

/** Null where it is not known yet. */
function valueIn(x: number | null, unit: string, teller: Teller): string {
  return x === null ? teller.say('cell.none') : teller.inUnit(x, unit);
}

function chance(p: number): string {
  return p < 0.001 ? '<0.001' : p.toFixed(3);
}

/** Whether every age is served alike. */
export const fairness: Make = ({ fairness: comparisons, kpis }, teller) => {
  const gaps = comparisons.flatMap(({ kpi, groups }) =>
    groups.flatMap((gap) => (gap.status === 'compared' ? [{ kpi, gap }] : [])),
  );
  const worse = gaps.filter(({ gap }) => gap.verdict === 'worse');
  const decisions =
    worse.length === 0
      ? [teller.say('fairness.none', { gaps: gaps.length })]
      : worse.map(({ kpi, gap }) =>
          teller.say('fairness.worse', {
            kpi: teller.kpi(kpi),
            age: teller.name('age', gap.id),
            value: valueIn(gap.value, unitOf(kpis, kpi), teller),
            rest: valueIn(gap.reference.value, unitOf(kpis, kpi), teller),
          }),
        );
  const satisfaction = kpis.satisfactionTopTwoBox.id;
  const answeredAlike = worse.length > 0 && worse.every(({ kpi }) => kpi === satisfaction);
  const caveats = gaps.flatMap(({ gap }) =>
    gap.reasons.filter(({ code }) => code === 'kpi.gap-not-cause').map(teller.reason),
  );
  return section('fairness', teller, decisions, [
    ...comparisons.flatMap((one) => gapChart(one, unitOf(kpis, one.kpi), teller)),
    table(
      ['kpi', 'age', 'verdict', 'value', 'rest', 'cases', 'p-together'],
      comparisons.flatMap(({ kpi, groups }) =>
        byAge(groups).map((gap) => gapRow(kpi, gap, unitOf(kpis, kpi), teller)),
      ),
      teller,
      2,
    ),
    note(teller.say('fairness.how')),
    { kind: 'list', items: [...new Set(caveats)] },
    ...(answeredAlike ? [key(teller.say('fairness.next'))] : []),
  ]);
};

/** From young to old; a band of another name stands last. */
function byAge(groups: readonly GroupGap[]): readonly GroupGap[] {
  const place = ({ id }: GroupGap): number => (AGES.includes(id) ? AGES.indexOf(id) : AGES.length);
  return [...groups].sort((a, b) => place(a) - place(b));
}

/** The gaps of one figure; one without intervals has no chart. */
function gapChart(
  { kpi, groups }: GroupComparison,
  unit: string,
  teller: Teller,
): readonly Block[] {
  const rows = byAge(groups).flatMap((one) =>
    one.status === 'compared' && one.gap !== null && one.interval !== undefined
      ? [
          {
            label: teller.name('age', one.id),
            value: one.gap,
            low: one.interval.low,
            high: one.interval.high,
          },
        ]
      : [],
  );
  if (rows.length === 0) return [];
  const words = { value: teller.say('legend.value'), raw: teller.say('legend.raw') };
  const isHours = unit === 'hours';
  return [
    {
      kind: 'chart',
      title: teller.say(isHours ? 'chart.fairness-hours' : 'chart.fairness', {
        kpi: teller.kpi(kpi),
      }),
      svg: drawIntervals(
        `fairness-${kpi}`,
        rows,
        isHours ? teller.signed : teller.points,
        words,
        0,
      ),
    },
  ];
}

function gapRow(kpi: string, gap: GroupGap, unit: string, teller: Teller): readonly string[] {
  const none = teller.say('cell.none');
  const head = [teller.kpi(kpi), teller.name('age', gap.id)];
  if (gap.status !== 'compared') return [...head, none, none, none, none, none];
  return [
    ...head,
    teller.name('gap', gap.verdict),
    valueIn(gap.value, unit, teller),
    valueIn(gap.reference.value, unit, teller),
    String(gap.n),
    chance(gap.adjustedPValue),
  ];
}
