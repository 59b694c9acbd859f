import { addDays } from 'aptfolio/dates';
import { money } from 'aptfolio/money';
import { type CompiledPack, diffPacks, packAt } from 'aptfolio/rules';
import {
  applyOverride,
  type Override,
  type OverrideResult,
  replay,
  type SuitabilityAssessment,
} from 'aptfolio/suitability';
import { bankPolicy, SALE_PACKS } from '../packs.js';
import { type Case, type CaseContext, caseResult, type Sentence } from './case.js';
import { ask, ruled } from './ruling.js';
import { AS_WEALTH_PRODUCT, saleOf, saleUnderPolicy } from './sale.js';

/** Nobody at the bank can set a rule aside without something on file. */
const ON_FILE = { 'client-wish': 'DOC-18', 'concentration-warning': 'DOC-19' };
const ADVISER = { id: 'E-101', role: 'adviser' };
const OTHER_ADVISER = { id: 'E-102', role: 'adviser' };
const OFFICER = { id: 'E-007', role: 'risk-officer' };
const OTHER_OFFICER = { id: 'E-008', role: 'risk-officer' };

/** A19: two advisers override each other. */
export const overrides: Case = (context) => {
  const { asOf } = context.inputs;
  const packs = [...SALE_PACKS, packAt(bankPolicy(asOf), asOf)];
  const gold = (amount: string, horizonYears: number) =>
    ask(
      saleUnderPolicy(
        context,
        'P08',
        { order: { amount: money('CNY', amount) }, client: { horizonYears } },
        { financialAssets: 500_000 },
      ),
      { asOf, packs },
    );
  const apply = (to: SuitabilityAssessment, one: Omit<Override, 'on'>, on = asOf) =>
    applyOverride(to, { ...one, on }, { packs });

  const asked = gold('50000.00', 2);
  const wish = { rule: 'BANK-HOLDING-PERIOD-REFER', evidence: ON_FILE, by: ADVISER } as const;
  const reason = 'The client knows that the price may be low in two years.';
  const aside = appliedTo(asked, apply(asked, { ...wish, decision: 'set-aside', reason }));
  const back = { rule: wish.rule, by: OTHER_ADVISER, reason: 'The money pays a deposit in 2028.' };
  const upheld = appliedTo(aside, apply(aside, { ...back, decision: 'uphold' }, addDays(asOf, 1)));

  const large = gold('140000.00', 11);
  const hard = {
    rule: 'BANK-PRODUCT-SHARE-BLOCK',
    decision: 'set-aside',
    by: OFFICER,
    evidence: ON_FILE,
    reason: 'The client holds more elsewhere.',
  } as const;
  const alone = apply(large, { ...hard, second: OFFICER });
  const agreed = appliedTo(large, apply(large, { ...hard, second: OTHER_OFFICER }));

  const unlawful = ask(saleOf(context, 'P05', { product: AS_WEALTH_PRODUCT }), { asOf, packs });
  const refused = apply(unlawful, { ...hard, rule: 'CN-NFRA-12', second: OTHER_OFFICER });
  return caseResult(
    'A19',
    {
      kept: upheld.overrides.map(({ by }) => by.id),
      soft: upheld.status,
      alone: alone.status,
      agreed: agreed.status,
      law: refused.status,
    },
    [...upheld.overrides.map(inWords), ...refusalsOf(alone), ...refusalsOf(refused)],
    {
      rulings: [
        ruled('A19.soft', [asked, aside, upheld]),
        ruled('A19.hard', [large, agreed]),
        ruled('A19.law', [unlawful]),
      ],
    },
  );
};

/** The assessment after an override; the same as before if it was refused. */
function appliedTo(before: SuitabilityAssessment, result: OverrideResult): SuitabilityAssessment {
  return result.status === 'applied' ? result.assessment : before;
}

function refusalsOf(result: OverrideResult) {
  return result.status === 'refused' ? result.reasons : [];
}

function inWords({ rule, decision, by, on }: Override): Sentence {
  return { say: `case.A19.${decision}`, figures: { rule, by: by.id, on } };
}

/** A20: the pack changes between proposal and order. */
export const rulesChange: Case = (context) => {
  const { asOf } = context.inputs;
  const versions = bankPolicy(asOf);
  const next = addDays(asOf, 1);
  const [was, is] = [packAt(versions, asOf), packAt(versions, next)];
  const { orders } = context.outcome.orders;
  const rulings = orders.map(({ id, product, gross }) => {
    const answer = (day: typeof asOf, policy: CompiledPack, borrowed?: boolean) =>
      ask(
        saleUnderPolicy(
          context,
          product,
          { order: { amount: gross, borrowed } },
          householdOf(context),
        ),
        { asOf: day, packs: [...SALE_PACKS, policy] },
      );
    const course = [answer(asOf, was), answer(next, is), answer(next, is, false)];
    return ruled('A20.order', course, { order: id });
  });
  const statuses = (place: number) => rulings.map(({ assessments }) => assessments[place]?.status);
  const [first] = rulings;
  const again = (packs: readonly CompiledPack[]): string =>
    first === undefined
      ? ''
      : replay(first.records[0]!, { packs: [...SALE_PACKS, ...packs] }).status;
  return caseResult(
    'A20',
    {
      ...{ from: was.version, to: is.version, count: orders.length },
      before: statuses(0).filter((status) => status === 'allow').length,
      waiting: statuses(1).filter((status) => status === 'undetermined').length,
      referred: statuses(2).filter((status) => status === 'refer').length,
    },
    [
      ...differencesBetween(was, is),
      ...missingIn(first?.assessments[1]),
      {
        say: 'case.A20.replay',
        figures: {
          version: was.version,
          own: again(versions),
          other: again([is]),
          next: is.version,
        },
      },
    ],
    { rulings },
  );
};

function householdOf({ outcome }: CaseContext) {
  const { balanceSheet } = outcome.profile;
  return balanceSheet.status === 'complete'
    ? { financialAssets: balanceSheet.financialAssets }
    : {};
}

/** What differs between two versions, rule by rule and number by number. */
function differencesBetween(was: CompiledPack, is: CompiledPack): readonly Sentence[] {
  const { rules, parameters } = diffPacks(was, is);
  return [
    ...rules.added.map((rule) => ({ say: 'case.A20.added', figures: { rule } })),
    ...rules.removed.map((rule) => ({ say: 'case.A20.removed', figures: { rule } })),
    ...rules.changed.map(({ rule, fields }) => ({
      say: 'case.A20.changed',
      figures: { rule, fields },
    })),
    ...parameters.changed.map(({ name }) => ({
      say: 'case.A20.number',
      figures: {
        name: is.pack.parameters![name]!.label,
        before: lastNumber(was, name),
        after: lastNumber(is, name),
      },
    })),
  ];
}

function lastNumber({ pack }: CompiledPack, name: string): number {
  return Number(pack.parameters?.[name]?.history.at(-1)?.value);
}

function missingIn(assessment: SuitabilityAssessment | undefined): readonly Sentence[] {
  const missing = assessment?.decision.missing ?? [];
  return missing.map(({ label }) => ({ say: 'case.A20.missing', figures: { fact: label } }));
}
