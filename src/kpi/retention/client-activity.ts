import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { type Money, parseMoney, parseMoneyIn } from '../../money/index.js';

/** What a bank knows of one client's doings. What is absent is not known; an empty list says that there was none. */
export interface ClientActivity {
  readonly id: string;
  /** Assets at the end of a day; one currency, a day once. */
  readonly balances?: readonly { readonly on: PlainDate; readonly value: Money }[];
  /** On which days something happened, by its kind: `login`, `contact`, `adviser-change`. A kind that is absent is not known. */
  readonly events?: Readonly<Record<string, readonly PlainDate[]>>;
  readonly complaints?: readonly { readonly openedOn: PlainDate; readonly closedOn?: PlainDate }[];
  /** Meetings that the service promises. */
  readonly reviews?: readonly { readonly dueOn: PlainDate; readonly heldOn?: PlainDate }[];
  /** Products that the client holds and that end; known ahead. */
  readonly maturities?: readonly { readonly product: string; readonly on: PlainDate }[];
}

const ACTIVITY_FIELDS: FieldsOf<ClientActivity> = {
  id: true,
  balances: true,
  events: true,
  complaints: true,
  reviews: true,
  maturities: true,
};

/** Checks what is known of one client; lists are in the order of their days. */
export function readActivity(value: unknown, path: string): ClientActivity {
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, ACTIVITY_FIELDS);
  const list = <T>(key: keyof ClientActivity, read: (entry: unknown, path: string) => T) =>
    fields[key] === undefined ? undefined : readList(fields[key], at(path, key), read);
  const balances = readBalances(fields.balances, at(path, 'balances'));
  const complaints = list('complaints', (entry, where) =>
    readSpan(entry, where, 'openedOn', 'closedOn', true),
  );
  const reviews = list('reviews', (entry, where) =>
    readSpan(entry, where, 'dueOn', 'heldOn', false),
  );
  const maturities = list('maturities', readMaturity);
  return {
    id: checkText(fields.id, at(path, 'id'), 100),
    ...(balances && { balances: [...balances].sort((a, b) => byText(a.on, b.on)) }),
    ...(fields.events !== undefined && { events: readEvents(fields.events, at(path, 'events')) }),
    ...(complaints && { complaints: complaints.sort((a, b) => byText(a.openedOn, b.openedOn)) }),
    ...(reviews && { reviews: reviews.sort((a, b) => byText(a.dueOn, b.dueOn)) }),
    ...(maturities && {
      maturities: maturities.sort((a, b) => byText(a.on, b.on) || byText(a.product, b.product)),
    }),
  };
}

function readList<T>(value: unknown, path: string, read: (entry: unknown, path: string) => T): T[] {
  return checkList<unknown>(value, path).map((entry, i) => read(entry, at(path, i)));
}

function readBalances(value: unknown, path: string): ClientActivity['balances'] {
  if (value === undefined) return undefined;
  const days = new Set<PlainDate>();
  let first: Money | undefined;
  return readList(value, path, (entry, where) => {
    const fields = checkObject(entry, where);
    refuseUnknown(fields, where, { on: true, value: true });
    const on = parsePlainDate(fields.on, at(where, 'on'));
    if (days.has(on)) {
      throw new AptfolioError('duplicate-id', at(where, 'on'), 'a day not told before', on);
    }
    days.add(on);
    const place = at(where, 'value');
    const money =
      first === undefined
        ? parseMoney(fields.value, place)
        : parseMoneyIn(fields.value, first.currency, place);
    first ??= money;
    return { on, value: money };
  });
}

function readEvents(value: unknown, path: string): NonNullable<ClientActivity['events']> {
  const kinds = Object.entries(checkObject(value, path)).filter(([, days]) => days !== undefined);
  return Object.fromEntries(
    kinds.map(([kind, days]) => [kind, readList(days, at(path, kind), parsePlainDate).sort()]),
  );
}

/** A day, and a later one on which it was settled; a complaint is never closed before it was opened, a review may be held early. */
function readSpan<F extends string, L extends string>(
  value: unknown,
  path: string,
  from: F,
  to: L,
  inOrder: boolean,
): { readonly [K in F]: PlainDate } & { readonly [K in L]?: PlainDate } {
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, { [from]: true, [to]: true });
  const first = parsePlainDate(fields[from], at(path, from));
  const settled = fields[to] === undefined ? undefined : parsePlainDate(fields[to], at(path, to));
  if (inOrder && settled !== undefined && settled < first) {
    throw new AptfolioError('inconsistent', at(path, to), `a day not before ${from}`, settled);
  }
  return { [from]: first, ...(settled !== undefined && { [to]: settled }) } as {
    readonly [K in F]: PlainDate;
  } & { readonly [K in L]?: PlainDate };
}

function readMaturity(value: unknown, path: string): { product: string; on: PlainDate } {
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, { product: true, on: true });
  return {
    product: checkText(fields.product, at(path, 'product'), 100),
    on: parsePlainDate(fields.on, at(path, 'on')),
  };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
