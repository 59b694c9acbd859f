import type { PlainDate } from '../dates/index.js';
import { AptfolioError, at } from '../errors/index.js';
import { SEVERITIES, type Severity } from '../evidence/index.js';
import { isInForce } from './check/in-force.js';
import type { CompiledPack } from './compile.js';
import type { DatedParameter, ParameterValue, Tightening } from './pack.js';
import type { ParameterInForce } from './rulebook.js';

/** What holds for one pack after the policies have made it stricter. */
export interface Tightened {
  readonly parameters: ReadonlyMap<string, ParameterInForce>;
  readonly outcomes: ReadonlyMap<string, Severity>;
  readonly noOverride: ReadonlySet<string>;
}

/** A policy's say on another pack, and where it stands. */
interface Say {
  readonly tightening: Tightening;
  readonly path: string;
}

/**
 * Reads what the policies among the packs make stricter.
 *
 * @throws AptfolioError `inconsistent` where one would loosen the law, `unknown-id` where it speaks of what does not exist.
 */
export function readTightenings(
  packs: readonly CompiledPack[],
  asOf: PlainDate,
): (pack: CompiledPack) => Tightened {
  const says = (id: string): readonly Say[] =>
    packs.flatMap(({ pack }, index) => {
      const { tightens = {} } = pack;
      const tightening = Object.hasOwn(tightens, id) ? tightens[id] : undefined;
      const path = at(at(at('packs', index), 'tightens'), id);
      return tightening === undefined ? [] : [{ tightening, path }];
    });
  return (compiled) => {
    const mine = says(compiled.id);
    for (const say of mine) checkRules(say, compiled);
    return {
      parameters: parametersOf(compiled, mine, asOf),
      outcomes: new Map(mine.flatMap((say) => hardened(say, compiled))),
      noOverride: new Set(mine.flatMap(({ tightening }) => tightening.noOverride ?? [])),
    };
  };
}

function checkRules({ tightening, path }: Say, { pack }: CompiledPack): void {
  const known = new Set(pack.rules.map(({ id }) => id));
  const { outcomes = {}, noOverride = [], parameters = {} } = tightening;
  const named = [
    ...Object.keys(outcomes).map((id) => [id, at(at(path, 'outcomes'), id)] as const),
    ...noOverride.map((id, index) => [id, at(at(path, 'noOverride'), index)] as const),
  ];
  for (const [id, where] of named) {
    if (!known.has(id)) throw new AptfolioError('unknown-id', where, `a rule of ${pack.id}`, id);
  }
  for (const name of Object.keys(parameters)) {
    if (pack.parameters !== undefined && Object.hasOwn(pack.parameters, name)) continue;
    const where = at(at(path, 'parameters'), name);
    throw new AptfolioError('unknown-id', where, `a parameter of ${pack.id}`, name);
  }
}

/** A policy may turn a warning into a block, never a block into a warning. */
function hardened({ tightening, path }: Say, { pack }: CompiledPack): [string, Severity][] {
  return Object.entries(tightening.outcomes ?? {}).map(([id, outcome]) => {
    const law = pack.rules.find((rule) => rule.id === id)?.outcome as Severity;
    if (SEVERITIES.indexOf(outcome) <= SEVERITIES.indexOf(law)) return [id, outcome];
    const expected = `${law}, as in the law, or harder`;
    throw new AptfolioError('inconsistent', at(at(path, 'outcomes'), id), expected, outcome);
  });
}

function parametersOf(
  { pack }: CompiledPack,
  says: readonly Say[],
  asOf: PlainDate,
): ReadonlyMap<string, ParameterInForce> {
  const entries = Object.entries(pack.parameters ?? {}).map(([name, parameter]) => {
    const law = parameter.history.find((entry) => isInForce(entry, asOf));
    const stricter = says.reduce<ParameterValue | undefined>(
      (value, say) => strictest(value, say, name, parameter, asOf),
      law,
    );
    const { label, unit } = parameter;
    return [
      name,
      {
        label,
        ...(unit === undefined ? {} : { unit }),
        ...(stricter === undefined ? {} : { value: stricter.value, citation: stricter.citation }),
      },
    ] as const;
  });
  return new Map(entries);
}

/** The stricter of a value and what a policy says; every value that the policy will ever have is checked. */
function strictest(
  value: ParameterValue | undefined,
  { tightening, path }: Say,
  name: string,
  { stricter, history }: DatedParameter,
  asOf: PlainDate,
): ParameterValue | undefined {
  const { parameters = {} } = tightening;
  const own = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (own === undefined) return value;
  const where = at(at(path, 'parameters'), name);
  if (stricter === undefined) {
    throw new AptfolioError('inconsistent', where, 'a parameter of which one side is stricter');
  }
  own.forEach((entry, index) => {
    refuseLooser(entry, history, stricter, at(at(where, index), 'value'));
  });
  const mine = own.find((entry) => isInForce(entry, asOf));
  if (mine === undefined || value === undefined) return value;
  return isLooser(mine.value, value.value, stricter) ? value : mine;
}

function refuseLooser(
  mine: ParameterValue,
  law: readonly ParameterValue[],
  stricter: 'lower' | 'higher',
  path: string,
): void {
  if (typeof mine.value !== 'number') throw new AptfolioError('invalid-type', path, 'a number');
  const looser = law.find(
    (entry) =>
      (mine.to === undefined || entry.from < mine.to) &&
      (entry.to === undefined || mine.from < entry.to) &&
      isLooser(mine.value, entry.value, stricter),
  );
  if (looser === undefined) return;
  const expected = `${String(looser.value)} or ${stricter}, as the law has it from ${looser.from}`;
  throw new AptfolioError('inconsistent', path, expected, mine.value);
}

function isLooser(mine: unknown, law: unknown, stricter: 'lower' | 'higher'): boolean {
  if (typeof mine !== 'number' || typeof law !== 'number') return false;
  return stricter === 'lower' ? mine > law : mine < law;
}
