import { isPlainDate } from '../../dates/index.js';
import { checkObject } from '../../errors/index.js';
import { formatMessage, type Locale, type Parameters } from '../../evidence/index.js';
import { writeValue } from '../explain/write-value.js';
import type { Counterfactual, FactChangeProposal } from './counterfactual.js';
import { counterfactualMessages } from './messages.js';

/**
 * Says in one sentence what would have to be different, without what it becomes.
 *
 * @throws AptfolioError `unknown-value` with the path `locale`.
 *
 * @example
 * ```ts
 * import { describeCounterfactual } from 'aptfolio/rules';
 *
 * const label = { 'zh-Hans': '交易金额', 'zh-Hant': '交易金額', en: 'amount of the order' };
 * const change = { fact: 'order.amount', label, unit: 'CNY', was: 150000, is: '<=', value: 120000 } as const;
 * describeCounterfactual({ changes: [change], becomes: 'allow' }, 'en');
 * // => 'amount of the order at most 120,000 CNY'
 * describeCounterfactual({ changes: [change], becomes: 'allow' }, 'zh-Hans'); // => '交易金额不超过120,000 CNY'
 * ```
 */
export function describeCounterfactual(counterfactual: Counterfactual, locale: Locale): string {
  const { changes } = checkObject(counterfactual, 'counterfactual') as unknown as Counterfactual;
  return changes
    .map((change) => describeChange(change, locale))
    .reduce((one, other) => say('rules.change.and', locale, { one, other }));
}

/** A request says what is to be done; a number or a text that is to be chosen stands beside it. */
function describeChange(
  { label, unit, valueLabels, is, value, request }: FactChangeProposal,
  locale: Locale,
): string {
  if (request !== undefined && isSaidBy(value)) return request[locale];
  const written = writeValue(value, unit, locale, valueLabels);
  const what = request?.[locale] ?? label[locale];
  if (typeof value !== 'number') return say('rules.change.is', locale, { what, value: written });
  const start = request === undefined ? what : say('rules.change.request', locale, { what });
  return say(KEYS[is], locale, { what: start, value: written });
}

const KEYS: Readonly<Record<FactChangeProposal['is'], string>> = {
  '<=': 'rules.change.most',
  '>=': 'rules.change.least',
  '=': 'rules.change.exactly',
};

/** What is done, or done today, is all said by the request. */
function isSaidBy(value: FactChangeProposal['value']): boolean {
  return typeof value === 'boolean' || (typeof value === 'string' && isPlainDate(value));
}

function say(key: string, locale: Locale, parameters: Parameters): string {
  return formatMessage(counterfactualMessages, key, locale, parameters);
}
