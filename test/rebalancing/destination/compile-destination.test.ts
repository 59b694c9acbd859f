import { describe, expect, it } from 'vitest';
import { compileDestination } from '../../../src/rebalancing/destination/compile-destination.js';
import { expectRefusal } from '../../refusal.js';

const ask = (destination?: unknown, scope?: unknown, known?: ReadonlySet<string>) =>
  compileDestination(destination as never, scope as never, 'policy', known);

describe('compileDestination', () => {
  it('brings the whole account to its target if nothing else is said', () => {
    expect(ask()).toEqual({ destination: { kind: 'target' }, scope: { kind: 'whole' } });
  });

  it('refuses destinations by field', () => {
    const path = 'policy.destination';
    expectRefusal(() => ask([]), 'invalid-type', path);
    expectRefusal(() => ask({ kind: 'middle' }), 'unknown-value', `${path}.kind`);
    expectRefusal(() => ask({ kind: 'fraction' }), 'missing-value', `${path}.ofBand`);
    for (const ofBand of [-0.1, 1.1]) {
      expectRefusal(() => ask({ kind: 'fraction', ofBand }), 'out-of-range', `${path}.ofBand`);
    }
    expectRefusal(() => ask({ kind: 'inner', drift: -0.01 }), 'out-of-range', `${path}.drift`);
    expectRefusal(() => ask({ kind: 'inner', drift: Number.NaN }), 'not-finite', `${path}.drift`);
  });

  it('refuses scopes by field, and a rest that goes to something that is not measured', () => {
    const path = 'policy.scope';
    const known = new Set(['bond']);
    const to = (absorbedBy: unknown) => () =>
      ask({ kind: 'edge' }, { kind: 'breached', absorbedBy }, known);
    expect(to('bond')().scope).toEqual({ kind: 'breached', absorbedBy: 'bond' });
    expect(to('cash')().scope).toEqual({ kind: 'breached', absorbedBy: 'cash' });
    expectRefusal(to('stock'), 'unknown-id', `${path}.absorbedBy`);
    expectRefusal(to(''), 'empty', `${path}.absorbedBy`);
    expectRefusal(() => ask({ kind: 'edge' }, { kind: 'some' }), 'unknown-value', `${path}.kind`);
    expectRefusal(() => ask({ kind: 'edge' }, []), 'invalid-type', path);
  });
});
