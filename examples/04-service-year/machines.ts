import type { PlainDate } from 'aptfolio/dates';
import { canonicalJson, sha256Text } from 'aptfolio/evidence';
import { compileKpiCube, type KpiCube, type KpiCubeDraft, type KpiRecord } from 'aptfolio/kpi';
import type { Bank } from './inputs.js';
import { cubeKpis, type YearKpis } from './kpis.js';
import type { Told } from './records.js';

/** What several machines made of the year. */
export interface Machines {
  /** How many records each was told. */
  readonly shards: readonly { readonly id: string; readonly records: number }[];
  /** The state's fingerprint after merging in each of several orders. */
  readonly orders: readonly { readonly id: string; readonly fingerprint: string }[];
  readonly repeats: number;
  /** Ids of what came after the year was closed. */
  readonly late: readonly string[];
  readonly cells: number;
  readonly cube: KpiCube;
  /** All of it, closed. */
  readonly whole: KpiCubeDraft;
}

/** A record that a second system tells again: one in seven. */
const TOLD_AGAIN = 7;

/** Feeds the year to a machine for each branch and one for the head office, and merges them in several orders. */
export function feed(told: Told, kpis: YearKpis, bank: Bank): Machines {
  const cube = cubeOf(kpis, bank);
  const shards = shardsOf(told);
  const states = shards.map(({ records }) => {
    const draft = cube.init();
    for (const record of records) cube.add(draft, record);
    // As it would travel from one machine to another.
    return JSON.stringify(cube.encode(draft));
  });
  const merged = (order: readonly string[]): KpiCubeDraft =>
    order
      .map((state) => cube.decode(JSON.parse(state)))
      .reduce((draft, other) => cube.merge(draft, other), cube.init());
  const close = (draft: KpiCubeDraft): KpiCubeDraft =>
    cube.close(draft, `${bank.year}-12-31` as PlainDate);
  const inPairs = cube.merge(merged(states.slice(2)), merged(states.slice(0, 2)));
  const drafts = {
    'as-told': close(merged(states)),
    reversed: close(merged([...states].reverse())),
    'in-pairs': close(inPairs),
    'one-machine': close(oneMachine(cube, shards)),
  };
  const whole = drafts['as-told'];
  const orders = Object.entries(drafts).map(([id, draft]) => ({
    id,
    fingerprint: sha256Text(canonicalJson(cube.encode(draft))),
  }));
  for (const record of told.late) cube.add(whole, record);
  const { repeats, late, cells } = cube.encode(whole);
  return {
    shards: shards.map(({ id, records }) => ({ id, records: records.length })),
    orders,
    repeats,
    late: late.map(({ record }) => record.id!),
    cells: cells.length,
    cube,
    whole,
  };
}

function cubeOf(kpis: YearKpis, { zone }: Bank): KpiCube {
  return compileKpiCube({
    kpis: cubeKpis(kpis),
    period: 'month',
    zone,
    dimensions: ['branch', 'age', 'campaign'],
  });
}

interface Shard {
  readonly id: string;
  readonly records: readonly KpiRecord[];
}

/** By branch; the head office has what belongs to none, the earlier look at every case, and copies of what branches told. */
function shardsOf({ records, earlier }: Told): readonly Shard[] {
  const branchOf = ({ dimensions }: KpiRecord): string => dimensions?.branch ?? 'head-office';
  const ids = [...new Set(records.map(branchOf))].sort();
  const again = records.filter((_, i) => i % TOLD_AGAIN === 0);
  return ids.map((id) => {
    const own = records.filter((record) => branchOf(record) === id);
    return { id, records: id === 'head-office' ? [...own, ...earlier, ...again] : own };
  });
}

/** All records in one stream, the last ones first. */
function oneMachine(cube: KpiCube, shards: readonly Shard[]): KpiCubeDraft {
  const draft = cube.init();
  const all = shards.flatMap(({ records }) => records);
  for (const record of [...all].reverse()) cube.add(draft, record);
  return draft;
}
