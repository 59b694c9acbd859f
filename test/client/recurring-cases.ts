import { addDays, type PlainDate, weekdayOf } from '../../src/dates/index.js';
import type { Random } from '../../src/numerics/index.js';
import {
  nthWeekday,
  type Sample,
  sampleMaker,
  toNextWorkday,
  toWorkdayBefore,
} from './recurring-generator.js';

type Maker = ReturnType<typeof sampleMaker>;

const between = (random: Random, low: number, high: number): number =>
  low + (high - low) * random.uniform();
const whole = (random: Random, low: number, high: number): number =>
  Math.floor(between(random, low, high + 1));
const cents = (value: number): number => Math.round(value * 100) / 100;
/** An amount like those of contracts. */
const price = (random: Random): number => cents(between(random, 5, 900));
const varied = (random: Random, mean: number, spread: number) => (): number =>
  cents(Math.max(1, mean * (1 + spread * random.normal())));

/** A year of heating. */
const WAVE = [1, 0.8, 0.4, 0, -0.4, -0.8, -1, -0.8, -0.4, 0, 0.4, 0.8];

/** Families of hard cases by name; each makes one client from a seed. */
export const CASES: Readonly<Record<string, (seed: number) => Sample>> = {
  'weekends and holidays move days': made((maker) => {
    const { random } = maker;
    maker.stream({ payee: 'rent', late: toNextWorkday, amountOf: constant(price(random)) });
    maker.stream({
      payee: 'employer',
      kind: 'transfer-in',
      day: whole(random, 10, 31),
      late: toWorkdayBefore,
      amountOf: varied(random, 9000, 0.03),
    });
    maker.stream({
      payee: 'bank',
      day: 31,
      late: toWorkdayBefore,
      amountOf: constant(price(random)),
    });
    maker.stream({
      payee: 'gym',
      day: whole(random, 3, 27),
      amountOf: constant(price(random)),
      late: () => whole(random, -2, 2),
    });
  }),
  'months are skipped': made((maker) => {
    const { random } = maker;
    maker.stream({ payee: 'a', skip: 0.1, amountOf: constant(price(random)) });
    maker.stream({ payee: 'b', skip: 0.2, amountOf: varied(random, price(random), 0.1) });
    maker.stream({ payee: 'c', cadence: 'weekly', skip: 0.15, amountOf: constant(price(random)) });
  }),
  'several streams to one payee': made((maker) => {
    const { random } = maker;
    const premium = price(random);
    // Two premiums on one day, and a third on another.
    maker.stream({ payee: 'insurer', day: 5, amountOf: constant(premium) });
    maker.stream({ payee: 'insurer', day: 5, amountOf: constant(premium * 1.7) });
    maker.stream({ payee: 'insurer', day: 20, amountOf: constant(premium * 0.4) });
    // The same price twice a month, each with a day of its own.
    const phone = price(random);
    maker.stream({ payee: 'phone', day: 3, amountOf: constant(phone) });
    maker.stream({ payee: 'phone', day: 17, amountOf: constant(phone) });
    // Gas and water from one supplier, none of them fixed, and a repair now and then.
    maker.stream({ payee: 'utility', day: 8, amountOf: varied(random, 150, 0.15) });
    maker.stream({ payee: 'utility', day: 22, amountOf: varied(random, 60, 0.15) });
    scatter(maker, 'utility', 3, () => price(random), 'payment');
    scatter(maker, 'insurer', 3, () => price(random), 'payment');
  }),
  'prices rise': made((maker) => {
    const { random } = maker;
    const stepped = (rise: number) => {
      const first = price(random);
      const month = whole(random, 3, 20);
      return (index: number): number => cents(index < month ? first : first * rise);
    };
    maker.stream({ payee: 'video', amountOf: stepped(1.1) });
    maker.stream({ payee: 'rent', amountOf: stepped(1.03) });
    // Two contracts with one payee on one day that rise together.
    const [a, b, month] = [price(random), price(random) * 3, whole(random, 3, 20)];
    maker.stream({ payee: 'club', day: 9, amountOf: (i) => cents(i < month ? a : a * 1.05) });
    maker.stream({ payee: 'club', day: 9, amountOf: (i) => cents(i < month ? b : b * 1.05) });
    // A subscription in a shop where much else is bought.
    maker.stream({ payee: 'shop', amountOf: stepped(1.2) });
    scatter(maker, 'shop', 40, () => cents(between(random, 3, 400)), 'payment');
  }),
  'amounts differ every time': made((maker) => {
    const { random } = maker;
    const season = (index: number): number =>
      cents(200 * (1 + 0.4 * WAVE[index % 12]!) * (1 + 0.05 * random.normal()));
    maker.stream({ payee: 'power', late: () => whole(random, 0, 2), amountOf: season });
    maker.stream({ payee: 'card', day: 25, amountOf: varied(random, 2000, 0.4) });
    maker.stream({
      payee: 'client',
      kind: 'transfer-in',
      amountOf: varied(random, 3000, 0.25),
      late: () => whole(random, -2, 2),
    });
  }),
  'every cadence': made((maker) => {
    const { random } = maker;
    const start: PlainDate = '2021-03-01';
    for (const cadence of [
      'weekly',
      'fortnightly',
      'four-weekly',
      'bi-monthly',
      'quarterly',
    ] as const) {
      maker.stream({ payee: cadence, cadence, amountOf: constant(price(random)) });
      maker.stream({
        payee: `${cadence} moved`,
        cadence,
        late: toNextWorkday,
        amountOf: varied(random, 300, 0.1),
      });
    }
    maker.stream({
      payee: 'tax',
      cadence: 'semi-annual',
      start,
      late: toNextWorkday,
      amountOf: constant(price(random)),
    });
    maker.stream({
      payee: 'fee',
      cadence: 'annual',
      start,
      late: toNextWorkday,
      amountOf: varied(random, 300, 0.03),
    });
    maker.stream({
      payee: 'school',
      cadence: 'four-monthly',
      start,
      late: toNextWorkday,
      amountOf: constant(price(random)),
    });
  }),
  'days are counted': made((maker) => {
    const { random } = maker;
    for (const every of [10, 21, 42, whole(random, 2, 6), whole(random, 32, 58)]) {
      const amountOf = constant(price(random));
      maker.stream({ payee: `${every}`, cadence: 'every-n-days', every, amountOf });
    }
    for (const [cadence, every] of [
      ['monthly', 30],
      ['bi-monthly', 60],
      ['quarterly', 90],
    ] as const) {
      maker.stream({ payee: cadence, cadence, every, amountOf: varied(random, 90, 0.05) });
    }
    maker.stream({ payee: 'fund', cadence: 'daily', amountOf: varied(random, 3, 0.05) });
    maker.stream({
      payee: 'moved',
      cadence: 'every-n-days',
      every: 45,
      late: toNextWorkday,
      amountOf: constant(price(random)),
    });
    maker.stream({
      payee: 'skipped',
      cadence: 'every-n-days',
      every: 10,
      skip: 0.1,
      amountOf: constant(price(random)),
    });
    maker.stream({
      payee: 'others too',
      cadence: 'every-n-days',
      every: 40,
      amountOf: constant(price(random)),
    });
    scatter(maker, 'others too', 8, () => price(random), 'payment');
    // Counted from the booking before, which is a day early or late.
    let drift = 0;
    maker.stream({
      payee: 'drifts',
      cadence: 'every-n-days',
      every: 33,
      amountOf: constant(price(random)),
      late: () => {
        drift += whole(random, -1, 1);
        return drift;
      },
    });
  }),
  'weekdays of the month': made((maker) => {
    const { random } = maker;
    const on = (nth: number, weekday: number) => (first: PlainDate) =>
      nthWeekday(first, nth, weekday);
    maker.stream({
      payee: 'employer',
      kind: 'transfer-in',
      dayIn: on(0, 5),
      // A holiday now and then.
      late: () => (random.uniform() < 0.05 ? -1 : 0),
      amountOf: varied(random, 9000, 0.03),
    });
    maker.stream({ payee: 'fund', dayIn: on(3, 3), amountOf: varied(random, 500, 0.3) });
    maker.stream({
      payee: 'any',
      dayIn: on(whole(random, 0, 4), whole(random, 1, 7)),
      skip: 0.05,
      amountOf: constant(price(random)),
    });
    const month = whole(random, 3, 20);
    maker.stream({ payee: 'club', dayIn: on(1, 1), amountOf: (i) => (i < month ? 50 : 60) });
    maker.stream({
      payee: 'coupon',
      cadence: 'quarterly',
      dayIn: on(3, 5),
      amountOf: constant(price(random)),
    });
  }),
  'weekly by card': made((maker) => {
    const { random } = maker;
    for (const [payee, spread, skip] of [
      ['lesson', 0, 0.1],
      ['box', 0.1, 0.05],
      ['market', 0.3, 0.1],
      ['dinner', 0.6, 0],
    ] as const) {
      const amountOf = varied(random, 80, spread);
      maker.stream({ payee, kind: 'card', cadence: 'weekly', skip, amountOf });
    }
  }),
  'days drift': made((maker) => {
    const { random } = maker;
    // Thirty days after the one before, and a pay day that changes for good.
    let drift = 0;
    maker.stream({
      payee: 'top-up',
      day: 15,
      amountOf: constant(price(random)),
      late: () => {
        drift += whole(random, -1, 1);
        return drift;
      },
    });
    const month = whole(random, 6, 18);
    let index = 0;
    maker.stream({
      payee: 'employer',
      kind: 'transfer-in',
      day: 10,
      amountOf: varied(random, 9000, 0.01),
      late: () => (index++ < month ? 0 : 12),
    });
  }),
  'no counterparty': made((maker) => {
    const { random } = maker;
    maker.stream({ text: 'rent flat {n}', amountOf: constant(price(random)) });
    maker.stream({
      text: 'power bill {n}',
      amountOf: varied(random, 120, 0.2),
      late: toNextWorkday,
    });
    // Nothing but the amount, among a lot of others.
    maker.stream({ amountOf: constant(cents(between(random, 1000, 2000))) });
    maker.stream({ amountOf: constant(cents(between(random, 2000, 3000))), late: toNextWorkday });
    for (let i = 0; i < 150; i++) maker.row(anyDay(random), cents(between(random, 5, 900)));
  }),
};

