import type { Block, Section } from '../account.js';
import type { Run } from '../run.js';
import type { Teller } from '../teller.js';
import { levelName, section } from './section.js';

/** Step 1: what was known, and what was asked next. */
export function intake({ first, inputs }: Run, teller: Teller): Section {
  const { status, score, threshold, nextQuestions } = first.outcome.intake!;
  if (status === 'complete') {
    return section('1', teller, teller.say('intake.complete', { score, threshold }), []);
  }
  const fields = nextQuestions.map((field) => teller.say(`field.${field}`));
  const blocks: Block[] = [
    { kind: 'text', text: teller.say('intake.questions', { fields }) },
    { kind: 'list', items: first.outcome.reasons.map(teller.reason) },
  ];
  const count = inputs.request.known.length - inputs.atFirst.length;
  return section('1', teller, teller.say('intake.decision', { score, threshold, count }), blocks);
}

/** Step 2: the level, what holds it, and what one other answer would do. */
export function questionnaire({ outcome, inputs }: Run, teller: Teller): Section {
  const { assessment } = outcome;
  const { dimensions, overall, level, weightedLevel, assessedOn, validThrough } = assessment;
  const rows = [...Object.entries(dimensions), ['overall', overall] as const].map(
    ([name, { score, level: band }]) => [
      teller.say(`questionnaire.dimension.${name}`),
      teller.number(score),
      band === null ? '' : levelName(band, teller),
    ],
  );
  const changes = assessment.singleAnswerChanges.map(({ item, option, level: other }) =>
    teller.say('questionnaire.change', {
      item,
      option: String(option + 1),
      chosen: String(Number(inputs.request.answers[item] ?? 0) + 1),
      level: other === null ? '' : levelName(other, teller),
    }),
  );
  const decision = teller.say('questionnaire.decision', {
    level: levelName(level, teller),
    weighted: levelName(weightedLevel, teller),
  });
  return section('2', teller, decision, [
    {
      kind: 'table',
      head: ['dimension', 'score', 'level'].map((key) => teller.say(`head.${key}`)),
      rows,
      figuresFrom: 1,
    },
    { kind: 'list', items: [...assessment.reasons.map(teller.reason), ...changes] },
    { kind: 'text', text: teller.say('questionnaire.validity', { assessedOn, validThrough }) },
  ]);
}

/** Step 3: circumstances. */
export function profile({ outcome }: Run, teller: Teller): Section {
  const { age, lifeStage, cashFlow, balanceSheet, recurring, contradictions, confidence } =
    outcome.profile;
  // What the questionnaire had to say stands in step 2.
  const beyondTheLevel = outcome.profile.reasons.filter(
    ({ code }) => !code.startsWith('questionnaire.'),
  );
  const known = balanceSheet.status === 'complete';
  const months = known ? balanceSheet.emergencyMonths : null;
  const { savingsRate } = cashFlow;
  const person = {
    age,
    stage: teller.say(`client.life-stage.${lifeStage}`),
    confidence: teller.say(`confidence.${confidence}`),
  };
  const decision =
    savingsRate === null || months === null
      ? teller.say('profile.decision-unknown', person)
      : teller.say('profile.decision', { ...person, savingsRate, months });
  const streams = recurring.map(({ counterparty, text, cadence, next }) => [
    [counterparty, text].filter((part) => part !== null).join(' · '),
    teller.say(`client.cadence.${cadence}`),
    next?.date ?? teller.say('cell.none'),
    next === null ? teller.say('cell.none') : teller.money(next.amount),
  ]);
  return section('3', teller, decision, [
    figureTable(
      [...cashFlowFigures(outcome.profile, teller), ...sheetFigures(outcome.profile, teller)],
      teller,
    ),
    {
      kind: 'table',
      head: [teller.say('head.stream'), '', teller.say('head.next'), teller.say('head.amount')],
      rows: streams,
      figuresFrom: 2,
    },
    { kind: 'text', text: teller.say('profile.contradictions', { count: contradictions.length }) },
    {
      kind: 'list',
      items: [...contradictions.map(({ reason }) => reason), ...beyondTheLevel].map(teller.reason),
    },
  ]);
}

type Profile = Run['outcome']['profile'];
type Row = readonly [string, string];

