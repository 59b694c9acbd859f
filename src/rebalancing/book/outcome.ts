import type { Issue } from '../../errors/index.js';
import type { CurrencyCode } from '../../money/index.js';
import type { Rebalancing } from '../result/result.js';

/** An account that could not be used, with what was found wrong first. */
export interface BookFailure {
  /** Its position in the input, from 0. */
  readonly index: number;
  /** Its id; `null` where it has none that can be read. */
  readonly account: string | null;
  /** The faults, their paths relative to the whole input: `accounts[3].positions[0].price`. At least one. */
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
