/**
 * Makes the files of this folder: one made-up year of a bank's advice service. The same seed gives the same bytes.
 *
 * npx tsx examples/data/service-year/generate.ts
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const SEED = 20251231;
const BRANCHES = ['pudong', 'nanshan', 'tianhe', 'xihu'] as const;
const AGES = ['under-40', '40-to-59', '60-and-over'] as const;
const HOLIDAYS = new Set(
  [
    ['01-01'],
    ['01-28', '01-29', '01-30', '01-31', '02-01', '02-02', '02-03', '02-04'],
    ['04-04', '04-05', '04-06'],
    ['05-01', '05-02', '05-03', '05-04', '05-05'],
    ['05-31', '06-01', '06-02'],
    ['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07', '10-08'],
  ].flatMap((days) => days.map((day) => `2025-${day}`)),
);
const WORKDAYS = new Set(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11']);
const DAY = 86_400_000;

/** Every file by its name, one JSON value a line. */
export function serviceYear(): Readonly<Record<string, string>> {
  const rows = {
    'earlier-answers': answers2024(),
    answers: answers(),
    'late-answers': lateAnswers(),
    invitations: invitations(),
    enquiries: enquiries(),
    'call-backs': callBacks(),
    accounts: accounts(),
    clients: clients(),
    contacts: contacts(),
    prospects: prospects(),
    alerts: alerts(),
    'risk-events': riskEvents(),
    'practice-scores': practiceScores(),
    'training-scores': trainingScores(),
  };
  return Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [
      `${name}.ndjson`,
      list.map((row) => `${JSON.stringify(row)}\n`).join(''),
    ]),
  );
}

// Surveys. In March the mobile app was down for days; in July a call-back desk opened.

function shareOfSatisfied(month: number, age: (typeof AGES)[number]): number {
  const level = month === 3 ? 0.55 : month >= 7 ? 0.81 : 0.73;
  return level + (age === '60-and-over' ? -0.1 : 0.04);
}

function scoreOf(chance: Chance, satisfied: number): number {
  if (chance.happens(satisfied)) return chance.happens(0.45) ? 5 : 4;
  return chance.pick([1, 2, 3], [0.2, 0.3, 0.5]);
}

function answers2024(): object[] {
  const chance = chanceOf('answers-2024');
  return months(2024).flatMap(({ id }) =>
    BRANCHES.flatMap((branch) => {
      const counts = [0, 0, 0, 0, 0];
      const n = chance.whole(22, 30);
      for (let i = 0; i < n; i++) counts[scoreOf(chance, 0.73) - 1]! += 1;
      return counts.flatMap((count, i) =>
        count === 0 ? [] : [{ month: id, branch, score: i + 1, count }],
      );
    }),
  );
}

function answers(): object[] {
  const chance = chanceOf('answers');
  let next = 1;
  return months(2025).flatMap(({ month, days }) => {
    const n = chance.whole(92, 108);
    const times = Array.from({ length: n }, () => chance.instant(2025, month, 1, days)).sort();
    return times.map((at) => {
      const age = chance.pick(AGES, [0.3, 0.4, 0.3]);
      const branch = chance.pick(BRANCHES);
      const score = scoreOf(chance, shareOfSatisfied(month, age));
      return { id: `s${next++}`, at, branch, age, score };
    });
  });
}

/** Told in January, after the year was closed. */
function lateAnswers(): object[] {
  const chance = chanceOf('late-answers');
  return Array.from({ length: 5 }, (_, i) => ({
    id: `late${i + 1}`,
    at: chance.instant(2025, 12, 20, 31),
    branch: chance.pick(BRANCHES),
    age: chance.pick(AGES),
    score: chance.whole(1, 5),
  }));
}

function invitations(): object[] {
  const chance = chanceOf('invitations');
  return months(2025).flatMap(({ id }) =>
    BRANCHES.map((branch) => ({
      month: id,
      branch,
      asked: chance.whole(78, 96),
      undelivered: chance.whole(1, 5),
    })),
  );
}

// Enquiries, in minutes of business: 09:00 to 12:00 and 13:30 to 17:30.

const MINUTES_A_DAY = 420;