function cashFlowFigures({ cashFlow }: Profile, teller: Teller): readonly Row[] {
  const share = (x: number | null): string =>
    x === null ? teller.say('cell.none') : teller.percent(x);
  const plain = (x: number | null): string =>
    x === null ? teller.say('cell.none') : teller.number(x);
  const amount = (x: Profile['cashFlow']['essentialMonthly']): string =>
    x === null ? teller.say('cell.none') : teller.money(x);
  return [
    [teller.say('figure.income'), amount(cashFlow.meanMonthlyIncome)],
    [teller.say('figure.expense'), amount(cashFlow.meanMonthlyExpense)],
    [teller.say('figure.savings'), share(cashFlow.savingsRate)],
    [teller.say('figure.variation'), plain(cashFlow.incomeVariation)],
    [teller.say('figure.variation-ex'), plain(cashFlow.incomeVariationExBonus)],
    [teller.say('figure.recurring'), share(cashFlow.recurringIncomeShare)],
    [teller.say('figure.debt-service'), share(cashFlow.debtServiceRatio)],
    [teller.say('figure.essential'), amount(cashFlow.essentialMonthly)],
  ];
}

function sheetFigures({ balanceSheet: sheet }: Profile, teller: Teller): readonly Row[] {
  if (sheet.status !== 'complete') return [];
  const largest = sheet.positions.reduce((most, one) =>
    (one.share ?? 0) > (most.share ?? 0) ? one : most,
  );
  const employer = sheet.positions.find(({ id }) => id === 'EMPLOYER_STOCK');
  const holdings = [
    ['figure.largest', largest],
    ...(employer === undefined ? [] : [['figure.employer', employer] as const]),
  ] as const;
  return [
    [teller.say('figure.assets'), teller.money(sheet.financialAssets)],
    [teller.say('figure.net'), teller.money(sheet.netFinancial)],
    [teller.say('figure.liquid'), teller.percent(sheet.liquidShare ?? 0)],
    ...holdings.map(
      ([key, { id, share }]): Row => [teller.say(key, { id }), teller.percent2(share ?? 0)],
    ),
    [teller.say('figure.hhi'), teller.number(sheet.concentration.herfindahl ?? 0)],
    [teller.say('figure.foreign'), teller.percent(sheet.foreignCurrencyShare ?? 0)],
  ];
}

function figureTable(rows: readonly Row[], teller: Teller): Block {
  const head = [teller.say('head.figure'), teller.say('head.value')];
  return { kind: 'table', head, rows, figuresFrom: 1 };
}

/** Step 4: needs, the most pressing first. */
export function needs({ outcome }: Run, teller: Teller): Section {
  const list = outcome.needs.needs;
  const idle = list.find((need) => need.kind === 'idle-cash');
  const decision = teller.say('needs.decision', {
    count: list.length,
    first: outcome.amount,
    months: idle?.kind === 'idle-cash' ? idle.months : 0,
  });
  const options = list.flatMap((need) => (need.kind === 'concentration' ? need.options : []));
  return section('4', teller, decision, [
    {
      kind: 'table',
      head: ['rank', 'need', 'amount'].map((key) => teller.say(`head.${key}`)),
      rows: list.map(({ rank, reason, amount }) => [
        String(rank),
        teller.reason(reason),
        teller.money(amount),
      ]),
      figuresFrom: 2,
    },
    {
      kind: 'list',
      items: [...options, ...outcome.needs.undetermined].map(({ reason }) => teller.reason(reason)),
    },
  ]);
}

/** Step 5: the return that the goal requires, and what else would do. */
export function required({ outcome }: Run, teller: Teller): Section {
  const { required: need, netReturn } = outcome.goal;
  const decision =
    need.status === 'found'
      ? teller.say('required.decision', { required: need.requiredReturn, net: netReturn })
      : 'shortfall' in need
        ? teller.say('required.missed', { shortfall: need.shortfall })
        : teller.say('required.plain');
  const options = 'options' in need && need.options !== null ? need.options.reasons : [];
  const reasons = need.status === 'found' ? [] : need.reasons;
  return section('5', teller, decision, [
    { kind: 'list', items: [...reasons, ...options].map(teller.reason) },
  ]);
}
