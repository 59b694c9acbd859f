import type { PlainDate } from 'aptfolio/dates';
import {
  type AdviserRatings,
  type AssetBridgeOptions,
  accumulateAll,
  assetBridgeEvent,
  type BeforeAfter,
  type ControlledComparison,
  compareBeforeAfter,
  compareGroups,
  compareSeveral,
  compareWithControl,
  compileScorecard,
  type GroupComparison,
  type JudgedTogether,
  type Kpi,
  rateAdvisers,
  type Score,
  type ServicePanel,
  scoreScorecard,
  servicePanel,
  summarise,
  type XmrChart,
  xmrChart,
} from 'aptfolio/kpi';
import { mean } from 'aptfolio/statistics';
import type { Inputs, TrainingScores } from './inputs.js';
import { kpisOf, type YearKpis } from './kpis.js';
import { feed, type Machines } from './machines.js';
import { recordsOf, type Told } from './records.js';
import { type Tenures, tenuresOf } from './tenures.js';
import { type Figure, type Year, yearOf } from './year.js';

/** What was found out. */
export interface Run {
  readonly inputs: Inputs;
  readonly kpis: YearKpis;
  readonly machines: Machines;
  readonly year: Year;
  /** The monthly shares of satisfied clients, per cent, against the year before. */
  readonly satisfaction: XmrChart;
  /** What is wrong to show: the mean of the cases that are closed. */
  readonly naive: { readonly firstResponse: number; readonly closing: number };
  /** The rate of net new money by the bank's meaning and by another bank's. */
  readonly netNewMoney: { readonly ours: Figure; readonly theirs: Figure };
  readonly tenures: Tenures;
  readonly advisers: AdviserRatings;
  readonly training: ControlledComparison;
  /** The figures of the halves before and after the change, judged together. */
  readonly changes: readonly JudgedTogether[];
  /** Those that each alone would have called a change. */
  readonly alone: readonly BeforeAfter[];
  readonly fairness: readonly GroupComparison[];
  readonly score: Score;
  readonly panel: ServicePanel;
}

/** Pure: the same inputs give the same run. */
export function run(inputs: Inputs): Run {
  const { bank, records, quarter } = inputs;
  const kpis = kpisOf(bank);
  const told = recordsOf(inputs, kpis);
  const machines = feed(told, kpis, bank);
  const year = yearOf(machines, bank);
  const alone = changesOf(kpis, year, bank.change.on);
  return {
    inputs,
    kpis,
    machines,
    year,
    satisfaction: chartOf(kpis.satisfactionTopTwoBox, year),
    naive: {
      firstResponse: naiveMean(told, kpis.firstResponseMedian),
      closing: naiveMean(told, kpis.medianHandling),
    },
    netNewMoney: netNewMoneyOf(inputs, kpis),
    tenures: tenuresOf(inputs, kpis),
    advisers: rateAdvisers(practiceOf(records.practice), { weights: { practice: 1 } }),
    training: trainingOf(kpis.testScoreMean, records.training),
    changes: compareSeveral(alone),
    alone,
    fairness: fairnessOf(kpis, year, ages(records.answers)),
    score: scoreOf(inputs, kpis, year),
    panel: servicePanel(quarter, { currency: bank.kpis.currency }),
  };
}

/** The limits rest on the year before, and stay fixed. */
function chartOf(kpi: Kpi, year: Year): XmrChart {
  const values = year.byMonth(kpi).map(({ id, result }) => ({
    period: id,
    value: result.status === 'ok' ? 100 * result.value : null,
  }));
  return xmrChart(values, {
    baseline: { first: 12 },
    direction: kpi.direction,
    range: { min: 0, max: 100 },
  });
}

/** As it is often reported: without the cases that are still open. */
function naiveMean({ records }: Told, { id }: Kpi): number {
  const closed = records.flatMap(({ kpi, event }) =>
    kpi === id && event !== null && 'duration' in event && event.open !== true
      ? [event.duration]
      : [],
  );
  return mean(closed);
}

/** The accounts are of a whole year, and so no matter of the cube, which keeps months apart. */
function netNewMoneyOf(
  { bank, records }: Inputs,
  { netNewMoneyRate }: YearKpis,
): Run['netNewMoney'] {
  const rateBy = (options: AssetBridgeOptions): Figure => {
    const events = records.accounts.map((account) => {
      const bridge = assetBridgeEvent(account, options);
      return { numerator: bridge.lines!['net-new-money']!, denominator: account.opening };
    });
    return summarise(netNewMoneyRate, accumulateAll(netNewMoneyRate, events).state);
  };
  return { ours: rateBy({}), theirs: rateBy({ netNewMoney: bank.netNewMoney }) };
}

function practiceOf(scores: Inputs['records']['practice']) {
  const rows = new Map<string, { adviser: string; cases: string; scores: number[] }>();
  for (const { adviser, cases, score } of scores) {
    const key = `${adviser}/${cases}`;
    const row = rows.get(key) ?? { adviser, cases, scores: [] };
    rows.set(key, row);
    row.scores.push(score);
  }
  return [...rows.values()].map((row) => ({ ...row, component: 'practice' }));
}

function trainingOf(
  kpi: Kpi<'measurements'>,
  scores: readonly TrainingScores[],
): ControlledComparison {
  const stateOf = (group: TrainingScores['group'], when: 'before' | 'after') => {
    const own = scores.filter((one) => one.group === group);
    return accumulateAll(
      kpi,
      own.map((one) => ({ value: one[when] })),
    ).state;
  };
  const group = (name: TrainingScores['group']) => ({
    before: stateOf(name, 'before'),
    after: stateOf(name, 'after'),
  });
  return compareWithControl(kpi, { treated: group('trained'), control: group('control') });
}

function changesOf(kpis: YearKpis, year: Year, changedOn: PlainDate): readonly BeforeAfter[] {
  const looked: readonly Kpi[] = [
    kpis.satisfactionTopTwoBox,
    kpis.surveyResponse,
    kpis.firstResponseMedian,
    kpis.firstResponseWithin,
    kpis.callBacksKept,
    kpis.riskPrecision,
    kpis.riskRecall,
    kpis.withinSla,
    kpis.medianHandling,
  ];
  return looked.map((kpi) =>
    compareBeforeAfter(
      kpi,
      year.stateOf(kpi, { to: changedOn }),
      year.stateOf(kpi, { from: changedOn }),
    ),
  );
}

function ages(answers: Inputs['records']['answers']): readonly string[] {
  return [...new Set(answers.map(({ age }) => age))].sort();
}

function fairnessOf(
  kpis: YearKpis,
  year: Year,
  bands: readonly string[],
): readonly GroupComparison[] {
  const looked: readonly Kpi[] = [
    kpis.satisfactionTopTwoBox,
    kpis.firstResponseWithin,
    kpis.firstResponseMedian,
  ];
  return looked.map((kpi) =>
    compareGroups(
      kpi,
      bands.map((age) => ({ id: age, state: year.stateOf(kpi, { age }) })),
    ),
  );
}

function scoreOf({ bank }: Inputs, kpis: YearKpis, year: Year): Score {
  const card = compileScorecard(bank.scorecard);
  const named = new Set([...card.lines.map(({ id }) => id), ...card.guards.map(({ kpi }) => kpi)]);
  const all: readonly Kpi[] = Object.values(kpis);
  // What is held back counts as missing.
  const results = all
    .filter(({ id }) => named.has(id))
    .flatMap((kpi) => {
      const result = year.of(kpi);
      return result.status === 'suppressed' ? [] : [[kpi.id, result] as const];
    });
  return scoreScorecard(card, Object.fromEntries(results));
}
