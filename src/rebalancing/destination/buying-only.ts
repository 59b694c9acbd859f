import type { Inside } from '../policy/compiled-policy.js';
import type { CompiledCash } from '../policy/read-cash-policy.js';

/** The policy with which a deposit is spent: on purchases, all of it, towards the target. */
export function buyingOnly(inside: Inside): Inside {
  const { cash, lots, trading } = inside.policy;
  return {
    ...inside,
    policy: {
      ...inside.policy,
      funding: 'buy-only',
      way: { destination: { kind: 'target' }, scope: { kind: 'whole' } },
      cash: withoutCeiling(cash),
      lots: { ...lots, harvest: undefined },
      trading: { ...trading, fewestTrades: false },
    },
  };
}

/** A ceiling, stages and the most of a call hold no deposit back that is made to be invested. */
export function withoutCeiling(cash: CompiledCash): CompiledCash {
  const { open } = cash;
  const { floor, target } = open ?? {};
  const shares = open && { floor, target, ceiling: target };
  return { ...cash, ceiling: cash.target, callsLeft: 1, atMost: undefined, open: shares };
}