function enquiries(): object[] {
  const chance = chanceOf('enquiries');
  const open = workingDays();
  const rows = Array.from({ length: 560 }, () =>
    chance.whole(0, open.length * MINUTES_A_DAY - 1),
  ).sort((a, b) => a - b);
  return rows.map((opened, i) => {
    const at = businessTime(open, opened)!;
    const typical = at < '2025-07' ? 150 : 100;
    const long = chance.happens(0.07);
    const first = opened + Math.max(2, Math.round(chance.wait(typical) * (long ? 9 : 1)));
    const closed = first + Math.round(chance.wait(long ? 2600 : 420));
    const answered = chance.happens(0.975) ? businessTime(open, first) : null;
    const done = answered === null ? null : businessTime(open, closed);
    const givenUp = answered === null && chance.happens(0.4);
    const left = givenUp ? businessTime(open, opened + chance.whole(200, 2000)) : null;
    return {
      id: `e${i + 1}`,
      openedAt: at,
      steps: {
        ...(answered !== null && { 'first-response': answered }),
        ...(done !== null && { closed: done }),
      },
      ...(left !== null && { abandonedAt: left }),
      dimensions: { branch: chance.pick(BRANCHES), age: chance.pick(AGES, [0.35, 0.4, 0.25]) },
    };
  });
}

function callBacks(): object[] {
  const chance = chanceOf('call-backs');
  const open = workingDays();
  const rows = Array.from({ length: 420 }, () => chance.whole(0, open.length - 1));
  return rows
    .sort((a, b) => a - b)
    .map((day, i) => {
      const promisedFor = open[day]!;
      const row = { id: `b${i + 1}`, promisedFor, branch: chance.pick(BRANCHES) };
      if (chance.happens(0.06)) return { ...row, cancelled: true };
      if (chance.happens(promisedFor < '2025-07' ? 0.77 : 0.9)) {
        return { ...row, calledOn: promisedFor };
      }
      const later = open[day + chance.whole(1, 4)];
      return chance.happens(0.7) && later !== undefined ? { ...row, calledOn: later } : row;
    });
}

/** Weekdays that are no holidays, and the weekend days worked for them. */
function workingDays(): readonly string[] {
  const all = Array.from({ length: 365 }, (_, i) => isoDay(Date.UTC(2025, 0, 1) + i * DAY));
  return all.filter((day) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const weekend = weekday === 0 || weekday === 6;
    return weekend ? WORKDAYS.has(day) : !HOLIDAYS.has(day);
  });
}

/** The instant after so many minutes of business since the year began; null once the year is over. */
function businessTime(open: readonly string[], minutes: number): string | null {
  const day = open[Math.floor(minutes / MINUTES_A_DAY)];
  if (day === undefined) return null;
  const minute = minutes % MINUTES_A_DAY;
  return `${day}T${clock(minute < 180 ? 540 + minute : 810 + minute - 180)}:00+08:00`;
}

// Assets: one account for each branch, movements by month, in whole yuan.

function accounts(): object[] {
  const chance = chanceOf('accounts');
  const openings = [812_400_000, 640_250_000, 455_900_000, 318_700_000];
  const markets = months(2025).map(() => chance.whole(-170, 230) / 10_000);
  return BRANCHES.map((branch, b) => {
    let value = openings[b]!;
    const movements: object[] = [];
    const move = (on: string, kind: string, amount: number): void => {
      value += amount;
      movements.push({ id: `m${movements.length + 1}`, on, kind, amount: yuan(amount) });
    };
    for (const { id, month, days } of months(2025)) {
      const share = (low: number, high: number): number =>
        Math.round((value * chance.whole(low, high)) / 100_000);
      const last = `${id}-${days}`;
      move(`${id}-08`, 'transfer', share(700, 1500));
      move(`${id}-19`, 'transfer', -share(350, 1000));
      move(`${id}-21`, 'interest', share(55, 75));
      if (month % 3 === 0) move(`${id}-24`, 'dividend', share(120, 260));
      if (month === 5 && branch === 'xihu') move(`${id}-26`, 'internal', -15_000_000);
      if (month === 5 && branch === 'pudong') move(`${id}-26`, 'internal', 15_000_000);
      if (month === 9 && branch === 'nanshan') move(`${id}-28`, 'scope', 40_000_000);
      move(last, 'loan-interest', -share(8, 15));
      move(last, 'fee', -share(40, 60));
      move(last, 'currency', chance.whole(-60, 60) * 10_000);
      move(last, 'market', Math.round(value * markets[month - 1]!) + chance.whole(-9, 9) * 10_000);
    }
    return {
      id: branch,
      from: '2024-12-31',
      to: '2025-12-31',
      opening: yuan(openings[b]!),
      closing: yuan(value),
      movements,
      dimensions: { branch },
    };
  });
}

function yuan(amount: number): object {
  return { currency: 'CNY', amount: `${amount}.00` };
}

// Tenures: from 2021 on, but those who left are on record only since 2022.

