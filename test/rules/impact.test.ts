import { describe, expect, it } from 'vitest';
import { compilePack, decide, packImpact, type RulePack } from '../../src/rules/index.js';
import { expectRefusal } from '../refusal.js';
import { pack, parameter, rule, text } from './make-pack.js';

const FACTS = {
  level: { type: 'number', label: text('level') },
  risk: { type: 'number', label: text('risk') },
} as const;

/** Stops what is more than a number of steps above the level. */
function allowing(steps: number): RulePack {
  const right = { plus: [{ fact: 'level' }, { parameter: 'steps' }] };
  const above = rule('ABOVE', { left: { fact: 'risk' }, is: '>', right });
  return pack([above], FACTS, { version: String(steps), parameters: { steps: parameter(steps) } });
}

const [lax, strict] = [allowing(1), allowing(0)].map((one) => compilePack(one)) as [
  ReturnType<typeof compilePack>,
  ReturnType<typeof compilePack>,
];
const clients = [1, 2, 3].map((level) => ({ level }));
const products = [1, 2, 3, 4].map((risk) => ({ risk }));
const days = { from: '2026-03-02', to: '2026-03-02' } as const;

describe('packImpact', () => {
  it('counts by hand what a stricter pack stops', () => {
    // One step above the level: client 1 loses product 2, client 2 product 3, client 3 product 4.
    const impact = packImpact([lax], [strict], { clients, products }, days);
    expect(impact).toEqual({
      pairs: 12,
      changed: 3,
      moves: [{ from: 'allow', to: 'block', count: 3 }],
      clients: 3,
      products: 3,
      examples: [
        { client: 0, product: 1, from: 'allow', to: 'block' },
        { client: 1, product: 2, from: 'allow', to: 'block' },
        { client: 2, product: 3, from: 'allow', to: 'block' },
      ],
    });
  });

  it('agrees with deciding every pair twice, and finds nothing between a pack and itself', () => {
    const impact = packImpact([strict], [lax], { clients, products }, { ...days, most: 1 });
    const changed = clients.flatMap((client) =>
      products.filter((product) => {
        const [was, is] = [strict, lax].map(
          (one) => decide([one], { ...client, ...product }, { asOf: days.from }).status,
        );
        return was !== is;
      }),
    );
    expect(impact.changed).toBe(changed.length);
    expect(impact.examples).toHaveLength(1);
    expect(packImpact([lax], [lax], { clients, products }, days).changed).toBe(0);
  });

  it('tells how far it is, and needs facts that can be decided', () => {
    const seen: (readonly number[])[] = [];
    const many = Array.from({ length: 5000 }, () => ({ level: 2 }));
    const onProgress = (done: number, total: number): void => void seen.push([done, total]);
    const impact = packImpact(
      [lax],
      [strict],
      { clients: many, products },
      { ...days, onProgress },
    );
    expect(seen.at(-1)).toEqual([5000, 5000]);
    expect(impact.changed).toBe(5000);
    const wrong = { clients: [...clients, { level: 'two' as never }], products };
    expectRefusal(
      () => packImpact([lax], [strict], wrong, days),
      'inconsistent',
      'book.clients[3]',
    );
    expectRefusal(
      () => packImpact([lax], [strict], { clients, products }, { ...days, most: -1 }),
      'out-of-range',
      'options.most',
    );
  });
});
