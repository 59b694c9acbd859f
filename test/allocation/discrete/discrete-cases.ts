import type {
  DiscreteAllocation,
  DiscreteProblem,
  DiscreteResult,
  DiscreteRules,
} from '../../../src/allocation/index.js';
import file from '../../fixtures/allocation/discrete.json' with { type: 'json' };

/** A problem with its discrete rules, and what another program found: discrete.py. */
export interface DiscreteCase {
  readonly name: string;
  readonly problem: DiscreteProblem;
  readonly rules: DiscreteRules;
  readonly expected:
    | { readonly status: 'infeasible' }
    | {
        readonly status: 'optimal';
        readonly objective: number;
        readonly weights?: readonly number[];
        readonly lots?: readonly number[];
        readonly cash?: string;
        readonly fees?: string;
        readonly margin: number | null;
      };
}

export const enumeratedCases: readonly DiscreteCase[] = file.enumerated.map((one) => {
  const assets = namesOf(one.mean);
  const groups = one.groups as readonly Group[];
  return {
    name: one.name,
    problem: {
      assets,
      expectedReturn: one.mean,
      covariance: one.covariance,
      objective: one.objective as DiscreteProblem['objective'],
      bounds: byName(assets, (i) => ({ min: one.lower[i]!, max: one.upper[i]! })),
      groups: groupsOf(groups),
      trading: { current: byName(assets, (i) => one.current[i]!) },
    },
    rules: {
      minTicket: byName(assets, (i) => one.minTicket[i]!),
      minTrade: byName(assets, (i) => one.minTrade[i]!),
      ...('maxHoldings' in one ? { maxHoldings: one.maxHoldings as number } : {}),
      ...('minHoldings' in one ? { minHoldings: one.minHoldings as number } : {}),
    },
    expected: one.expected as DiscreteCase['expected'],
  };
});

export const lotCases: readonly DiscreteCase[] = file.lots.map((one) => {
  const assets = namesOf(one.mean);
  const { perTrade, minimum, ...rates } = one.fees as Fees;
  const money = (amount: string) => ({ currency: 'HKD', amount }) as const;
  return {
    name: one.name,
    problem: {
      assets,
      expectedReturn: one.mean,
      covariance: one.covariance,
      objective: one.objective as DiscreteProblem['objective'],
      groups: groupsOf(one.groups as readonly Group[]),
    },
    rules: {
      minTicket: one.minTicket,
      ...('maxHoldings' in one ? { maxHoldings: one.maxHoldings as number } : {}),
      lots: {
        portfolioValue: money(one.value),
        assets: byName(assets, (i) => ({
          price: one.prices[i]!,
          lotSize: one.sizes[i]!,
          held: one.held[i]!,
        })),
        fees: {
          ...rates,
          ...(perTrade === undefined ? {} : { perTrade: money(perTrade) }),
          ...(minimum === undefined ? {} : { minimum: money(minimum) }),
        },
        ...('maxCash' in one ? { maxCash: one.maxCash as number } : {}),
      },
    },
    expected: one.expected as DiscreteCase['expected'],
  };
});

export const { orLibrary, mosek } = file;

interface Group {
  readonly members: readonly number[];
  readonly min?: number;
  readonly max?: number;
}

interface Fees {
  readonly perTrade?: string;
  readonly minimum?: string;
  readonly buyRate?: number;
  readonly sellRate?: number;
}

/** Assets named a0, a1, … */
export function namesOf(list: readonly unknown[]): readonly string[] {
  return list.map((_, i) => `a${i}`);
}

function byName<T>(assets: readonly string[], read: (i: number) => T): Record<string, T> {
  return Object.fromEntries(assets.map((name, i) => [name, read(i)]));
}

function groupsOf(groups: readonly Group[]): NonNullable<DiscreteProblem['groups']> {
  return groups.map(({ members, ...limits }, g) => ({
    id: `g${g}`,
    members: members.map((i) => `a${i}`),
    ...limits,
  }));
}

export function allocated(result: DiscreteResult): DiscreteAllocation {
  if (result.status === 'optimal' || result.status === 'feasible') return result;
  throw new Error(`no portfolio: ${JSON.stringify(result)}`);
}
