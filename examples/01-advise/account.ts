/**
 * The account of a case as data: what the terminal prints and what the page shows are the same blocks,
 * rendered twice.
 */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'plain' | 'key' | 'muted' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Columns from this index on hold figures and are set flush right. */
      readonly figuresFrom: number;
    }
  | { readonly kind: 'chart'; readonly title: string; readonly svg: string };

export interface Section {
  /** The step's number in the scenario, or a mark of its own. */
  readonly mark: string;
  readonly title: string;
  /** What was decided, in one line. */
  readonly decision: string;
  readonly blocks: readonly Block[];
}

export interface Account {
  readonly title: string;
  readonly note: string;
  /** The few figures that a reader looks for first. */
  readonly headline: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly Section[];
  readonly footer: string;
}
