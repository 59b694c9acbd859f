import { AptfolioError, at } from '../../errors/index.js';
import { checkMessages } from '../../evidence/index.js';
import type { RulePack } from '../pack.js';
import { namesIn } from '../placeholders.js';
import type { Names } from './names.js';

/** Checks that every rule has a text in every language, and that the texts name only what can be filled in. */
export function checkTexts(pack: RulePack, names: Names): void {
  const [fault] = checkMessages(pack.messages);
  if (fault !== undefined) {
    const path = at(at('pack.messages', fault.key), fault.locale);
    const code = fault.fault === 'missing' ? 'missing-value' : 'invalid-format';
    throw new AptfolioError(
      code,
      path,
      `a text in every language, with the same placeholders (${fault.fault})`,
    );
  }
  pack.rules.forEach((rule, index) => {
    const key = rule.message ?? rule.id;
    if (Object.hasOwn(pack.messages, key)) return;
    const path = at(at('pack.rules', index), 'message');
    throw new AptfolioError('unknown-message', path, 'a key of pack.messages', key);
  });
  for (const [key, texts] of Object.entries(pack.messages)) {
    for (const name of namesIn(texts)) {
      if (names.facts.has(name) || names.parameters.has(name)) continue;
      const path = at(at('pack.messages', key), 'en');
      throw new AptfolioError('unknown-id', path, 'a fact, term or parameter of the pack', name);
    }
  }
}
