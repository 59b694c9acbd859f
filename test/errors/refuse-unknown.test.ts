import { describe, expect, it } from 'vitest';
import { refuseUnknown } from '../../src/errors/index.js';
import { expectRefusal } from '../refusal.js';

describe('refuseUnknown', () => {
  const fields = { amount: true, limit: true } as const;

  it('lets known fields pass, absent ones too', () => {
    expect(() => refuseUnknown({ amount: undefined }, 'request', fields)).not.toThrow();
  });

  it('refuses any other, what every object inherits included', () => {
    expectRefusal(
      () => refuseUnknown({ amount: 1, limits: 2 }, 'request', fields),
      'unknown-id',
      'request.limits',
    );
    expectRefusal(
      () => refuseUnknown({ toString: 1 }, 'request', fields),
      'unknown-id',
      'request.toString',
    );
  });

  it.each([undefined, null, 'text', 5])('leaves %j to the check of its value', (given) => {
    expect(() => refuseUnknown(given, 'request', fields)).not.toThrow();
  });
});
