import { describe, expect, it } from 'vitest';
import { money } from '../../src/money/index.js';
import { valueBridge } from '../../src/performance/index.js';
import { cny, expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const lines = [
  { id: 'contributions', amount: cny('500') },
  { id: 'market', amount: cny('-20.50') },
];

describe('valueBridge', () => {
  it('shows the value after each line', () => {
    const bridge = valueBridge(cny('1000'), lines, cny('1479.50'));
    expect(bridge).toEqual({
      status: 'explained',
      opening: cny('1000'),
      steps: [
        { id: 'contributions', amount: cny('500'), value: cny('1500') },
        { id: 'market', amount: cny('-20.50'), value: cny('1479.50') },
      ],
      closing: cny('1479.50'),
      unexplained: cny('0'),
    });
    expect(isDeeplyFrozen(bridge)).toBe(true);
  });

  it('names a cent that the lines do not explain, with its sign', () => {
    expect(valueBridge(cny('1000'), lines, cny('1479.51'))).toMatchObject({
      status: 'unexplained',
      unexplained: cny('0.01'),
    });
    expect(valueBridge(cny('1000'), lines, cny('1479.49'))).toMatchObject({
      status: 'unexplained',
      unexplained: cny('-0.01'),
    });
  });

  it('adds what floating point does not: 0.10 + 0.20 is 0.30', () => {
    const cents = [
      { id: 'a', amount: cny('0.10') },
      { id: 'b', amount: cny('0.20') },
    ];
    expect(valueBridge(cny('0'), cents, cny('0.30')).status).toBe('explained');
  });

  it('without lines explains only that nothing happened', () => {
    expect(valueBridge(cny('5'), [], cny('5')).status).toBe('explained');
    expect(valueBridge(cny('5'), [], cny('6')).unexplained).toEqual(cny('1'));
  });

  it.each([
    ['no opening value', null, lines, cny('1'), 'missing-value', 'opening'],
    ['a number', 5, lines, cny('1'), 'invalid-type', 'opening'],
    ['no closing value', cny('1'), lines, undefined, 'missing-value', 'closing'],
    ['two currencies', cny('1'), [], money('USD', '1'), 'currency-mismatch', 'closing.currency'],
    ['no lines', cny('1'), undefined, cny('1'), 'missing-value', 'lines'],
    ['a line that is none', cny('1'), [null], cny('1'), 'missing-value', 'lines[0]'],
    [
      'a line without an id',
      cny('1'),
      [{ amount: cny('1') }],
      cny('1'),
      'missing-value',
      'lines[0].id',
    ],
    ['an id twice', cny('1'), [...lines, lines[0]], cny('1'), 'duplicate-id', 'lines[2].id'],
    [
      'a line without an amount',
      cny('1'),
      [{ id: 'a' }],
      cny('1'),
      'missing-value',
      'lines[0].amount',
    ],
    [
      'a line in another currency',
      cny('1'),
      [{ id: 'a', amount: money('USD', '1') }],
      cny('1'),
      'currency-mismatch',
      'lines[0].amount.currency',
    ],
  ] as const)('refuses %s', (_, opening, list, closing, code, path) => {
    expectRefusal(() => valueBridge(wrong(opening), wrong(list), wrong(closing)), code, path);
  });
});
