import { checkList } from '../errors/index.js';
import type { Messages } from '../evidence/index.js';
import type { CompiledPack } from './compile.js';

/**
 * What the facts and terms of packs are called, for texts that name them (`{missing:term}`), to be merged with the other messages.
 *
 * Reasons name facts as packs do: `order.clientInsists`. With these texts the sentence says what the pack calls it; a bank's own packs give their own labels.
 *
 * @param packs of which the first one's label counts where they share a fact.
 * @returns by `term.` and the name of the fact, frozen.
 *
 * @example
 * ```ts
 * import { formatReason, makeReason, mergeMessages } from 'aptfolio/evidence';
 * import { ordersMessages } from 'aptfolio/orders';
 * import { compilePack, factMessages } from 'aptfolio/rules';
 * import { cnCsrc } from 'aptfolio/suitability/packs/cn';
 *
 * const messages = mergeMessages(ordersMessages, factMessages([compilePack(cnCsrc)]));
 * const parameters = { rules: ['CN-CSRC-18'], missing: ['order.clientInsists'] };
 * formatReason(messages, makeReason('orders.not-determined', 'block', parameters), 'zh-Hans');
 * // => '尚不能判断是否可以办理。涉及的规则：CN-CSRC-18；尚不知道：客户主动要求购买。'
 * ```
 */
export function factMessages(packs: readonly CompiledPack[]): Messages {
  const texts: Record<string, Messages[string]> = {};
  for (const { pack } of checkList<CompiledPack>(packs, 'packs')) {
    for (const [name, { label }] of Object.entries({ ...pack.terms, ...pack.facts })) {
      texts[`term.${name}`] ??= label;
    }
  }
  return Object.freeze(texts);
}
