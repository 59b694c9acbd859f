import type { ScoredQuestionnaire } from 'aptfolio/questionnaire';
import type { Block } from '../../01-advise/account.js';
import { drawRows } from '../charts.js';
import type { FormReport } from '../look-over.js';
import type { ClientReport, Run } from '../run.js';
import type { Teller } from '../teller.js';
import { type Part, section } from './section.js';

/** One client's level by each form, and where it comes from by the last one. */
export function client({ client: one }: Run, teller: Teller): Part | null {
  if (one === null || one.results.length === 0) return null;
  const decisions = one.results.map((entry) => outcome(entry, teller));
  const { form, result } = one.results.at(-1)!;
  const reasons = result.reasons.map(teller.reason);
  if (result.status !== 'scored') {
    return section('client', teller, decisions, [{ kind: 'list', items: reasons }]);
  }
  return section('client', teller, decisions, [
    scores(result, teller),
    contributions(form, result, teller),
    { kind: 'list', items: [...reasons, ...changes(one, result, teller)] },
  ]);
}

function outcome({ form, result }: ClientReport['results'][number], teller: Teller): string {
  const name = teller.say(`form.${form.name}`);
  switch (result.status) {
    case 'stopped':
      return teller.say('client.stopped', { form: name });
    case 'incomplete': {
      const missing = [...result.missing.map(teller.item), ...result.missingFacts];
      return teller.say('client.incomplete', { form: name, missing: teller.list(missing) });
    }
    default:
      return teller.say('client.decision', {
        form: name,
        level: teller.level(result.level),
        weighted: teller.level(result.weightedLevel),
        by: teller.list(result.determinedBy.map(teller.dimension)),
      });
  }
}

function scores({ dimensions, overall }: ScoredQuestionnaire, teller: Teller): Block {
  const rows = [...Object.entries(dimensions), ['overall', overall] as const].map(
    ([name, { score, level }]) => [
      teller.dimension(name),
      String(score),
      level === null ? '–' : teller.level(level),
    ],
  );
  const head = ['dimension', 'score', 'level'].map((key) => teller.say(`head.${key}`));
  return { kind: 'table', head, rows, figuresFrom: 1 };
}

function contributions(form: FormReport, result: ScoredQuestionnaire, teller: Teller): Block {
  const rows = result.contributions.map(({ item, points, maximum }) => ({
    label: teller.item(item),
    value: points / maximum,
    written: teller.say('cell.of', { points: String(points), maximum: String(maximum) }),
  }));
  return {
    kind: 'chart',
    title: teller.say('chart.contributions', { form: teller.say(`form.${form.name}`) }),
    svg: drawRows('contributions', rows, [0, 1]),
  };
}

/** Other answers to one single choice that would give another level. */
function changes(
  { file }: ClientReport,
  { singleAnswerChanges }: ScoredQuestionnaire,
  teller: Teller,
): readonly string[] {
  return singleAnswerChanges.flatMap(({ item, option, level }) => {
    const chosen = file.answers[item];
    if (typeof chosen !== 'number') return [];
    return [
      teller.say('client.change', {
        item: teller.item(item),
        option: option + 1,
        chosen: chosen + 1,
        level: teller.level(level),
      }),
    ];
  });
}

/** Whether the client may be assessed once more. */
export function retest({ client: one }: Run, teller: Teller): Part | null {
  if (one === null) return null;
  const { status, asOf, usedToday, level, reasons } = one.retest;
  const decision = teller.say(`retest.${status}`, {
    asOf,
    used: usedToday,
    level: teller.level(level),
  });
  return section(
    'retest',
    teller,
    [decision],
    [{ kind: 'list', items: reasons.map(teller.reason) }],
  );
}

/** What counts for all owners of the account. */
export function joint({ client: one }: Run, teller: Teller): Part | null {
  if (one === null) return null;
  const { status, level, reasons } = one.joint;
  return section(
    'joint',
    teller,
    [teller.say(`joint.${status}`, { level: teller.level(level) })],
    [{ kind: 'list', items: reasons.map(teller.reason) }],
  );
}