function clients(): object[] {
  const chance = chanceOf('clients');
  const start = Date.UTC(2021, 0, 1);
  const end = Date.UTC(2026, 0, 1);
  const rows: object[] = [];
  const joined = Array.from({ length: 900 }, () => chance.whole(0, (end - start) / DAY - 40));
  for (const day of joined.sort((a, b) => a - b)) {
    const from = start + day * DAY;
    const stay = Math.round(chance.exponential(chance.happens(0.25) ? 420 : 2900));
    const to = from + Math.max(20, stay) * DAY;
    const cause = chance.pick(['service', 'cost', 'moved', 'competitor'], [0.38, 0.26, 0.14, 0.22]);
    const known = chance.happens(0.93);
    const dimensions = { branch: chance.pick(BRANCHES), age: chance.pick(AGES, [0.35, 0.4, 0.25]) };
    if (to < Date.UTC(2022, 0, 1)) continue;
    rows.push({
      id: `c${rows.length + 1}`,
      from: isoDay(from),
      ...(to < end && { to: isoDay(to), ...(known && { cause }) }),
      dimensions,
    });
  }
  return rows;
}

// Campaigns in spring, autumn and at the year's end, and new clients whom nobody had contacted.

function contacts(): object[] {
  const chance = chanceOf('contacts');
  const campaigns = [
    { campaign: 'spring', month: 3, share: 0.09 },
    { campaign: 'autumn', month: 9, share: 0.12 },
    { campaign: 'year-end', month: 12, share: 0.06 },
  ];
  const rows: object[] = [];
  for (const { campaign, month, share } of campaigns) {
    for (let i = 0; i < 190; i++) {
      const at = chance.instant(2025, month, 3, 22);
      const second = campaign === 'autumn' && chance.happens(0.15);
      const contact = { campaign, at };
      const earlier = { campaign: 'spring', at: chance.instant(2025, 3, 3, 22) };
      const days = Math.round(2 + chance.exponential(24));
      const bought = chance.happens(share) ? later(at, days) : null;
      const isNew = chance.happens(0.5);
      rows.push({
        id: `k${rows.length + 1}`,
        contacts: second ? [earlier, contact] : [contact],
        purchases: bought !== null && !isNew ? [bought] : [],
        ...(bought !== null && isNew && { won: { at: bought, referred: chance.happens(0.1) } }),
        dimensions: { branch: chance.pick(BRANCHES) },
      });
    }
  }
  for (let i = 0; i < 74; i++) {
    const at = chance.instant(2025, chance.whole(1, 12), 1, 28);
    const asked = chance.happens(0.85);
    rows.push({
      id: `k${rows.length + 1}`,
      contacts: [],
      purchases: [],
      won: asked ? { at, referred: chance.happens(0.42) } : { at },
      dimensions: { branch: chance.pick(BRANCHES) },
    });
  }
  return rows;
}

function prospects(): object[] {
  const chance = chanceOf('prospects');
  const shares = { answered: 0.55, met: 0.5, opened: 0.45 };
  return Array.from({ length: 300 }, (_, i) => {
    let at = chance.instant(2025, chance.whole(1, 12), 1, 28);
    const steps: Record<string, string> = { contacted: at };
    let lost = false;
    for (const [step, share] of Object.entries(shares)) {
      if (!chance.happens(share)) {
        lost = chance.happens(0.7);
        break;
      }
      const next = later(at, chance.whole(2, 25));
      if (next === null) break;
      at = next;
      steps[step] = at;
    }
    const ended = lost ? later(at, chance.whole(1, 20)) : null;
    return {
      id: `p${i + 1}`,
      steps,
      ...(ended !== null && { endedAt: ended }),
      dimensions: { branch: chance.pick(BRANCHES) },
    };
  });
}

/** The same time so many days later; null once the year is over. */
function later(at: string, days: number): string | null {
  const day = isoDay(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) + days * DAY);
  return day < '2026-01-01' ? `${day}${at.slice(10)}` : null;
}

// Risk: alerts against what happened, and what was done about the events.

function alerts(): object[] {
  const chance = chanceOf('alerts');
  return Array.from({ length: 210 }, (_, i) => {
    const kind = chance.pick(['right', 'false', 'missed'], [0.6, 0.25, 0.15]);
    return {
      id: `a${i + 1}`,
      at: chance.instant(2025, chance.whole(1, 12), 1, 28),
      branch: chance.pick(BRANCHES),
      alerted: kind !== 'missed',
      happened: kind !== 'false',
    };
  });
}

