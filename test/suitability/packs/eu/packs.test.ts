import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkMessages } from '../../../../src/evidence/index.js';
import {
  checkCases,
  compilePack,
  decide,
  lintPack,
  prepareRetention,
} from '../../../../src/rules/index.js';
import { euAppropriateness, euSuitability } from '../../../../src/suitability/packs/eu/index.js';

const law = JSON.parse(readFileSync('test/fixtures/regulation/eu-law.json', 'utf8')) as {
  readonly quotations: readonly { readonly address: string; readonly article: string }[];
};

describe.each([euSuitability, euAppropriateness])('$id', (pack) => {
  const compiled = compilePack(pack);

  it('answers all its cases as they were worked out by hand', () => {
    const { passed, failed } = checkCases(compiled);
    expect(failed).toEqual([]);
    expect(passed).toBe(pack.cases?.length);
  });

  it('has for each rule a case that it hits and one that it leaves alone', () => {
    const idle = Object.entries(checkCases(compiled).coverage).filter(
      ([, { hits, misses, elsewhere }]) => hits === 0 || misses + elsewhere === 0,
    );
    expect(idle).toEqual([]);
  });

  it('has no fault that lint finds beside passages that were not compared with the text', () => {
    const { findings } = lintPack(compiled);
    expect(findings.filter(({ fault }) => fault !== 'unverified-citation')).toEqual([]);
  });

  it('has a text in three languages for each rule, and none for no rule', () => {
    expect(checkMessages(pack.messages)).toEqual([]);
    const named = new Set(pack.rules.map(({ id, message }) => message ?? id));
    expect(Object.keys(pack.messages).filter((key) => !named.has(key))).toEqual([]);
  });

  it('calls verified exactly those passages whose words are at hand', () => {
    const cited = [...pack.rules, ...(pack.retention ?? [])].flatMap(({ citations }) => citations);
    const atHand = ({ address, article }: (typeof cited)[number]): boolean =>
      law.quotations.some((one) => one.address === address && one.article === article);
    expect(cited.filter((citation) => citation.verified !== atHand(citation))).toEqual([]);
    expect(cited.some(({ verified }) => verified)).toBe(true);
  });

  it('can be asked from 3 January 2018 and not before', () => {
    expect(() => decide(compiled, {}, { asOf: '2018-01-02' })).toThrow();
    expect(decide(compiled, {}, { asOf: '2018-01-03' }).status).toBe('undetermined');
  });
});

describe('the European packs together', () => {
  const packs = [compilePack(euSuitability), compilePack(euAppropriateness)];
  const asOf = '2026-06-15';

  it('never allow what nobody knows anything of', () => {
    expect(decide(packs, {}, { asOf }).status).toBe('undetermined');
  });

  it('name the service among what is missing', () => {
    const { missing } = decide(packs, { 'client.suitableTypes': [] }, { asOf });
    expect(missing.map(({ fact }) => fact)).toContain('service.kind');
  });

  it('leave each service to one of them', () => {
    for (const golden of euAppropriateness.cases ?? []) {
      if (golden.facts['service.kind'] === 'investment-advice') continue;
      const { status, deciding } = decide(packs, golden.facts, { asOf: golden.asOf });
      expect({ status, deciding }, golden.id).toEqual({
        status: golden.expect.status,
        deciding: [...(golden.expect.deciding ?? [])].sort(),
      });
    }
  });

  it('keep what was decided for five years, and say so once for each service', () => {
    const keep = prepareRetention(packs, { asOf });
    for (const [kind, suffix] of [
      ['portfolio-management', 'advised'],
      ['order-execution', 'unadvised'],
    ] as const) {
      const found = keep({ 'service.kind': kind }).map(({ id, years, after }) => [
        id,
        years,
        after,
      ]);
      expect(found).toEqual([
        [`EU-600-25(1)-${suffix}`, 5, 'decision'],
        [`EU-MIFID-16(7)-${suffix}`, 5, 'decision'],
      ]);
    }
  });
});
