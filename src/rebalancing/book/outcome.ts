import type { Issue } from '../../errors/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { HouseholdRebalancing } from '../household/result.js';
import type { Rebalancing } from '../result/result.js';

/** An account that could not be used, with what was found wrong first. */
export interface BookFailure {
  /** Its position in the input, from 0. */
  readonly index: number;
  /** Its id; `null` where it has none that can be read. */
  readonly account: string | null;
  /**
   * The faults, their paths relative to the whole input: `accounts[3].positions[0].price`, or `rebalancer` for what is wrong with the one that was
   * chosen for it. At least one.
   */
  readonly issues: readonly Issue[];
}

/** What became of one account. */
export type BookOutcome<C extends CurrencyCode = CurrencyCode> =
  | {
      readonly status: 'decided';
      /** Its position in the input, from 0. */
      readonly index: number;
      readonly account: string;
      readonly value: Rebalancing<C>;
    }
  | ({ readonly status: 'failed' } & BookFailure);

/** A household that could not be used, with the faults found in it. */
export interface HouseholdFailure {
  /** Its position in the input, from 0. */
  readonly index: number;
  /** Its id; `null` where it has none that can be read. */
  readonly household: string | null;
  /** The faults, their paths relative to the whole input: `households[3].accounts[1].positions[0].price`. At least one. */
  readonly issues: readonly Issue[];
}

/** What became of one household. */
export type HouseholdOutcome<C extends CurrencyCode = CurrencyCode> =
  | {
      readonly status: 'decided';
      /** Its position in the input, from 0. */
      readonly index: number;
      readonly household: string;
      readonly value: HouseholdRebalancing<C>;
    }
  | ({ readonly status: 'failed' } & HouseholdFailure);
