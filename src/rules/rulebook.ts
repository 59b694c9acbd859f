import { type PlainDate, parsePlainDate } from '../dates/index.js';
import { AptfolioError, at } from '../errors/index.js';
import type { Citation, LocalisedText, Severity } from '../evidence/index.js';
import { isInForce } from './check/in-force.js';
import {
  type CompiledPack,
  canBeAsked,
  checkCompiled,
  INSIDE,
  type RuleFunction,
} from './compile.js';
import type { RuleConstant } from './condition.js';
import type { PackReference } from './decision.js';
import type { Demand } from './demands.js';
import type { FactDeclaration } from './fact.js';
import type { Term } from './pack.js';
import { parametersRead } from './reads.js';
import type { OverridePermission, Rule } from './rule.js';
import { readTightenings } from './tighten.js';

/** All rules of a list of packs on one day: what is in force, with the values that the parameters have. */
export interface Rulebook {
  readonly asOf: PlainDate;
  readonly facts: ReadonlyMap<string, FactDeclaration>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly rules: readonly RuleInForce[];
  readonly packs: readonly PackReference[];
  /** By id of the pack, what its conditions mean by their names. */
  readonly surroundings: ReadonlyMap<string, Surroundings>;
  /** Packs of which no rule is in force on that day. */
  readonly silent: readonly string[];
  readonly verified: boolean;
}

/** A rule on one day. */
export interface RuleInForce {
  readonly rule: Rule;
  readonly pack: string;
  /** The outcome, perhaps made harder by a policy. */
  readonly outcome: Severity;
  readonly override: OverridePermission | undefined;
  readonly text: LocalisedText;
  /** Indices, in the rulebook, of the exceptions to it; all smaller than its own. */
  readonly exceptions: readonly number[];
  readonly demands: readonly Demand[];
  readonly surroundings: Surroundings;
}

/** What a rule's conditions mean by the names of terms, parameters and functions: those of its own pack. */
export interface Surroundings {
  /** The pack's place in the rulebook. */
  readonly slot: number;
  readonly terms: Readonly<Record<string, Term>>;
  readonly parameters: ReadonlyMap<string, ParameterInForce>;
  readonly functions: Readonly<Record<string, RuleFunction>>;
}

/** The value of a parameter on one day. */
export interface ParameterInForce {
  readonly label: LocalisedText;
  readonly unit?: string;
  /** Absent between two entries of the history, and before the first. */
  readonly value?: RuleConstant | readonly RuleConstant[];
  readonly citation?: Citation;
}

/** Opens the packs on a day and checks that they can be used together. */
export function openRulebook(
  packs: readonly CompiledPack[] | CompiledPack,
  day: PlainDate,
): Rulebook {
  const list = checkCompiled(packs, 'packs');
  const asOf = parsePlainDate(day, 'options.asOf');
  const tightened = readTightenings(list, asOf);
  list.forEach((pack, index) => {
    if (list.findIndex(({ id }) => id === pack.id) < index) {
      throw new AptfolioError(
        'duplicate-id',
        `packs[${index}]`,
        'a pack not given before',
        pack.id,
      );
    }
    if (!canBeAsked(pack, asOf)) refuseDay(pack, asOf);
  });
  const opened = [...list]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((pack, slot) => openPack(pack, slot, asOf, tightened));
  const rules: RuleInForce[] = [];
  for (const { inForce } of opened) {
    const start = rules.length;
    for (const rule of inForce) {
      rules.push({ ...rule, exceptions: rule.exceptions.map((index) => index + start) });
    }
  }
  refuseSharedIds(rules);
  const facts = unite(list, ({ pack }) => pack.facts, 'facts');
  const terms = unite(list, ({ pack }) => pack.terms ?? {}, 'terms');
  for (const name of terms.keys()) {
    if (!facts.has(name)) continue;
    const expected = 'a name that no other pack gives to a fact';
    throw new AptfolioError('inconsistent', at('packs.terms', name), expected, name);
  }
  return {
    asOf,
    facts,
    terms,
    rules,
    packs: Object.freeze(opened.map(({ reference }) => reference)),
    surroundings: new Map(opened.map((one) => [one.reference.id, one.surroundings])),
    silent: opened
      .filter(({ inForce, hasRules }) => hasRules && inForce.length === 0)
      .map(({ reference }) => reference.id),
    verified: opened.every(({ reference }) => reference.verified),
  };
}

