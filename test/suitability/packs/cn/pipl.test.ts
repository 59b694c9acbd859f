import { describe, expect, it } from 'vitest';
import { compilePack, decide } from '../../../../src/rules/index.js';
import { cnPipl } from '../../../../src/suitability/packs/cn/pipl/pipl.js';
import { describePack } from './conduct-support.js';

describePack(cnPipl);

const pack = compilePack(cnPipl);

describe('a child’s information', () => {
  const born = (birthDate: string) =>
    ({
      'processing.activity': 'collection',
      'client.kind': 'natural',
      'client.birthDate': birthDate,
      'data.categories': ['contact'],
      'consent.writtenRequired': false,
    }) as const;

  it('is a child’s until the day before the fourteenth birthday', () => {
    const dayBefore = decide([pack], born('2012-06-15'), { asOf: '2026-06-14' });
    expect(dayBefore.deciding).toEqual([
      'CN-PIPL-28',
      'CN-PIPL-29',
      'CN-PIPL-31(1)',
      'CN-PIPL-31(2)',
    ]);
    expect(decide([pack], born('2012-06-15'), { asOf: '2026-06-15' }).status).toBe('allow');
  });

  it('is one on the last day of February of a year without a 29th', () => {
    // Born on 29 February 2012; 2026 has none, so fourteen years are complete on its last day, by analogy with Civil Code 202.
    expect(decide([pack], born('2012-02-29'), { asOf: '2026-02-27' }).status).toBe('require');
    expect(decide([pack], born('2012-02-29'), { asOf: '2026-02-28' }).status).toBe('allow');
  });
});

describe('how long data are kept', () => {
  it('is no more than the longer of need and law, even while one of them is unknown', () => {
    const facts = {
      'processing.activity': 'storage',
      'client.kind': 'natural',
      'retention.plannedYears': 5,
      'retention.neededYears': 5,
    } as const;
    expect(decide([pack], facts, { asOf: '2026-06-15' }).status).toBe('allow');
  });
});
