import { type BusinessCalendar, compileCalendar, type PlainDate } from 'aptfolio/dates';
import { type Dealing, type DealingQuestion, nextDealing, type Product } from 'aptfolio/products';
import { formatReason, LOCALES, type Reason } from '../../../src/evidence/index.js';
import { dealingMessages } from '../../../src/products/dealing/messages.js';
import { bondFund } from '../support.js';

/** Monday to Friday, without holidays. */
export const weekdays: BusinessCalendar = compileCalendar({
  id: 'weekdays',
  covers: { from: '2020-01-01', to: '2100-01-01' },
  holidays: [],
});

/** A Monday. */
export const monday: PlainDate = '2026-03-02';

/** The next sale of a bond fund as of `monday`, or what the question says. */
export function dealing(
  product: Partial<Product>,
  question: Partial<DealingQuestion> = {},
): Dealing {
  return nextDealing(bondFund(product), {
    side: 'sell',
    asOf: monday,
    calendar: weekdays,
    ...question,
  });
}

export function days({ status, orderOn, dealsOn, settlesOn }: Dealing): readonly unknown[] {
  return [status, orderOn, dealsOn, settlesOn];
}

export const codes = ({ reasons }: Dealing): readonly string[] =>
  reasons.map(({ code }) => code.replace('products.dealing.', ''));

/** A reason in every language. */
export const inWords = (reason: Reason): string =>
  LOCALES.map((locale) => formatReason(dealingMessages, reason, locale)).join(' ');
