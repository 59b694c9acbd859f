import { toAccount } from '../account/rates.js';
import { widthOf } from '../drift/compile-bands.js';
import { CASH } from '../drift/drift.js';
import { type Weights, weigh } from '../reach/measure.js';
import type { Draft } from './draft.js';

/** Where trades lead, in smallest units; less is better. */
export interface Score {
  /** What is outside bands first, then how far each product, and money, is from what was wanted. */
  readonly rank: number;
  /** How far what the policy measures, products or classes, is from what was wanted. */
  readonly measured: number;
  /** What is outside bands. */
  readonly out: number;
}

/**
 * Scores trades.
 *
 * @param apart by place, what a holding comes to beyond what was wanted.
 * @param idle what is left over as money, which was not wanted either.
 */
export type ScoreTrades = (apart: Float64Array, idle: number) => Score;

/** What is out of its band counts before all else. */
const OUT = 1000;

/** Where trades lead equally near, those that leave no money over. */
const IDLE = 1.01;

/**
 * Prepares the scoring of an account's trades.
 *
 * @param withBands whether trades may lead out of bands, or into them.
 */
export function scoreOf(draft: Draft, withBands: boolean): ScoreTrades {
  const { account, inside } = draft.occasion;
  const isByProduct = inside.policy.measure === 'products';
  const exposures = account.holdings.map(({ item }) => item.exposures);
  const rooms = withBands ? roomsOf(draft) : [];
  const whole = Number(draft.occasion.money.investable);
  const nearest = Math.min(...rooms.map(({ down, up }) => Math.min(down, up)));
  return (apart, idle) => {
    const lines = isByProduct ? apart : inClasses(apart, exposures, inside.assetClasses.length);
    const out = Math.abs(idle) + sizeOf(apart) <= nearest ? 0 : outside(rooms, lines, idle, whole);
    const rank = OUT * out + distanceOf(apart, IDLE * idle);
    return { rank, measured: distanceOf(lines, idle), out };
  };
}

function sizeOf(amounts: Float64Array): number {
  let sum = 0;
  for (const amount of amounts) sum += Math.abs(amount);
  return sum;
}

/** The root of the squares, as of what is traded to the unit: so the next look finds nothing nearer. */
function distanceOf(amounts: Float64Array, idle: number): number {
  let sum = idle * idle;
  for (const amount of amounts) sum += amount * amount;
  return Math.sqrt(sum);
}

function inClasses(
  apart: Float64Array,
  exposures: readonly Float64Array[],
  size: number,
): Float64Array {
  const classes = new Float64Array(size);
  for (let i = 0; i < apart.length; i++) {
    if (apart[i] === 0) continue;
    for (let k = 0; k < size; k++) classes[k]! += apart[i]! * exposures[i]![k]!;
  }
  return classes;
}

/** How far something that is measured may go from what was wanted before it is out of its band, in smallest units. */
interface Room {
  /** Places of the products or classes in it. */
  readonly parts: readonly number[];
  readonly holdsMoney: boolean;
  readonly down: number;
  readonly up: number;
  /** Half the width of the band: how far something wanted outside it may go further out. */
  readonly beyond: number;
}

/**
 * What is outside bands; nothing where everything is inside. What is wanted outside its band counts only by what it goes further out than its band is wide: it is no gain
 * that less of it is made than was wanted, or money would stay idle for it.
 */
function outside(rooms: readonly Room[], lines: Float64Array, idle: number, whole: number): number {
  let [further, isOut] = [0, false];
  for (const { parts, holdsMoney, down, up, beyond } of rooms) {
    let by = holdsMoney ? idle : 0;
    for (const i of parts) by += lines[i]!;
    isOut ||= by > up || -by > down;
    further += Math.max(0, by - (up < 0 ? beyond : up), -by - (down < 0 ? beyond : down));
  }
  return isOut ? whole + further : 0;
}

function roomsOf(draft: Draft): readonly Room[] {
  const { account, inside, money, now } = draft.occasion;
  const { bands, measure } = inside.policy;
  const isByProduct = measure === 'products';
  const ids = isByProduct ? account.holdings.map(({ id }) => id) : inside.assetClasses;
  const placeOf = new Map(ids.map((id, place) => [id, place]));
  const { products, classes, cash } = wantedWeights(draft);
  const wanted = isByProduct ? products : classes;
  const whole = Number(money.investable);
  // What rounding to the smallest unit may take is nothing.
  const rounding = 1;
  const rooms: Room[] = [];
  const add = (parts: readonly number[], holdsMoney: boolean, low: number, high: number): void => {
    let weight = holdsMoney ? cash : 0;
    for (const i of parts) weight += wanted[i]!;
    const roomOf = (by: number): number => by * whole + rounding;
    const [down, up, beyond] = [weight - low, high - weight, (high - low) / 2].map(roomOf);
    rooms.push({ parts, holdsMoney, down: down!, up: up!, beyond: beyond! });
  };
  for (const { id, members = [id], below, above } of now.drift.lines) {
    const parts = members.flatMap((member) => placeOf.get(member) ?? []);
    if (parts.length > 0) add(parts, members.includes(CASH), below, above);
  }
  if (!placeOf.has(CASH)) {
    add([], true, -widthOf(bands.cash.below, 0), widthOf(bands.cash.above, 0));
  }
  return rooms;
}

/** The weights that everything would come to if all were traded as wanted, less what the purchases made so far are charged. */
function wantedWeights({ occasion, changes, fits }: Draft): Weights {
  const { account, inside, money } = occasion;
  const { holdings } = account;
  const values = holdings.map(({ value }, i) => value + changes.sought[i]!);
  const free = values.reduce((rest, value) => rest - value, money.investable);
  let charged = 0n;
  for (const { place, side, entryFee, spread } of fits.values()) {
    if (side === 'sell') continue;
    const charge = toAccount(entryFee + spread, holdings[place]!.rate);
    values[place]! -= charge;
    charged += charge;
  }
  return weigh(holdings, values, free, money.investable - charged, inside);
}