/** A client's spending without any stream: shops by how often and how evenly they are visited. */
export function noise(seed: number): Sample {
  const maker = sampleMaker(seed);
  const { random } = maker;
  scatter(maker, 'grocer', 200, () => cents(between(random, 8, 150)));
  scatter(maker, 'baker', 150, () => whole(random, 2, 6) / 2);
  scatter(maker, 'coffee', 250, () => (random.uniform() < 0.6 ? 3.5 : 4.2));
  scatter(maker, 'canteen', 200, () => 15);
  evenly(maker, 'fuel', 10, 4, () => cents(between(random, 40, 80)));
  evenly(maker, 'hair', 40, 12, () => 25 + 5 * whole(random, 0, 1));
  evenly(maker, 'cash', 9, 5, () => 100 * whole(random, 1, 4));
  evenly(maker, 'market', 30, 10, () => cents(between(random, 20, 120)));
  for (let shop = 0; shop < 60; shop++) {
    const usual = between(random, 10, 100);
    scatter(maker, `shop ${shop}`, whole(random, 2, 12), varied(random, usual, 0.4));
  }
  for (let shop = 0; shop < 20; shop++) {
    const ticket = whole(random, 5, 40);
    scatter(maker, `ticket ${shop}`, whole(random, 2, 8), () => ticket);
  }
  return maker.sample();
}

