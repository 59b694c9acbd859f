/** Weights by bisection, or the items whose risks leave nothing to split by. */
export type Bisection =
  | { readonly status: 'split'; readonly weights: Float64Array<ArrayBuffer> }
  | { readonly status: 'riskless'; readonly members: readonly number[] };

/** A variance below this part of the terms that it is summed from is rounding. */
const RISKLESS = 1e-14;

/**
 * Halves the ordered items again and again, giving each half in inverse proportion to the variance that it has under
 * inverse-variance weights. Variances on the diagonal are above 0.
 *
 * Source: M. López de Prado, Building Diversified Portfolios that Outperform Out of Sample (2016), stage 3.
 */
export function bisectRisk(covariance: Float64Array, order: readonly number[]): Bisection {
  const weights = new Float64Array(order.length).fill(1);
  const pending: (readonly number[])[] = [order];
  for (let items = pending.pop(); items !== undefined; items = pending.pop()) {
    if (items.length < 2) continue;
    const middle = Math.floor(items.length / 2);
    const halves = [items.slice(0, middle), items.slice(middle)] as const;
    const first = clusterVariance(covariance, halves[0], order.length);
    const second = clusterVariance(covariance, halves[1], order.length);
    if (!(first + second > 0)) return { status: 'riskless', members: items };
    for (const i of halves[0]) weights[i]! *= second / (first + second);
    for (const i of halves[1]) weights[i]! *= first / (first + second);
    pending.push(halves[1], halves[0]);
  }
  return { status: 'split', weights };
}

/** w'Vw under weights in proportion to 1/σ², exactly 0 where the risks cancel out. */
function clusterVariance(covariance: Float64Array, items: readonly number[], size: number): number {
  const variances = items.map((i) => covariance[i * size + i]!);
  const least = variances.reduce((min, variance) => Math.min(min, variance));
  const sizes = variances.map((variance) => least / variance);
  const total = sizes.reduce((sum, value) => sum + value, 0);
  let variance = 0;
  let gross = 0;
  items.forEach((i, a) => {
    items.forEach((j, b) => {
      const term = (sizes[a]! / total) * covariance[i * size + j]! * (sizes[b]! / total);
      variance += term;
      gross += Math.abs(term);
    });
  });
  return variance > RISKLESS * gross ? variance : 0;
}
