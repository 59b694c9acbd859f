import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/evidence/index.js';
import { compilePack, decide, describeFinding, type RuleFacts } from '../../src/rules/index.js';
import { DAY, pack, rule, text, YES_NO } from './make-pack.js';

describe('the text of a rule', () => {
  const facts = {
    share: { type: 'number', label: text('share') },
    done: YES_NO,
    kinds: { type: 'list', label: text('kinds') },
    on: { type: 'date', label: text('day') },
  } as const;
  const words = '{share:percent2} {share:number} {share:money} {done} {kinds} {on} {share}';
  const packs = compilePack({
    ...pack([rule('R', { holds: 'done' })], facts),
    messages: { R: text(words) },
  });
  const textOf = (given: RuleFacts, locale: Locale): string => {
    const { findings } = decide(packs, given, { ...DAY, everything: true });
    return describeFinding(findings[0] as (typeof findings)[number], locale);
  };

  it('is filled in every format', () => {
    const given = { share: 0.12345, done: true, kinds: ['a', 'b'], on: '2026-01-31' };
    // Two decimals of a percentage; three significant digits below 1; the number as it is.
    expect(textOf(given, 'en')).toBe('12.35% 0.123 0.123 yes a, b 2026-01-31 0.12345');
    expect(textOf(given, 'zh-Hant')).toBe('12.35% 0.123 0.123 是 a、b 2026-01-31 0.12345');
  });

  it('has a question mark for what is unknown, whatever the format', () => {
    expect(textOf({}, 'en')).toBe('? ? ? ? ? ? ?');
    expect(textOf({ kinds: [] }, 'en')).toBe('? ? ? ? nothing ? ?');
  });
});
