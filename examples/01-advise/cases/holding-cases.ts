import { money } from 'aptfolio/money';
import {
  checkOrder,
  type NotifiableChange,
  notificationsOf,
  type OrderNotification,
} from 'aptfolio/orders';
import { compileProducts } from 'aptfolio/products';
import { screenProducts } from 'aptfolio/selection';
import type { SuitabilityAssessment } from 'aptfolio/suitability';
import { CONDUCT_PACKS } from '../packs.js';
import { type Case, type CaseContext, caseResult } from './case.js';
import { noticeOf, noticePolicy } from './notice.js';
import { buy, contextOf } from './order-check.js';
import { ask, ruled, statusOf } from './ruling.js';
import { AS_WEALTH_PRODUCT, saleOf } from './sale.js';

/** A12: a fund that is held is re-rated above the client's level. */
export const reRated: Case = (before) => {
  const { inputs, assumptions, level } = before;
  const { asOf } = inputs;
  const products = inputs.reference.products.map((product) =>
    product.id === 'P06' ? { ...product, distributorRisk: 'R4' as const } : product,
  );
  const universe = compileProducts(products, assumptions.assetClasses);
  const context = { ...before, universe };
  const { holdOnly } = screenProducts(universe, { level, held: ['P06'] });
  const holdings = { P06: money('CNY', '86394.09') };
  const checked = checkOrder(
    buy('P06', { clientInsists: false }),
    contextOf(context, { holdings }),
  );

  const order = { clientInsists: false };
  const addition = ruled('A12.add', [ask(saleOf(context, 'P06', { order }), { asOf })]);
  const asBank = saleOf(context, 'P06', { order, product: AS_WEALTH_PRODUCT });
  const additionAsBank = ruled('A12.add-bank', [ask(asBank, { asOf })]);
  const redemption = ruled('A12.redeem', [
    ask(saleOf(context, 'P06', { action: 'sell' }), { asOf }),
  ]);
  const owed = (['csrc', 'nfra-investment'] as const).map((regime) =>
    ruled(`A12.tell-${regime}`, [
      owedToHolder(regime, false, context),
      owedToHolder(regime, true, context),
    ]),
  );
  const notice = noticeOf(
    owed.map(({ assessments }) => assessments[0]!),
    noticeOfRating(before),
  );
  const notices = notice === undefined ? [] : [notice];
  return caseResult(
    'A12',
    {
      kept: holdOnly.map(({ product }) => product.id),
      addition: statusOf(addition),
      notices: notices.length,
    },
    checked.reasons,
    {
      rulings: [addition, additionAsBank, redemption, ...owed],
      notices,
    },
  );
};

/** What is owed to whoever holds a re-rated product, before and after the client was told. */
function owedToHolder(
  regime: keyof typeof CONDUCT_PACKS,
  told: boolean,
  { inputs }: CaseContext,
): SuitabilityAssessment {
  const facts = {
    conduct: { activity: 'holding' },
    institution: { role: 'seller' },
    client: { informationChanged: false },
    product: { regime, ratingChanged: true, informationChanged: true },
    // The bank has adjusted its own rating and its opinion of the match; the client is told last.
    change: { gradingAdjusted: true, opinionAdjusted: true, disclosed: told, clientTold: told },
    report: { operation: true, leverage: true, risk: true, events: true },
  };
  return ask({ facts }, { asOf: inputs.asOf, packs: Object.values(CONDUCT_PACKS) });
}

/** What the client is told of the new rating. */
function noticeOfRating({ inputs, universe, level }: CaseContext): OrderNotification {
  const { name, distributorRisk: was } = universe.byId.P06!;
  const change: NotifiableChange = {
    kind: 'product-rating',
    id: `P06/${inputs.asOf}`,
    ...{ product: 'P06', was, now: 'R4', level },
  };
  const options = { client: inputs.request.view.client.id, names: { P06: name } };
  return notificationsOf(change, noticePolicy(inputs.channel), options)[0]!;
}