function refuseDay({ id, pack: { inForce } }: CompiledPack, asOf: PlainDate): never {
  const expected =
    inForce.from > asOf
      ? `a day on or after ${inForce.from}, the first of pack ${id}`
      : `a day before ${inForce.to}, when pack ${id} ends`;
  throw new AptfolioError('out-of-range', 'options.asOf', expected, asOf);
}

interface OpenedPack {
  readonly reference: PackReference;
  readonly inForce: readonly RuleInForce[];
  /** Whether it has rules at all; a policy may only make others stricter. */
  readonly hasRules: boolean;
  readonly surroundings: Surroundings;
}

function openPack(
  compiled: CompiledPack,
  slot: number,
  asOf: PlainDate,
  tightened: ReturnType<typeof readTightenings>,
): OpenedPack {
  const { id, version, hash, pack } = compiled;
  const { ordered, functions, demands } = compiled[INSIDE];
  const { parameters, outcomes, noOverride } = tightened(compiled);
  const rules = ordered.filter(({ inForce }) => isInForce(inForce, asOf));
  const surroundings = { slot, terms: pack.terms ?? {}, parameters, functions };
  const inForce = rules.map((rule): RuleInForce => {
    const exceptions = rules.flatMap(({ exceptionTo }, index) =>
      exceptionTo?.includes(rule.id) === true ? index : [],
    );
    return {
      rule,
      pack: id,
      outcome: outcomes.get(rule.id) ?? rule.outcome,
      override: noOverride.has(rule.id) ? undefined : rule.override,
      text: pack.messages[rule.message ?? rule.id] as LocalisedText,
      exceptions,
      demands: demands.get(rule.id) ?? [],
      surroundings,
    };
  });
  const verified = rules.every(
    (rule) =>
      rule.citations.every((citation) => citation.verified) &&
      [...parametersRead(rule, pack)].every(
        (name) => parameters.get(name)?.citation?.verified !== false,
      ),
  );
  return {
    reference: Object.freeze({ id, version, hash, verified }),
    inForce,
    hasRules: ordered.length > 0,
    surroundings,
  };
}

function refuseSharedIds(rules: readonly RuleInForce[]): void {
  const packOf = new Map<string, string>();
  for (const { rule, pack } of rules) {
    const other = packOf.get(rule.id);
    if (other !== undefined) {
      throw new AptfolioError(
        'duplicate-id',
        'packs',
        `rule ids unlike those of ${other}`,
        rule.id,
      );
    }
    packOf.set(rule.id, pack);
  }
}

/** Puts what packs declare together; two packs may use one name only for one thing. */
function unite<T>(
  packs: readonly CompiledPack[],
  declared: (pack: CompiledPack) => Readonly<Record<string, T>>,
  kind: 'facts' | 'terms',
): ReadonlyMap<string, T> {
  const united = new Map<string, T>();
  const essences = new Map<string, string | undefined>();
  for (const compiled of packs) {
    for (const [name, entry] of Object.entries(declared(compiled))) {
      const essence = compiled[INSIDE].essences.get(name);
      if (!united.has(name)) {
        united.set(name, entry);
        essences.set(name, essence);
      } else if (essences.get(name) !== essence) {
        const path = at(at('packs', kind), name);
        const expected = `the meaning that another pack gives it, unlike ${compiled.id}`;
        throw new AptfolioError('inconsistent', path, expected);
      }
    }
  }
  return united;
}
