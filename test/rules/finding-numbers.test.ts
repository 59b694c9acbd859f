import { describe, expect, it } from 'vitest';
import { localisedText } from '../../src/evidence/index.js';
import { compilePack, decide, describeFinding, type RuleFacts } from '../../src/rules/index.js';
import { DAY, pack, rule, text, YES_NO } from './make-pack.js';

describe('the numbers in the text of a rule', () => {
  const facts = {
    share: { type: 'number', label: text('share') },
    limit: { type: 'number', label: text('limit') },
    done: YES_NO,
  } as const;
  const say = (english: string, given: RuleFacts): string => {
    const shown = english.replace(/\{\w+\|[^}]*\}/g, '');
    const packs = compilePack({
      ...pack([rule('R', { holds: 'done' })], facts),
      messages: { R: localisedText(shown, shown, english) },
    });
    const { findings } = decide(packs, { done: true, ...given }, DAY);
    return describeFinding(findings[0] as (typeof findings)[number], 'en');
  };

  it('that differ are written so that they do', () => {
    const words = '{share:percent} of {limit:percent}';
    // 40.004 against 40: the third decimal is the first that differs.
    expect(say(words, { share: 0.40004, limit: 0.4 })).toBe('40.004% of 40.000%');
    expect(say(words, { share: 0.5, limit: 0.4 })).toBe('50.0% of 40.0%');
    expect(say('{share:money} of {limit}', { share: 4.999, limit: 5 })).toBe('4.999 of 5');
  });

  it('choose the word that follows them', () => {
    const words = 'wait {share} {share|day|days}';
    expect(say(words, { share: 1 })).toBe('wait 1 day');
    expect(say(words, { share: 2 })).toBe('wait 2 days');
    expect(say(words, {})).toBe('wait unknown days');
  });
});
