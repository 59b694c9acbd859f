import { compilePack, decide } from 'aptfolio/rules';
import { sgMas } from 'aptfolio/suitability/packs/sg';
import { describe, expect, it } from 'vitest';

describe('the rules of Singapore', () => {
  it.each([
    ['life-policy', 'increase', ['SG-free-look'], 14],
    ['unit-trust', 'increase', ['SG-cancellation'], 7],
    ['other', 'increase', [], undefined],
    ['life-policy', 'reduce', [], undefined],
    ['unit-trust', 'reduce', [], undefined],
  ])('tell a client with a %s (%s) of second thoughts: %j', (kind, effect, rules, days) => {
    const [example] = sgMas.cases ?? [];
    const facts = { ...example?.facts, 'sg.product.kind': kind, 'order.effect': effect };
    const { findings } = decide(compilePack(sgMas), facts, { asOf: '2026-03-02' });
    const told = findings.filter(
      ({ outcome, standing }) => outcome === 'info' && standing === 'fired',
    );
    expect(told.map(({ rule }) => rule)).toEqual(rules);
    expect(Object.values(told[0]?.parameters ?? {})[0]).toBe(days);
  });
});
