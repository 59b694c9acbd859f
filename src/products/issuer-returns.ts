import type { PlainDate } from '../dates/index.js';

/**
 * What a product returns by its issuer's own word: the rate of a term deposit, the illustration of an insurance, the outcomes of a
 * structured product. Nothing is worked out from it; clients are shown it as the issuer's. A performance benchmark (业绩比较基准) is no
 * return and has no place here.
 *
 * Source: insurers illustrate guaranteed benefits and others apart, 一年期以上人身保险产品信息披露规则 (China Banking and Insurance
 * Regulatory Commission, 银保监规〔2022〕24号).
 */
export interface IssuerReturns {
  /** The day of the issuer's statement; before it nothing is told of it. */
  readonly asOf: PlainDate;
  /** Where the issuer states them, as clients read it: a document by its title, or by an id that has a name. */
  readonly source: string;
  /** At least one, each once; told in this order. */
  readonly scenarios: readonly IssuerScenario[];
}

/** One outcome that the issuer shows. */
export interface IssuerScenario {
  /** `agreed-rate`, `guaranteed`, `illustrated`, or the bank's own; as clients read it, or an id that has a name. */
  readonly scenario: string;
  /** A year, after the issuer's own charges, decimal fraction from −1 to 10. */
  readonly annualReturn: number;
}
