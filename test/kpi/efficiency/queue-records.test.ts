import { describe, expect, it } from 'vitest';
import { queueRecords } from '../../../src/kpi/index.js';
import { expectRefusal, wrong } from '../support.js';

const at = (text: string) => `2026-03-02T${text}+08:00`;
const visit = { id: 'q/1', joinedAt: at('09:00:00') };
const asOf = at('10:00:00');
const event = (change: object) => queueRecords({ ...visit, ...change }, { asOf })[0]!.event;

describe('queueRecords', () => {
  it('counts minutes until served', () => {
    expect(event({ servedAt: at('09:07:30') })).toEqual({ duration: 7.5 });
    expect(event({ servedAt: at('09:00:00') })).toEqual({ duration: 0 });
  });

  it('takes the wait of who left, and of who still waits, for one that was longer', () => {
    expect(event({ leftAt: at('09:04:00') })).toEqual({ duration: 4, open: true });
    expect(event({})).toEqual({ duration: 60, open: true });
  });

  it('makes a record for the median and one for nine in ten, of one id each', () => {
    const records = queueRecords({ ...visit, dimensions: { branch: 'Pudong' } }, { asOf });
    expect(records.map(({ id }) => id)).toEqual([
      'queue-wait-median/q%2F1',
      'queue-wait-p90/q%2F1',
    ]);
    expect(records[1]!.dimensions).toEqual({ branch: 'Pudong' });
  });

  it('refuses what cannot be', () => {
    const make = (change: object) => () => event(wrong(change));
    const both = { servedAt: at('09:10:00'), leftAt: at('09:20:00') };
    expectRefusal(make(both), 'inconsistent', 'visit.leftAt');
    expectRefusal(make({ servedAt: at('08:59:59') }), 'inconsistent', 'visit.servedAt');
    expectRefusal(make({ leftAt: at('10:00:01') }), 'inconsistent', 'visit.leftAt');
    expectRefusal(make({ joinedAt: 'nine' }), 'invalid-format', 'visit.joinedAt');
    expectRefusal(make({ waited: 3 }), 'unknown-id', 'visit.waited');
  });
});
