import { advise } from 'aptfolio/advice';
import { balanceSheet, type Holding, profileClient, type Transaction } from 'aptfolio/client';
import { canonicalJson, type Reason } from 'aptfolio/evidence';
import { compileAssumptions } from 'aptfolio/market';
import { compileQuestionnaire, lowestOfOwners, scoreQuestionnaire } from 'aptfolio/questionnaire';
import { SALE_PACKS } from '../packs.js';
import { type Case, type CaseContext, caseResult, faultOf } from './case.js';
import { ask, type Ruling, ruled, statusOf } from './ruling.js';
import { AS_WEALTH_PRODUCT, type SaleChange, saleOf } from './sale.js';

const blocks = (reasons: readonly Reason[]): readonly Reason[] =>
  reasons.filter(({ severity }) => severity === 'block');

/** A3: a mandatory answer is missing. */
export const missingAnswer: Case = ({ inputs }) => {
  const { Q10: _, ...answers } = inputs.request.answers;
  const scorer = compileQuestionnaire(inputs.reference.questionnaire);
  const { asOf } = inputs;
  const strict = scoreQuestionnaire(scorer, answers, { asOf });
  const cautious = scoreQuestionnaire(scorer, answers, { asOf, missing: 'most-cautious' });
  return caseResult(
    'A3',
    {
      status: strict.status,
      level: cautious.status === 'scored' ? cautious.level : '',
      imputed: cautious.status === 'scored' ? cautious.imputed : [],
    },
    strict.reasons,
  );
};

/** A4: 67 years old, with bold answers. */
export const boldAtSixtySeven: Case = (context) => {
  const { asOf, reference, request } = context.inputs;
  const { items } = reference.questionnaire;
  const bold = items.map((item) => {
    const { id, dimension } = item;
    const points = item.kind === 'numeric' ? [] : item.points;
    const best = points.indexOf(Math.max(...points));
    const oldest = points.length - 1;
    return [id, id === 'Q01' ? oldest : dimension === 'tolerance' ? best : request.answers[id]];
  });
  const scorer = compileQuestionnaire(reference.questionnaire);
  const answers = { ...Object.fromEntries(bold), Q02: 1, Q04: 1, Q05: 0 };
  const questionnaire = scoreQuestionnaire(scorer, answers, { asOf });
  const client = { ...request.view.client, birthDate: '1959-01-15' } as const;
  const view = { ...request.view, client, questionnaire };
  const profile = profileClient(view, reference.needs, { asOf });
  if (questionnaire.status !== 'scored') return caseResult('A4', { status: questionnaire.status });
  const { tolerance, capacity } = questionnaire.dimensions;
  const { birthDate } = client;
  return caseResult(
    'A4',
    {
      age: profile.age,
      tolerance: tolerance?.level ?? '',
      capacity: capacity?.level ?? '',
      level: profile.risk.level ?? '',
    },
    [
      ...profile.reasons.filter(({ code }) => code === 'client.special-care'),
      ...profile.contradictions.map(({ reason }) => reason),
    ],
    {
      rulings: [
        buysHighRisk('A4.bold', context, { birthDate, riskLevel: tolerance?.level }, [false, true]),
        buysHighRisk('A4.capped', context, { birthDate, riskLevel: profile.risk.level }, [true]),
      ],
    },
  );
};

/** A4: a wealth product of R4, with special care or without. */
function buysHighRisk(
  situation: string,
  context: CaseContext,
  client: NonNullable<SaleChange['client']>,
  care: readonly boolean[],
): Ruling {
  const { asOf } = context.inputs;
  const product = AS_WEALTH_PRODUCT;
  const answers = care.map((specialCare) =>
    ask(saleOf(context, 'P05', { client, product, order: { specialCare } }), { asOf }),
  );
  return ruled(situation, answers, { level: String(client.riskLevel) });
}

/** A7: a holding in a currency without a rate. */
export const missingRate: Case = ({ inputs }) => {
  const { view } = inputs.request;
  const yen: Holding = { id: 'JPY_DEMAND', kind: 'deposit', currency: 'JPY', amount: '900000' };
  const hkd: Holding = { id: 'HKD_DEMAND', kind: 'deposit', currency: 'HKD', amount: '50000.00' };
  const fx = { base: view.baseCurrency, rates: view.fx };
  const holdings = [...view.holdings, hkd, yen];
  const sheet = balanceSheet(holdings, view.liabilities, fx);
  const missing = sheet.status === 'missing-rate' ? sheet.missing.map(({ from }) => from) : [];
  return caseResult('A7', { status: sheet.status, missing: missing }, sheet.reasons);
};

