import { normalQuantile } from '../../numerics/index.js';
import type { Interval } from '../../statistics/index.js';

/**
 * The adjusted Wald interval of a net promoter score, as a fraction: three more answers are added, three
 * quarters of one to promoters and detractors each, and the result is kept within [−1, 1].
 *
 * Source: B. Rocks, Interval Estimation for the "Net Promoter Score", The American Statistician 70 (2016)
 * 365–372.
 */
export function netPromoterInterval(
  promoters: number,
  detractors: number,
  n: number,
  confidence: number,
): Interval {
  const total = n + 3;
  const up = (promoters + 0.75) / total;
  const down = (detractors + 0.75) / total;
  const score = up - down;
  const variance = up + down - score * score;
  const reach = -normalQuantile((1 - confidence) / 2) * Math.sqrt(variance / total);
  return Object.freeze({
    low: Math.max(-1, score - reach) + 0,
    high: Math.min(1, score + reach) + 0,
    confidence,
    method: 'adjusted-wald',
  });
}