/** A client who shops for groceries on any day, and rather on Saturdays, for another amount every time. */
export function saturdays(seed: number): Sample {
  const maker = sampleMaker(seed);
  const { random, row } = maker;
  const onSaturday = between(random, 0.45, 0.6);
  const onOthers = between(random, 0.1, 0.2);
  for (let day = 0; day <= 730; day++) {
    const date = addDays('2024-03-01', day);
    if (random.uniform() > (weekdayOf(date) === 6 ? onSaturday : onOthers)) continue;
    row(date, cents(between(random, 8, 150)), { counterparty: 'grocer', kind: 'card' });
  }
  return maker.sample();
}

/** The payees of `noise`. */
export const NOISE_PAYEES = 88;

function made(fill: (maker: Maker) => void): (seed: number) => Sample {
  return (seed) => {
    const maker = sampleMaker(seed);
    fill(maker);
    return maker.sample();
  };
}

function constant(amount: number): () => number {
  return () => cents(amount);
}

function anyDay(random: Random): PlainDate {
  return addDays('2024-03-01', whole(random, 0, 730));
}

/** Card payments on any days. */
function scatter(
  { row, random }: Maker,
  payee: string,
  visits: number,
  amountOf: () => number,
  kind: 'card' | 'payment' = 'card',
): void {
  for (let i = 0; i < visits; i++) {
    row(anyDay(random), amountOf(), { counterparty: payee, kind });
  }
}

/** Card payments some days apart, more or less. */
function evenly(
  { row, random }: Maker,
  payee: string,
  days: number,
  spread: number,
  amountOf: () => number,
): void {
  let day = whole(random, 0, days);
  while (day <= 730) {
    row(addDays('2024-03-01', day), amountOf(), { counterparty: payee, kind: 'card' });
    day += Math.max(1, Math.round(days + spread * random.normal()));
  }
}
