import type { Parameters } from 'aptfolio/evidence';
import { describeCounterfactual, describeFinding, type RuleVerdict } from 'aptfolio/rules';
import type { Block, Section } from '../account.js';
import type { CaseResult, Notice, Ruling } from '../cases/index.js';
import type { Run } from '../run.js';
import type { Teller } from '../teller.js';
import { section } from './section.js';

/** The awkward cases. */
export function cases({ cases: results, proof }: Run, teller: Teller): Section {
  const same = proof.suitability.every(({ replay }) => replay === 'same');
  const decision = teller.say('cases.decision', {
    count: results.length,
    asked: proof.suitability.length,
    replays: teller.say(same ? 'proof.same' : 'proof.other'),
  });
  return section(
    'A',
    teller,
    decision,
    results.flatMap((result) => blocksOf(result, teller)),
  );
}

function blocksOf(result: CaseResult, teller: Teller): readonly Block[] {
  const { id, figures, rulings, remarks, notices } = result;
  const records = rulings.flatMap((ruling) => ruling.records);
  const last = records.at(-1);
  const onRecord = { count: records.length, hash: last?.hash ?? '' };
  return [
    { kind: 'text', text: `${id}  ${teller.say(`case.${id}`)}`, tone: 'key' },
    { kind: 'text', text: teller.say(`case.${id}.outcome`, inWords(figures, teller)) },
    {
      kind: 'table',
      head: ['situation', 'answer', 'rules'].map((key) => teller.say(`head.${key}`)),
      rows: rulings.map((ruling) => row(ruling, teller)),
      figuresFrom: 3,
    },
    {
      kind: 'list',
      items: [
        ...rulesIn(rulings, teller),
        ...rulings.flatMap((ruling) => changesIn(ruling, teller)),
        ...noticesIn(rulings, teller),
        ...remarks.map((remark) => teller.remark(remark)),
        ...notices.map((notice) => noticeInWords(notice, teller)),
      ],
    },
    ...(last === undefined
      ? []
      : [{ kind: 'text', text: teller.say('cases.record', onRecord), tone: 'muted' } as const]),
  ];
}

/** One situation, one answer after another, and the rules because of which. */
function row(ruling: Ruling, teller: Teller): readonly string[] {
  const { assessments } = ruling;
  const rules = new Set(assessments.flatMap(({ decision }) => decision.deciding));
  const steps = assessments.length > 1 ? [teller.say(`ruling.${ruling.situation}.then`)] : [];
  return [
    [situation(ruling, teller), ...steps].join(' → '),
    assessments.map(({ status }) => String(teller.word(status))).join(' → '),
    rules.size === 0 ? teller.say('cell.none') : teller.list([...rules]),
  ];
}

function situation({ situation: name, figures }: Ruling, teller: Teller): string {
  return teller.say(`ruling.${name}`, figures);
}

/** The texts of the rules that decide, each rule once. */
function rulesIn(rulings: readonly Ruling[], teller: Teller): readonly string[] {
  const byRule = new Map<string, RuleVerdict>();
  for (const { decision } of rulings.flatMap(({ assessments }) => assessments)) {
    for (const finding of decision.findings) {
      const { rule } = finding;
      if (decision.deciding.includes(rule) && !byRule.has(rule)) byRule.set(rule, finding);
    }
  }
  return [...byRule.values()].map((finding) =>
    teller.say('cases.rule', {
      rule: finding.rule,
      articles: articlesOf(finding, teller),
      text: describeFinding(finding, teller.locale),
    }),
  );
}

/** Where a rule is written: each instrument once, with its articles. */
function articlesOf({ citations }: RuleVerdict, teller: Teller): string {
  const instruments = new Set(citations.map(({ instrument }) => instrument));
  const written = [...instruments].map((instrument) => {
    const own = citations.filter((citation) => citation.instrument === instrument);
    // The number under which it was published stands in the pack.
    const name = instrument.replace(/（.*）$/, '');
    const article = teller.list(own.map((citation) => citation.article));
    const citation = teller.say('rules.citation', { instrument: name, article });
    const verified = own.every((one) => one.verified);
    return verified ? citation : teller.say('rules.citation.unverified', { citation });
  });
  return written.join('; ');
}

/** What else the reader must know, such as a law that was not in force; unverified texts are marked where they are cited. */
function noticesIn(rulings: readonly Ruling[], teller: Teller): readonly string[] {
  const notices = rulings.flatMap(({ assessments }) => assessments.flatMap((one) => one.notices));
  const others = notices.filter(({ code }) => code !== 'rules.unverified');
  return [...new Set(others.map((notice) => teller.reason(notice)))];
}

function changesIn(ruling: Ruling, teller: Teller): readonly string[] {
  return ruling.changes.map((change) =>
    teller.say('cases.change', {
      situation: situation(ruling, teller),
      becomes: teller.word(change.becomes),
      change: describeCounterfactual(change, teller.locale),
    }),
  );
}

function noticeInWords(notice: Notice, teller: Teller): string {
  const { key, parameters, channel, urgency, because } = notice;
  return teller.say('cases.notice', {
    channel: teller.word(channel),
    urgency: teller.word(urgency),
    because: teller.list(because),
    text: teller.say(key, parameters),
  });
}

/** Statuses and truth values in the reader's language; what is no such word stays as it is. */
function inWords(figures: Parameters, teller: Teller): Parameters {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, teller.word(value)]),
  );
}
