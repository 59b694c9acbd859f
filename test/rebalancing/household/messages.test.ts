import { describe, expect, it } from 'vitest';
import { checkMessages, formatReason, LOCALES, makeReason } from '../../../src/evidence/index.js';
import { money } from '../../../src/money/index.js';
import { householdMessages } from '../../../src/rebalancing/household/messages.js';
import { HOUSEHOLD_FLAGS } from '../../../src/rebalancing/household/result.js';

describe('householdMessages', () => {
  it('are complete', () => {
    expect(checkMessages(householdMessages)).toEqual([]);
  });

  it('say something about every flag, in every language', () => {
    for (const flag of HOUSEHOLD_FLAGS) {
      const parameters = { account: 'ACC-7', amount: money('CNY', '12.34') };
      const reason = makeReason(`rebalancing.household-${flag}`, 'info', parameters);
      for (const locale of LOCALES) {
        const text = formatReason(householdMessages, reason, locale);
        expect(text).toContain('ACC-7');
        expect(text).not.toMatch(/[{}]|undefined/);
      }
    }
  });
});
