import type { PlainDate } from '../dates/index.js';
import { AptfolioError, checkObject } from '../errors/index.js';
import { canonicalJson, sha256Text } from '../evidence/index.js';
import { checkPack } from './check/check-pack.js';
import type { Names } from './check/names.js';
import { type Demand, demandsOf } from './demands.js';
import type { RulePack } from './pack.js';
import type { Rule } from './rule.js';

/** A pure function that a pack calls by name. It gets the values of its operands; `undefined` is unknown, given or returned. */
export type RuleFunction = (
  ...values: readonly (number | string | boolean | readonly string[] | undefined)[]
) => number | string | boolean | undefined;

/** What goes with a pack that is no data. */
export interface CompileOptions {
  /** By name: what `call` calls. Each must be pure: the same values give the same result. */
  readonly functions?: Readonly<Record<string, RuleFunction>>;
}

/** A checked pack, ready to decide. */
export interface CompiledPack {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the pack's canonical JSON, 64 hexadecimal digits: the same for the same content. */
  readonly hash: string;
  /** The pack itself, frozen. */
  readonly pack: RulePack;
  /** What the library needs beside; no part of the public face. */
  readonly [INSIDE]: Inside;
}

/** Where a compiled pack keeps what only the library reads. */
export const INSIDE: unique symbol = Symbol('aptfolio/rules');

interface Inside {
  readonly names: Names;
  /** The rules, each after the exceptions to it. */
  readonly ordered: readonly Rule[];
  readonly functions: Readonly<Record<string, RuleFunction>>;
  /** By id of a duty: what it needs to be true. */
  readonly demands: ReadonlyMap<string, readonly Demand[]>;
  /** By name of a fact or a term: what it means, apart from how it is called. */
  readonly essences: ReadonlyMap<string, string>;
}

/**
 * Checks a pack once, so that it can decide often: every name is defined, what is compared can be compared, texts exist in
 * every language, exceptions and terms go in no circle, histories do not overlap.
 *
 * @throws AptfolioError with the path to the fault, as in `pack.rules[3].when.all[0].left.fact`.
 *
 * @example
 * ```ts
 * import { compilePack } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * compilePack(pack).id; // => 'lending'
 * compilePack({ ...pack, rules: [{ ...pack.rules[0], when: { holds: 'client.tall' } }] });
 * // => throws 'unknown-id', 'pack.rules[0].when.holds'
 * ```
 */
export function compilePack(pack: RulePack, options: CompileOptions = {}): CompiledPack {
  const text = canonicalJson(pack, 'pack');
  const functions = readFunctions(options);
  const copy = deepFreeze(JSON.parse(text)) as unknown;
  const checked = checkPack(copy, new Set(Object.keys(functions)));
  const { id, version } = checked.pack;
  return Object.freeze({
    id,
    version,
    hash: sha256Text(text),
    pack: checked.pack,
    [INSIDE]: {
      names: checked.names,
      ordered: checked.ordered,
      functions,
      demands: demandsOf(checked.ordered),
      essences: essencesOf(checked.pack),
    },
  });
}

function essencesOf({ facts, terms = {} }: RulePack): ReadonlyMap<string, string> {
  const entries = [...Object.entries(facts), ...Object.entries(terms)];
  return new Map(
    entries.map(([name, { label, ...entry }]) => {
      const { change, valueLabels, ...essence } = entry as Readonly<Record<string, unknown>>;
      return [name, canonicalJson(essence)];
    }),
  );
}

function readFunctions(options: CompileOptions): Readonly<Record<string, RuleFunction>> {
  const { functions = {} } = checkObject(options, 'options');
  const entries = Object.entries(checkObject(functions, 'options.functions'));
  for (const [name, run] of entries) {
    if (typeof run === 'function') continue;
    throw new AptfolioError('invalid-type', `options.functions.${name}`, 'a function', run);
  }
  return Object.freeze({ ...(functions as Readonly<Record<string, RuleFunction>>) });
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const entry of Object.values(value)) deepFreeze(entry);
  return Object.freeze(value);
}

/** Checks that packs that came from the caller are compiled ones, at least one. */
export function checkCompiled(packs: unknown, path: string): readonly CompiledPack[] {
  const list = Array.isArray(packs) ? (packs as readonly unknown[]) : [packs];
  if (list.length === 0) throw new AptfolioError('empty', path, 'at least one compiled pack');
  return list.map((pack, index) => {
    const compiled = typeof pack === 'object' && pack !== null && INSIDE in pack;
    if (compiled) return pack as CompiledPack;
    const where = Array.isArray(packs) ? `${path}[${index}]` : path;
    throw new AptfolioError('invalid-type', where, 'a pack from compilePack', pack);
  });
}

/** Whether a pack can be asked on a day. */
export function canBeAsked({ pack }: CompiledPack, day: PlainDate): boolean {
  return pack.inForce.from <= day && (pack.inForce.to === undefined || day < pack.inForce.to);
}