function riskEvents(): object[] {
  const chance = chanceOf('risk-events');
  return Array.from({ length: 120 }, (_, i) => {
    const openedAt = chance.instant(2025, chance.whole(1, 12), 1, 28);
    const long = chance.happens(0.12);
    const acknowledged = minutesLater(openedAt, Math.round(chance.exponential(35)) + 2);
    const closed = minutesLater(openedAt, 60 + Math.round(chance.wait(long ? 6200 : openedAt < '2025-07' ? 240 : 312)));
    const isOpen = i % 19 === 7 || closed >= '2026';
    return {
      id: `r${i + 1}`,
      openedAt,
      steps: { acknowledged, ...(!isOpen && { closed: maxOf(acknowledged, closed) }) },
      dimensions: { branch: chance.pick(BRANCHES) },
    };
  });
}

function minutesLater(at: string, minutes: number): string {
  const [hour, minute] = [Number(at.slice(11, 13)), Number(at.slice(14, 16))];
  const sum = hour * 60 + minute + minutes;
  const day = isoDay(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) + Math.floor(sum / 1440) * DAY);
  return `${day}T${clock(sum % 1440)}:00+08:00`;
}

function maxOf(a: string, b: string): string {
  return a < b ? b : a;
}

// Advisers: cases of practice, and a test before and after a training, with a control group.

function practiceScores(): object[] {
  const chance = chanceOf('practice-scores');
  return Array.from({ length: 16 }, (_, i) => {
    const level = 77 + chance.bell(5);
    const n = [3, 4, 6, 8, 10, 12, 15, 18][i % 8]!;
    // Some are given the difficult cases.
    const difficult = i % 3 === 0 ? 0.6 : 0.25;
    return Array.from({ length: n }, (_, k) => {
      const cases = chance.happens(difficult) ? 'difficult' : 'plain';
      return {
        id: `f${i + 1}-${k + 1}`,
        adviser: `${i + 1}`,
        cases,
        score: within(Math.round(level - (cases === 'difficult' ? 9 : 0) + chance.bell(8))),
      };
    });
  }).flat();
}

function trainingScores(): object[] {
  const chance = chanceOf('training-scores');
  return Array.from({ length: 110 }, (_, i) => {
    const group = i % 2 === 0 ? 'trained' : 'control';
    const level = 68 + chance.bell(7);
    const before = within(Math.round(level + chance.bell(5)));
    // Everybody does better the second time.
    const gain = group === 'trained' ? 9 : 3;
    const after = within(Math.round(level + gain + chance.bell(5)));
    return { id: `t${i + 1}`, group, before, after };
  });
}

function within(score: number): number {
  return Math.min(100, Math.max(0, score));
}

// Chance.

interface Chance {
  /** True with this probability. */
  happens(probability: number): boolean;
  /** From the first to the last, both included. */
  whole(first: number, last: number): number;
  pick<T>(from: readonly T[], shares?: readonly number[]): T;
  /** Of this mean. */
  exponential(mean: number): number;
  /** Skewed to the right, of this median. */
  wait(median: number): number;
  /** Around 0, of this standard deviation: twelve uniform numbers. */
  bell(deviation: number): number;
  /** In a month, from one day to another. */
  instant(year: number, month: number, from: number, to: number): string;
}

/** Each file has a stream of its own, so that a change of one leaves the others as they are. */
function chanceOf(name: string): Chance {
  const next = mulberry32([...name].reduce((hash, c) => Math.imul(hash ^ c.charCodeAt(0), 16777619), SEED));
  const whole = (first: number, last: number): number =>
    first + Math.floor(next() * (last - first + 1));
  const bell = (deviation: number): number => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += next();
    return deviation * sum;
  };
  return {
    happens: (probability) => next() < probability,
    whole,
    pick(from, shares) {
      let left = next();
      if (shares === undefined) return from[Math.floor(left * from.length)]!;
      const index = shares.findIndex((share) => (left -= share) < 0);
      return from[index < 0 ? from.length - 1 : index]!;
    },
    exponential: (mean) => -mean * Math.log(1 - next()),
    wait: (median) => median * Math.exp(bell(0.9)),
    bell,
    instant: (year, month, from, to) =>
      `${year}-${two(month)}-${two(whole(from, to))}T${clock(whole(540, 1049))}:00+08:00`,
  };
}

/** T. Ettinger's generator of 32 bits. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function months(year: number): readonly { id: string; month: number; days: number }[] {
  return Array.from({ length: 12 }, (_, i) => ({
    id: `${year}-${two(i + 1)}`,
    month: i + 1,
    days: new Date(Date.UTC(year, i + 1, 0)).getUTCDate(),
  }));
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function clock(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [name, text] of Object.entries(serviceYear())) {
    writeFileSync(new URL(name, import.meta.url), text);
  }
}
