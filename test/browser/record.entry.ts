// Bundled by the browser gate: what each report returns in Node and in Chromium must be the same text.
import {
  addBusinessDays,
  addMonths,
  ageOn,
  compileCalendar,
  compileZone,
  dayCountFraction,
} from 'aptfolio/dates';
import {
  canonicalJson,
  evidenceMessages,
  formatMessage,
  formatReason,
  LOCALES,
  makeReason,
  mergeMessages,
  recordDecision,
  replay,
  sha256Text,
  verifyChain,
} from 'aptfolio/evidence';
import { convertMoney, money, splitMoney } from 'aptfolio/money';
import { meanInterval, quantile, theilSen, welchTest, wilsonInterval } from 'aptfolio/statistics';
import rfc from '../fixtures/evidence/rfc-8785.json';

const before = [2.5, 4, 7, 1.5, 26, 3, 5.5, 9];
const after = [1.5, 2, 6, 3.5, 12, 2.25, 4, 8, 5, 1];

/** The doubles of RFC 8785, appendix B, and its keys in the order in which they are sorted. */
export function canonicalJsonReport(): string {
  const numbers = rfc.numbers.map(({ bits }) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt(`0x${bits}`));
    return view.getFloat64(0);
  });
  const texts = ['é', 'e\u0301', '財富管理', '😀', '\u0000\u001f\u007f\u2028"\\/'];
  return canonicalJson({ numbers, sorting: JSON.parse(rfc.sorting.input), texts });
}

/** Civil dates and zones, among them days that a zone skipped and clocks that went forward. */
export function datesReport(): string {
  const calendar = compileCalendar({
    id: 'sample',
    covers: { from: '2026-01-01', to: '2027-01-01' },
    holidays: ['2026-05-01', '2026-05-04', '2026-05-05'],
  });
  const instants = ['2011-12-30T09:59:59Z', '2011-12-30T10:00:00Z', '1986-05-03T16:00:00Z', 0];
  const zones = ['Asia/Shanghai', 'Asia/Hong_Kong', 'America/New_York', 'Pacific/Apia', 'UTC'];
  return canonicalJson({
    month: addMonths('2024-01-31', 1),
    settlement: addBusinessDays('2026-04-30', 2, calendar),
    age: ageOn('2008-02-29', '2026-02-28'),
    year: dayCountFraction('2024-02-29', '2026-03-02', 'act/act'),
    zones: zones.map((name) => instants.map((instant) => compileZone(name).dateOf(instant))),
  });
}

/** Texts in three languages with every format. */
export function textsReport(): string {
  const text = '{s} {n:number} {n:percent} {n:percent2} {m:money} {list}';
  const messages = mergeMessages(evidenceMessages, {
    'app.all': { 'zh-Hans': `甲${text}`, 'zh-Hant': `乙${text}`, en: text },
  });
  const numbers = [0, 0.1 + 0.2, 1 / 3, -1.005, 1234567.895, 5e-324, 1.7976931348623157e308];
  return LOCALES.flatMap((locale) => [
    ...numbers.map((n) => {
      const m = money('CNY', '1234567.50');
      return formatMessage(messages, 'app.all', locale, { s: 'x', n, m, list: ['a', 'b'] });
    }),
    formatReason(messages, makeReason('evidence.record-altered', 'block', { position: 3 }), locale),
  ]).join('\n');
}

/** A chain of records that hold money, dates and statistics, with all hashes. */
export function recordReport(): string {
  const first = recordDecision({
    kind: 'app.share',
    asOf: '2026-03-02',
    inputs: { counts: { successes: 81, n: 263 }, before, after },
    outcome: shares({ counts: { successes: 81, n: 263 }, before, after }),
    versions: { app: '1' },
  });
  const second = recordDecision({
    kind: 'app.split',
    asOf: addMonths('2026-03-02', 6),
    inputs: { total: '1000000.01', weights: [0.3, 0.3, 0.2, 0.1, 0.1], rate: '7.0918' },
    outcome: split({ total: '1000000.01', weights: [0.3, 0.3, 0.2, 0.1, 0.1], rate: '7.0918' }),
    versions: { app: '1' },
    previous: first,
  });
  const stored = [first, second].map((record) => canonicalJson(record));
  const chain = stored.map((text) => JSON.parse(text));
  return [
    ...stored,
    ...stored.map(sha256Text),
    canonicalJson(verifyChain(chain)),
    ...chain.map((record) => replay(record, { 'app.share': shares, 'app.split': split }).status),
  ].join('\n');
}

interface ShareInputs {
  readonly counts: { readonly successes: number; readonly n: number };
  readonly before: readonly number[];
  readonly after: readonly number[];
}

function shares({ counts, before, after }: ShareInputs): unknown {
  return {
    share: wilsonInterval(counts.successes, counts.n),
    mean: meanInterval(before),
    test: welchTest(before, after),
    trend: theilSen(
      before.map((_, i) => i),
      before,
    ),
    quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => quantile(after, p)),
  };
}

interface SplitInputs {
  readonly total: string;
  readonly weights: readonly number[];
  readonly rate: string;
}

function split({ total, weights, rate }: SplitInputs): unknown {
  const amount = money('CNY', total);
  const rates = { base: 'CNY', rates: { USD: rate } } as const;
  const dollars = convertMoney(amount, 'USD', rates, { rounding: 'half-even' });
  return { parts: splitMoney(amount, weights), dollars };
}
