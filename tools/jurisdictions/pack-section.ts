import type { Citation } from '../../src/evidence/index.js';
import type { DatedParameter, RetentionRule, Rule, RulePack } from '../../src/rules/index.js';
import { counted, list, section, table } from '../markdown.js';
import { conditionText } from './condition-text.js';
import type { DescribedPack } from './jurisdictions.js';
import { cite, passagesOf } from './passages.js';
import { figureText, outcomeText, overrideText, periodText, sentenceOf } from './words.js';

/** Everything that a page says of one pack. */
export function packSection({ pack, notes }: DescribedPack): readonly string[] {
  const { title, parameters = {}, retention = [] } = pack;
  return [
    `## ${title.en}`,
    '',
    notes.question,
    '',
    ...ruleTable(pack),
    '',
    ...section('### Figures', figureTable(Object.entries(parameters), pack)),
    ...section('### How long it must be kept', retentionTable(retention, pack)),
    ...section('### How it is read', list(notes.readings)),
    ...section('### In other packs', list(notes.elsewhere ?? [])),
    ...section('### Left out', list(notes.leftOut)),
  ];
}

function ruleTable(pack: RulePack): readonly string[] {
  const rows = pack.rules.map((rule) => [ruleHead(rule), ruleBody(rule, pack)] as const);
  const anybody = pack.rules.some(({ override }) => override !== undefined);
  return [
    ...table(['rule', 'what it says'], rows),
    '',
    anybody
      ? 'Nobody may set aside the other rules.'
      : `Nobody may set ${pack.rules.length === 1 ? 'it' : 'any of them'} aside.`,
  ];
}

function ruleHead({ id, citations }: Rule): readonly string[] {
  return [`\`${id}\``, ...cite(citations)];
}

function ruleBody(rule: Rule, pack: RulePack): readonly string[] {
  const { exceptionTo = [], whenUnknown, override, inForce } = rule;
  return [
    `**${outcomeText(rule)}.** ${sentenceOf(rule, pack)}`,
    ...(exceptionTo.length === 0
      ? []
      : [
          `Where it applies, ${names(exceptionTo)} ${exceptionTo.length === 1 ? 'does' : 'do'} not.`,
        ]),
    ...(whenUnknown === 'bite' ? ['Also where facts are missing.'] : []),
    ...(override === undefined ? [] : [`${overrideText(override)}.`]),
    `In force ${periodText(inForce)}.`,
  ];
}

function names(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(', ');
}

function figureTable(
  parameters: readonly (readonly [string, DatedParameter])[],
  pack: RulePack,
): readonly string[] {
  if (parameters.length === 0) return [];
  return table(
    ['figure', 'value'],
    parameters.map(([name, parameter]) => {
      const { label, stricter, history } = parameter;
      const values = history.map((entry) => {
        const where = cite([entry.citation]).join('');
        const open = leavesOpen(entry.citation, pack) ? ', which leaves the number open' : '';
        return `**${figureText(entry, parameter)}** ${periodText(entry)}, ${where}${open}`;
      });
      return [
        [`\`${name}\``, label.en],
        [...values, policyText(stricter)],
      ] as const;
    }),
  );
}

/** The passage was read, but the number does not stand in it. */
function leavesOpen({ instrument, article, verified }: Citation, pack: RulePack): boolean {
  const passage = passagesOf([pack]).find((one) => {
    return one.instrument === instrument && one.article === article;
  });
  return !verified && passage?.verified === true;
}

function policyText(stricter: DatedParameter['stricter']): string {
  if (stricter === undefined) return 'No policy may change it.';
  return `A policy may make it ${stricter}.`;
}

function retentionTable(retention: readonly RetentionRule[], pack: RulePack): readonly string[] {
  if (retention.length === 0) return [];
  return table(
    ['rule', 'at least'],
    retention.map(({ id, years, after, scope, citations, inForce }) => {
      const since = after === 'decision' ? 'the decision' : 'the relationship ends';
      return [
        [`\`${id}\``, ...cite(citations)],
        [
          `**${counted(years, 'year')}** after ${since}`,
          ...(scope === undefined ? [] : [`where ${conditionText(scope, pack)}`]),
          `In force ${periodText(inForce)}.`,
        ],
      ] as const;
    }),
  );
}
