import * as schema from 'aptfolio/schema';
import { describe, expect, it } from 'vitest';
import { INPUTS } from './inputs/index.js';

const ROWS: readonly (readonly [string, schema.ParseRows<unknown>])[] = [
  ['transactions', schema.parseTransactions],
  ['facts', schema.parseFacts],
  ['investment-trades', schema.parseInvestmentTrades],
  ['product-prices', schema.parseProductPrices],
  ['market-levels', schema.parseMarketLevels],
  ['investment-values', schema.parseInvestmentValues],
  ['action-outcomes', schema.parseActionOutcomes],
  ['rfm-rows', schema.parseRfmRows],
  ['rule-facts-rows', schema.parseRuleFactsRows],
  ['segment-rows', schema.parseSegmentRows],
  ['feature-rows', schema.parseFeatureRows],
];

describe.each(ROWS)('%s', (name, parseRows) => {
  const [row] = INPUTS[name]!.samples[0] as readonly object[];

  it('lose no row because of a bad one', () => {
    const { values, rows, failures } = parseRows([null, row, 7, row]);
    expect(values).toEqual([row, row]);
    expect(rows).toEqual([1, 3]);
    expect(failures.map((failure) => failure.row)).toEqual([0, 2]);
    expect(failures.map(({ issues }) => issues[0]!.code)).toEqual([
      'missing-value',
      'invalid-type',
    ]);
  });

  it('are copied and frozen, without comments', () => {
    const given = { ...row, $note: 'from the core system' };
    const { values } = parseRows([given]);
    expect(values).toEqual([row]);
    expect(Object.isFrozen(values[0])).toBe(true);
    expect(Object.isFrozen(given)).toBe(false);
  });

  it('may be none, but must be a list', () => {
    expect(parseRows([])).toEqual({ values: [], rows: [], failures: [] });
    expect(() => parseRows('none')).toThrow(expect.objectContaining({ code: 'invalid-type' }));
  });
});

describe('further fields of a row', () => {
  // Of facts nothing is dropped.
  it.each(ROWS.filter(([name]) => !/facts/.test(name)))('of %s are dropped', (name, parseRows) => {
    const [row] = INPUTS[name]!.samples[0] as readonly object[];
    expect(parseRows([{ ...row, branch: 'North' }]).values).toEqual([row]);
  });
});

describe('a fault in a fact', () => {
  const fact = {
    path: 'client.retired',
    value: 'a secret',
    asOf: '2026-01-05',
    source: 'client',
    confidence: 0.8,
  };

  it('shows nothing that concerns the person', () => {
    const { failures } = schema.parseFacts([{ ...fact, value: 'secret \ud800', asOf: 'secret' }]);
    const paths = failures[0]!.issues.map(({ path }) => path);
    expect([...new Set(paths)]).toEqual(['facts[0].value', 'facts[0].asOf']);
    expect(JSON.stringify(failures)).not.toContain('secret');
    const stored = { client: 'secret person', facts: [] };
    const result = schema.safeParseFactLedger(stored);
    expect(result).toMatchObject({ status: 'invalid', issues: [{ path: 'ledger.client' }] });
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(() => schema.parseFactLedger(stored)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });
});
