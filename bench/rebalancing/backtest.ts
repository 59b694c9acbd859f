import { readFileSync } from 'node:fs';
import { type History, type HistoryPolicy, replayPolicy } from 'aptfolio/rebalancing';
import { createRandom } from '../../src/numerics/index.js';
import { type Contest, compare } from '../measure.js';

const BANDS = { absolute: 0.05, relative: 0.25 } as const;

const BY_BANDS: HistoryPolicy = { id: '5-25', bands: { default: BANDS } };
const YEARLY: HistoryPolicy = {
  id: 'yearly',
  bands: { default: BANDS },
  triggers: [{ kind: 'calendar', anchor: '1927-12-31', everyMonths: 12 }],
};

compare('Periods of the past replayed per second, with the figures of every one', [
  contest('98 years, 2 classes, bands', realYears(), BY_BANDS),
  contest('98 years, 2 classes, yearly', realYears(), YEARLY),
  contest('1,176 months, 5 classes, bands', madeUpMonths(), BY_BANDS),
]);

function contest(name: string, history: History, policy: HistoryPolicy): Contest {
  const bare = bareLoop(history, policy === YEARLY);
  const { wealth, trades } = replayPolicy(history, policy);
  const byHand = bare();
  if (trades !== byHand.trades || !(Math.abs(wealth / byHand.wealth - 1) < 1e-9)) {
    throw new Error(`${name}: ${wealth} by us, ${byHand.wealth} by hand`);
  }
  return {
    name,
    peer: 'bare loop',
    items: history.periods.length,
    ours: () => replayPolicy(history, policy),
    theirs: bare,
    // The loop keeps nothing of a period; we write its weights, drift, turnover and cost.
    floor: 0.001,
  };
}

/** Values that grow and are split anew; what comes out is what 1 has become, and how often it was split. */
function bareLoop(
  { assetClasses, target, periods }: History,
  always: boolean,
): () => { readonly wealth: number; readonly trades: number } {
  const aim = Float64Array.from(assetClasses, (id) => target[id]!);
  const returns = periods.map((period) => Float64Array.from(period.returns));
  const isAtTarget = (values: Float64Array, sum: number): boolean =>
    values.every((value, i) => Math.abs(value / sum - aim[i]!) < 1e-12);
  return () => {
    let trades = 0;
    const values = aim.slice();
    let wealth = 1;
    for (const grown of returns) {
      wealth = 0;
      for (let i = 0; i < values.length; i++) wealth += values[i]! *= 1 + grown[i]!;
      let isOut = always && !isAtTarget(values, wealth);
      for (let i = 0; i < values.length && !isOut; i++) {
        const band = Math.min(BANDS.absolute, BANDS.relative * aim[i]!);
        isOut = Math.abs(values[i]! / wealth - aim[i]!) > band + 1e-12;
      }
      if (!isOut) continue;
      for (let i = 0; i < values.length; i++) values[i] = aim[i]! * wealth;
      trades++;
    }
    return { wealth, trades };
  };
}

/** American shares and government bonds, 1928 to 2025; see `examples/data/markets`. */
function realYears(): History {
  const path = new URL('../../examples/data/markets/annual-returns-1928-2025.csv', import.meta.url);
  const [, ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const periods = lines.map((line) => {
    const cells = line.split(',').map(Number);
    return { to: `${cells[0]!}-12-31` as const, returns: [cells[1]!, cells[4]!] };
  });
  const target = { SHARES: 0.6, BONDS: 0.4 };
  return { assetClasses: ['SHARES', 'BONDS'], from: '1927-12-31', periods, target };
}

/** As many years by months, made up. */
function madeUpMonths(): History {
  const random = createRandom(11);
  const weights = [0.3, 0.25, 0.2, 0.15, 0.1];
  const assetClasses = weights.map((_, i) => `CLASS-${i}`);
  const periods = Array.from({ length: 98 * 12 }, (_, k) => ({
    to: `${1928 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, '0')}-28` as const,
    returns: weights.map((_, i) => 0.005 + 0.01 * (i + 1) * random.normal()),
  }));
  const target = Object.fromEntries(assetClasses.map((id, i) => [id, weights[i]!]));
  return { assetClasses, from: '1927-12-31', periods: periods as History['periods'], target };
}
