/** A product in an account: what there is and what there may be, in smallest units of the household's currency. */
export interface Cell {
  /** Place of the account. */
  readonly account: number;
  readonly product: string;
  readonly held: bigint;
  /** least ≤ most. */
  readonly least: bigint;
  readonly most: bigint;
  /** What one unit costs where it is. */
  readonly cost: number;
  /** What the sale of one unit costs, by the year where places do. Absent: nothing. */
  readonly saleCost?: number;
  /** Whether it takes what others may take as well only after them: what an account pays beyond its free money. */
  readonly isLast?: boolean;
  /** Whether its account trades it at its minimum or not at all. */
  readonly isSettled?: boolean;
  /** Shares of it in the lines, by their places. */
  readonly exposures: readonly (readonly [line: number, share: number])[];
}

/** The most that cells of an account may come to together. */
export interface SharedCap {
  readonly account: number;
  /** Cells by their places, and what counts of each, above 0. */
  readonly parts: readonly (readonly [cell: number, share: number])[];
  /** Where the least of the cells is more, that is allowed. */
  readonly most: bigint;
}

/** What is to be shared out over accounts. */
export interface ShareProblem {
  readonly cells: readonly Cell[];
  /** What is to be invested in each account. */
  readonly money: readonly bigint[];
  /** What all accounts together are to hold of each line. */
  readonly targets: readonly bigint[];
  /** What all accounts together had best hold of each product, where the lines leave a choice. Default nothing. */
  readonly wished?: ReadonlyMap<string, bigint>;
  /** Default none. */
  readonly caps?: readonly SharedCap[];
  /** The place of a line that goes before all others: what is paid out. */
  readonly payment?: number;
  /** Whether money is only raised: which of several lines that have too much gives it is left to the costs. Default false. */
  readonly raises?: boolean;
  /** Whether money that is left over may stay where it is: nothing is bought for it. Default false. */
  readonly keepsProceeds?: boolean;
  /** Whether costs of places and of sales add up; else places come first. Default false. */
  readonly costsAdd?: boolean;
}

/** Who holds what. */
export interface Sharing {
  /** By cell. */
  readonly amounts: readonly bigint[];
  /** Money of each account that stays uninvested; below 0 where more is held fast than there is to invest. */
  readonly left: readonly bigint[];
  /** Cells whose amount differs from what is held. */
  readonly changes: number;
  /** Whether it is proved that fewer changes would not do. */
  readonly fewest: boolean;
}
