import { compilePack, decide, type RuleFacts, type RulePack } from 'aptfolio/rules';
import { describe, expect, it } from 'vitest';
import { cnCsrc } from '../../../../src/suitability/packs/cn/csrc/csrc.js';
import { cnNfra } from '../../../../src/suitability/packs/cn/nfra/nfra.js';
import { cnNfraAssessment } from '../../../../src/suitability/packs/cn/nfra/nfra-assessment.js';
import { cnPrivateMinimum } from '../../../../src/suitability/packs/cn/private/private-minimum.js';
import { cnQualifiedInvestor } from '../../../../src/suitability/packs/cn/private/qualified-investor.js';
import golden from '../../../fixtures/regulation/cn-golden-cases.json' with { type: 'json' };

/** Which packs answer the cases of one name: at the counter the regime of the product chooses. */
const PACKS: Readonly<Record<string, readonly RulePack[]>> = {
  'cn-nfra': [cnNfra, cnCsrc],
  'cn-nfra-assessment': [cnNfraAssessment],
  'cn-qualified-investor': [cnQualifiedInvestor],
  'cn-private-minimum': [cnPrivateMinimum],
};

/** A case as the fixture has it, with the day apart from the facts. */
const CASES = golden.cases
  .filter(({ pack }) => pack in PACKS)
  .map(({ id, pack, facts, expect: expected, why }) => {
    const { asOf = '2026-06-15', ...known } = facts as Record<string, unknown>;
    return { id, pack, asOf: asOf as '2026-06-15', facts: known as RuleFacts, expected, why };
  });

describe('the cases worked out by hand', () => {
  it('are all those of a sale', () => {
    const elsewhere = golden.cases.filter(({ pack }) => !(pack in PACKS));
    expect(new Set(elsewhere.map(({ pack }) => pack))).toEqual(new Set(['cn-nfra-insurance']));
    expect(CASES).toHaveLength(23);
  });

  it.each(CASES.map((example) => [example.id, example.why, example] as const))(
    'come out as expected: %s, %s',
    (_id, _why, { pack, asOf, facts, expected }) => {
      const packs = (PACKS[pack] as readonly RulePack[]).map((each) => compilePack(each));
      const { status, deciding } = decide(packs, facts, { asOf });
      expect([
        expected.decision,
        'alsoAccept' in expected ? expected.alsoAccept : undefined,
      ]).toContain(status);
      if (status === 'allow') expect(deciding).toEqual([]);
      else if (status === expected.decision) expect(deciding).toEqual(expected.rules);
      else expect(deciding).toEqual(expect.arrayContaining(expected.rules));
    },
  );

  it('travel with the pack that answers them alone', () => {
    const travelling = Object.values(PACKS)
      .flat()
      .flatMap(({ cases = [] }) => cases);
    const copies = CASES.map(({ id, facts, asOf }) => ({ id, facts, asOf }));
    const found = copies.map(({ id }) => {
      const copy = travelling.find((example) => example.id === id);
      return { id, facts: copy?.facts, asOf: copy?.asOf };
    });
    expect(found).toEqual(copies);
  });
});
