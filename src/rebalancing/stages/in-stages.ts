import { withoutCeiling } from '../destination/buying-only.js';
import type { Inside } from '../policy/compiled-policy.js';
import { hashOf } from '../result/cbor.js';

/** The policy with which a stage is made: all the way to the stage's own target, and of free money one of so many parts. */
export function inStages(inside: Inside, stagesLeft: number): Inside {
  const { cash, funding, lots, trading } = inside.policy;
  return {
    ...inside,
    rulesHash: hashOf({ rules: inside.rulesHash, stagesLeft }, 'policy'),
    policy: {
      ...inside.policy,
      // What is still in its band is sold for a stage too.
      funding: funding === 'cash-first' ? 'full' : funding,
      way: { destination: { kind: 'target' }, scope: { kind: 'whole' } },
      cash: { ...withoutCeiling(cash), callsLeft: stagesLeft },
      lots: { ...lots, harvest: undefined },
      trading: { ...trading, fewestTrades: false },
    },
  };
}
