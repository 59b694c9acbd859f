import { makeReason } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { Situation } from '../situation.js';
import { type Finding, hasRateFor, missingRates } from './finding.js';
import { idleCash } from './idle-cash.js';
import { maturitiesOf } from './maturity.js';
import type { UndeterminedNeed } from './need.js';
import type { NeedKind } from './need-policy.js';

/** What each kind of need rests on and is not there, in the order of `NEED_KINDS`. */
export function undeterminedNeeds<C extends CurrencyCode>(
  situation: Situation<C>,
  findings: Readonly<Partial<Record<NeedKind, Finding<C>>>>,
): readonly UndeterminedNeed[] {
  const { reserve, view, policy } = situation;
  const rates = missingRates(situation);
  const idle =
    reserve.amount === null ? reserve.missing : idleCash(situation, reserve.amount).missing;
  const found = (kind: NeedKind): readonly string[] => findings[kind]?.missing ?? [];
  const rested: readonly (readonly [NeedKind, readonly string[]])[] = [
    ['overdraft', found('overdraft')],
    ['expensive-debt', found('expensive-debt')],
    ['reserve-gap', found('reserve-gap')],
    ['protection-gap', found('protection-gap')],
    ['withdrawal-liquidity', found('withdrawal-liquidity')],
    ['goal-liquidity', found('goal-liquidity')],
    ['assessment-expiring', found('assessment-expiring')],
    ['idle-cash', idle],
    ['goal', withoutRate(view.goals, situation)],
    ['concentration', rates],
    ['currency-exposure', found('currency-exposure')],
    ['maturity', withoutRate(maturingSoon(situation), situation)],
    ['deposit-insurance', policy.depositInsurance === undefined ? [] : rates],
  ];
  return Object.freeze(
    rested
      .filter(([, missing]) => missing.length > 0)
      .map(([kind, all]) => {
        const missing = Object.freeze([...new Set(all)].sort());
        const reason = makeReason('client.need-undetermined', 'require', { missing });
        return Object.freeze({ kind, missing, reason });
      }),
  );
}

function maturingSoon({ view, asOf, policy }: Situation): Situation['view']['holdings'] {
  const soon = maturitiesOf(view.holdings, asOf)
    .filter(({ days }) => days <= policy.maturityNoticeDays.plan)
    .map(({ holding }) => holding);
  return view.holdings.filter(({ id }) => soon.includes(id));
}

function withoutRate(
  rows: readonly { readonly currency: CurrencyCode }[],
  situation: Situation,
): readonly string[] {
  return rows
    .filter(({ currency }) => !hasRateFor(currency, situation))
    .map(({ currency }) => `fx.${currency}`);
}
