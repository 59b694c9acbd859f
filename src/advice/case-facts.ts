import { ageOn, type PlainDate } from '../dates/index.js';
import { AptfolioError, at } from '../errors/index.js';
import type { CurrencyCode } from '../money/index.js';
import type { RiskLevel, ScoredQuestionnaire } from '../questionnaire/index.js';
import type { CompiledPack } from '../rules/index.js';
import type { CaseFact, CaseFacts, FactGroup } from '../suitability/index.js';
import type { AdviceRequest } from './request.js';

/** What the case has found of the client. */
export interface FoundFacts {
  readonly assessment: ScoredQuestionnaire;
  readonly level: RiskLevel;
  readonly packs: readonly CompiledPack[];
  readonly asOf: PlainDate;
}

/** The bank's facts, and what the advice itself has found as far as a pack asks for it. Neither may say otherwise than the other. */
export function caseFacts<C extends CurrencyCode>(
  { facts = {}, view }: AdviceRequest<C>,
  { level, assessment, packs, asOf }: FoundFacts,
): CaseFacts {
  const { birthDate } = view.client;
  const found = { riskLevel: level, assessedOn: assessment.assessedOn, birthDate };
  const given = new Set(
    Object.entries({ ...found, age: ageOn(birthDate, asOf) })
      .filter(([name, value]) => isGiven(name, value, facts))
      .map(([name]) => name),
  );
  const added = Object.entries(found).filter(
    ([name]) =>
      !given.has(name) && packs.some(({ pack }) => Object.hasOwn(pack.facts, `client.${name}`)),
  );
  if (added.length === 0) return facts;
  return { ...facts, client: { ...Object.fromEntries(added), ...facts.client } };
}

/** Whether the bank says it too, in its group or under its whole name. */
function isGiven(name: string, value: string | number, facts: CaseFacts): boolean {
  const whole = `client.${name}`;
  const places: readonly (readonly [CaseFact | FactGroup | undefined, string])[] = [
    [facts.client?.[name], at('request.facts.client', name)],
    [(facts as FactGroup)[whole], at('request.facts', whole)],
  ];
  const said = places.filter(([entry]) => entry !== undefined);
  for (const [entry, path] of said) {
    if (plain(entry) === String(value)) continue;
    const expected = `what the case finds, ${value}, or nothing`;
    throw new AptfolioError('inconsistent', path, expected, plain(entry));
  }
  return said.length > 0;
}

function plain(entry: unknown): string {
  const isSourced = typeof entry === 'object' && entry !== null && 'value' in entry;
  return String(isSourced ? entry.value : entry);
}
