import { describe, expect, it } from 'vitest';
import { profileClient } from '../../src/client/index.js';
import { AptfolioError } from '../../src/errors/index.js';
import { AS_OF, expectRefusal, policy, view, wrong } from './support.js';

const read = (change: object) =>
  profileClient(wrong({ ...view, ...change }), policy, { asOf: AS_OF });
const consenting = (consents: unknown) => () => read({ client: { ...view.client, consents } });

describe('a view', () => {
  it.each([
    ['profilingWithdrawnOn', 'view.client.consents.profilingWithdrawnOn'],
    ['profilling', 'view.client.consents.profilling'],
    ['13800138000', 'view.client.consents[*]'],
  ])('is refused with a consent of another name, which may be a withdrawal: %s', (name, path) => {
    expectRefusal(consenting({ profiling: true, [name]: '2026-01-01' }), 'unknown-id', path);
  });

  it('is refused with a consent that is no boolean', () => {
    const where = 'view.client.consents.marketing';
    expectRefusal(consenting({ marketing: 'yes' }), 'invalid-type', where);
  });

  it.each([
    ['13800138000', 'view.fx[*]'],
    ['', 'view.fx[*]'],
    ['RMB', 'view.fx.RMB'],
  ])(
    'is refused with a rate of no currency, and shows no key that may be data: %j',
    (key, path) => {
      expectRefusal(() => read({ fx: { [key]: '7.1' } }), 'unknown-currency', path);
      try {
        read({ fx: { [key]: '7.1' } });
      } catch (error) {
        if (!(error instanceof AptfolioError)) throw error;
        expect(JSON.stringify(error.issues)).not.toContain('13800138000');
      }
    },
  );
});
