import { describe, expect, it } from 'vitest';
import { dateEvidence } from '../../src/client/recurring/evidence.js';
import tails from '../fixtures/client/recurring/binomial-tails.json' with { type: 'json' };

describe('the evidence of dates', () => {
  it('is Hoeffding’s exponent, as scipy has it', () => {
    expect(tails.rows.length).toBeGreaterThan(100);
    for (const { evidence, logTail: _, ...trial } of tails.rows) {
      expect(dateEvidence(trial)).toBeCloseTo(evidence, 9);
    }
  });

  it('never claims more than the tail of the binomial distribution, by scipy', () => {
    for (const { evidence: _, logTail, ...trial } of tails.rows) {
      expect(-dateEvidence(trial)).toBeGreaterThanOrEqual(logTail - 1e-9);
    }
  });

  it('is none where chance would meet as many days', () => {
    // Two bookings a day: a window of three days is empty in exp(−6) = 0.25 % of all cases, and 1 of 9 is missed.
    expect(dateEvidence({ expected: 10, hits: 9, play: 1, seen: 140, span: 70 })).toBe(0);
  });
});
