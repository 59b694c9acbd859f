import { describe, expect, it } from 'vitest';
import { clientPrivacyPolicy, redact } from '../../../src/client/index.js';
import { expectRefusal, isDeeplyFrozen, wrong } from '../support.js';

const record = {
  client: { id: 'cli_lin', birthDate: '1988-02-29', nickname: 'Lin' },
  baseCurrency: 'CNY',
  holdings: [{ id: 'MMF', amount: '118000.00' }],
};

describe('the ready policy for client records', () => {
  it('is taken where no other is given', () => {
    for (const audience of ['client', 'adviser', 'analyst', 'public'] as const) {
      expect(redact(record, audience)).toEqual(redact(record, audience, clientPrivacyPolicy));
    }
  });

  it('shows each audience no more than its part', () => {
    const { nickname: _, ...client } = record.client;
    expect(redact(record, 'adviser').record).toEqual({ ...record, client });
    expect(redact(record, 'client').record).toEqual({ ...record, client });
    expect(redact(record, 'analyst').record).toEqual({
      client: { id: '***', birthDate: '***' },
      baseCurrency: 'CNY',
    });
    expect(redact(record, 'public').record).toEqual({ baseCurrency: 'CNY' });
  });

  it('knows no other audience, and cannot be changed', () => {
    expectRefusal(() => redact(record, 'neighbour'), 'unknown-id', 'audience');
    expectRefusal(() => redact(record, wrong(undefined)), 'missing-value', 'audience');
    expect(isDeeplyFrozen(clientPrivacyPolicy)).toBe(true);
  });
});
