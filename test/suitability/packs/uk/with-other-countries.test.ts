import { compilePack, decide, type FactDeclaration, type RulePack } from 'aptfolio/rules';
import { auCorporations } from 'aptfolio/suitability/packs/au';
import { hkSfc } from 'aptfolio/suitability/packs/hk';
import { sgMas } from 'aptfolio/suitability/packs/sg';
import { ukCobs } from 'aptfolio/suitability/packs/uk';
import { usRegBi } from 'aptfolio/suitability/packs/us';
import { describe, expect, it } from 'vitest';
import { CLIENT_FACTS } from '../../../../src/suitability/facts/client-facts.js';
import { ORDER_FACTS } from '../../../../src/suitability/facts/order-facts.js';

const PACKS: readonly (readonly [string, RulePack, string])[] = [
  ['uk', ukCobs, 'GBP'],
  ['us', usRegBi, 'USD'],
  ['hk', hkSfc, 'HKD'],
  ['sg', sgMas, 'SGD'],
  ['au', auCorporations, 'AUD'],
];

const SHARED: Readonly<Record<string, FactDeclaration>> = { ...CLIENT_FACTS, ...ORDER_FACTS };

describe('the packs of several countries', () => {
  it.each(PACKS)(
    'declare what is particular to %s under its own prefix and currency',
    (code, pack, currency) => {
      for (const [name, declaration] of Object.entries(pack.facts)) {
        if (Object.hasOwn(SHARED, name)) {
          expect(declaration, name).toEqual(SHARED[name]);
          continue;
        }
        expect(name.startsWith(`${code}.`), name).toBe(true);
        if (declaration.type === 'amount') expect(declaration.unit, name).toBe(currency);
      }
    },
  );

  it.each(PACKS)('number the rules of %s with the country in front', (code, pack) => {
    for (const { id } of pack.rules) expect(id.startsWith(`${code.toUpperCase()}-`), id).toBe(true);
  });

  it.each(PACKS)('read every fact that %s declares for itself', (code, pack) => {
    const { facts, ...rest } = pack;
    const read = JSON.stringify([rest.rules, rest.terms]);
    for (const name of Object.keys(facts)) {
      if (name.startsWith(`${code}.`)) expect(read, name).toContain(`"${name}"`);
    }
  });

  it('can be asked together, and the hardest of them wins', () => {
    const hongKong = hkSfc.cases?.find(({ id }) => id === 'HK03');
    const britain = ukCobs.cases?.find(({ id }) => id === 'UK01');
    const both = { ...britain?.facts, ...hongKong?.facts };
    const decision = decide([compilePack(ukCobs), compilePack(hkSfc)], both, {
      asOf: '2026-03-02',
    });
    expect(decision.status).toBe('block');
    expect(decision.deciding).toEqual(['HK-SFC-5.2']);
    expect(decision.verified).toBe(false);
  });
});