/** A13: "no loss" is stated, and 70 % are held in shares. */
export const noLossButShares: Case = ({ inputs, outcome }) => {
  const { asOf, reference, request } = inputs;
  const holdings: readonly Holding[] = [
    { id: 'SHARES', kind: 'stock', currency: 'CNY', amount: '700000.00' },
    { id: 'CASH', kind: 'deposit', currency: 'CNY', amount: '300000.00', availableInDays: 0 },
  ];
  const base = { ...request.view, holdings, questionnaire: outcome.assessment };
  const before = profileClient(base, reference.needs, { asOf });
  const view = { ...base, statements: { acceptedLoss: 0 } };
  const profile = profileClient(view, reference.needs, { asOf });
  return caseResult(
    'A13',
    {
      before: before.confidence,
      after: profile.confidence,
      level: profile.risk.level ?? '',
      levelBefore: before.risk.level ?? '',
    },
    [...profile.contradictions.map(({ reason }) => reason), ...profile.questions],
  );
};

/** A14: bookings that come twice, late and in another order. */
export const shuffledBookings: Case = ({ inputs, advice }) => {
  const { asOf, reference, request } = inputs;
  const rows = request.view.transactions ?? [];
  const shuffled = [...rows].reverse().concat(rows.slice(0, 5));
  const view = { ...request.view, transactions: shuffled };
  const again = advise({ ...request, view }, reference, { asOf, packs: SALE_PACKS });
  const same = canonicalJson(again.outcome) === canonicalJson(advice.outcome);
  return caseResult('A14', { rows: shuffled.length, same });
};

/** A15: data that cannot be true. */
export const brokenData: Case = ({ inputs, assumptions }) => {
  const { asOf, reference, request } = inputs;
  const correlation = assumptions.correlation.map((row, i) =>
    row.map((value, j) => (i + j === 1 || i + j === 3 ? 0.99 : value)),
  );
  const notReal = faultOf(() => compileAssumptions({ ...reference.assumptions, correlation }));
  const expectedReturn = [Number.NaN, ...reference.assumptions.expectedReturn.slice(1)];
  const notANumber = faultOf(() =>
    compileAssumptions({ ...reference.assumptions, expectedReturn }),
  );
  const future: Transaction = {
    id: 'future',
    bookingDate: '2026-03-03',
    kind: 'card',
    currency: 'CNY',
    amount: '-1.00',
  };
  const view = { ...request.view, transactions: [future] };
  const [failure] = profileClient(view, reference.needs, { asOf }).failures;
  const overdrawn: Holding = {
    id: 'OVERDRAWN',
    kind: 'deposit',
    currency: 'CNY',
    amount: '-500.00',
  };
  const fx = { base: request.view.baseCurrency, rates: request.view.fx };
  const sheet = balanceSheet([overdrawn], [], fx);
  return caseResult('A15', {
    notReal,
    notANumber,
    future: failure?.issues[0]?.path ?? '',
    owed: sheet.status === 'complete' ? sheet.liabilities : '',
  });
};

/** A16: a minor, a frozen account, joint owners. */
export const whoMayNot: Case = (context) => {
  const { inputs, outcome } = context;
  const { asOf, reference, request } = inputs;
  const profileOf = (change: object) =>
    profileClient(
      {
        ...request.view,
        client: { ...request.view.client, ...change },
        questionnaire: outcome.assessment,
      },
      reference.needs,
      { asOf },
    );
  const young = { birthDate: '2010-05-01', civilCapacity: 'limited', livesOnOwnWork: false };
  const minor = profileOf({ birthDate: young.birthDate });
  const frozen = profileOf({ status: 'frozen' });
  const joint = lowestOfOwners([
    { id: 'first', level: 'C5' },
    { id: 'second', level: 'C2' },
  ]);
  const small = { ...young, birthDate: '2019-05-01', civilCapacity: 'none' };
  const answer = (product: string, client: typeof young, guardianConsent: boolean) =>
    ask(
      saleOf(context, product, { client, product: AS_WEALTH_PRODUCT, order: { guardianConsent } }),
      { asOf },
    );
  const low = ruled('A16.low', [answer('P02', young, false), answer('P02', young, true)]);
  const rulings = [
    low,
    ruled('A16.middling', [answer('P04', young, true)]),
    ruled('A16.small', [answer('P02', small, true)]),
  ];
  return caseResult(
    'A16',
    {
      ...{ minor: minor.status, frozen: frozen.status, joint: joint.level },
      consented: statusOf(low),
    },
    [...blocks(minor.reasons), ...blocks(frozen.reasons), ...joint.reasons],
    { rulings },
  );
};
