import { LOCALES } from 'aptfolio/evidence';
import { describeCounterfactual, PERMITTED_STATUSES } from 'aptfolio/rules';
import { assessSuitability, replay } from 'aptfolio/suitability';
import { describe, expect, it } from 'vitest';
import { load } from '../../examples/01-advise/load.js';
import { parseOptions } from '../../examples/01-advise/options.js';
import { allPacks, SALE_PACKS } from '../../examples/01-advise/packs.js';
import { type Run, run } from '../../examples/01-advise/run.js';
import { tell } from '../../examples/01-advise/tell.js';
import { tellerFor } from '../../examples/01-advise/teller.js';

function runWith(change: (inputs: ReturnType<typeof load>) => ReturnType<typeof load>): Run {
  const parsed = parseOptions([]);
  if (parsed.status !== 'options') throw new Error(parsed.status);
  const result = run(change(load(parsed.options)));
  if ('status' in result) throw new Error('stopped');
  return result;
}

/** The same client with answers that all come as near as they can to a share of the most points. */
function answering(inputs: ReturnType<typeof load>, share: number): ReturnType<typeof load> {
  const answers = inputs.reference.questionnaire.items.map((item) => {
    const points = item.kind === 'numeric' ? [] : item.points;
    const off = points.map((one) => Math.abs(one / Math.max(...points) - share));
    return [item.id, off.indexOf(Math.min(...off))];
  });
  return { ...inputs, request: { ...inputs.request, answers: Object.fromEntries(answers) } };
}

const result = runWith((inputs) => inputs);
const byId = new Map(result.cases.map((one) => [one.id, one]));

function caseOf(id: string) {
  const found = byId.get(id);
  if (found === undefined) throw new Error(id);
  return found;
}

/** By situation: the statuses one after another, and the rules that decide the last. */
function rulingsOf(id: string) {
  return Object.fromEntries(
    caseOf(id).rulings.map(({ situation, assessments }) => [
      situation,
      [assessments.map(({ status }) => status), assessments.at(-1)?.decision.deciding],
    ]),
  );
}

/** The first changes that would turn a situation round, in words. */
function changesOf(id: string, situation: string) {
  const ruling = caseOf(id).rulings.find((one) => one.situation === situation);
  return ruling?.changes.map((change) => [describeCounterfactual(change, 'en'), change.becomes]);
}

const records = result.cases.flatMap(({ rulings }) => rulings.flatMap((one) => one.records));
const packs = allPacks(result.inputs.asOf);

describe('a C3 client insists on P05, rated R3 and R4 (A1)', () => {
  it('is refused it as a bank wealth product, warned or not, and may buy it as a fund after the warning', () => {
    // Order No. 7 of 2025, articles 12 and 22; the securities order, articles 19, 20, 22(3) and 22(5).
    expect(rulingsOf('A1')).toEqual({
      'A1.bank': [['block'], ['CN-NFRA-12', 'CN-NFRA-22']],
      'A1.fund': [
        ['require', 'allow-with-evidence'],
        ['CN-CSRC-19', 'CN-CSRC-20'],
      ],
      'A1.solicited': [['block'], ['CN-CSRC-22(3)']],
      'A1.lowest-bank': [['block'], ['CN-NFRA-12']],
      'A1.lowest-fund': [['block'], ['CN-CSRC-22(5)']],
    });
  });

  it('is told what would be suitable instead', () => {
    // R3 is what C3 may hold; the substitutes are rated so.
    expect(changesOf('A1', 'A1.bank')?.[0]?.[0]).toMatch(/at most R?3/);
    const [first] = caseOf('A1').figures.instead as readonly string[];
    const product = result.universe.byId[first?.slice(0, 3) ?? ''];
    expect([product?.issuerRisk, product?.distributorRisk]).toEqual(['R3', 'R3']);
  });

  it('is told how the fund would suit, and never to insist: that is for the client alone', () => {
    const changes = changesOf('A1', 'A1.fund') ?? [];
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.flat().join(' ')).not.toContain('insist');
  });

  it('leaves evidence that is kept for twenty years', () => {
    // Article 32 of the securities order: no less than twenty years.
    const kept = caseOf('A1').remarks.find((one) => 'say' in one && one.say === 'case.A1.kept');
    expect(kept).toMatchObject({ figures: { until: '2046-03-02' } });
  });

  it('agrees with the checks before each order', () => {
    const checks = caseOf('A1').remarks.find((one) => 'say' in one && one.say === 'case.A1.checks');
    expect(checks).toMatchObject({
      figures: { bank: 'blocked', fund: 'needs-acknowledgement', lowest: 'blocked' },
    });
  });
});

describe('an assessment of more than twelve months ago (A2)', () => {
  it('stops purchases alone, and its last day counts in full', () => {
    // Article 29(2); the Civil Code, articles 201 and 202, for the end of the twelve months.
    expect(rulingsOf('A2')).toEqual({
      'A2.purchase': [['block'], ['CN-NFRA-29b']],
      'A2.redemption': [['allow'], []],
      'A2.lower': [['allow'], []],
      'A2.leap': [['allow', 'block'], ['CN-NFRA-29b']],
      'A2.fund': [['allow'], []],
    });
    expect(caseOf('A2').figures.leap).toBe('2025-02-28');
  });

  it('is mended by another assessment', () => {
    expect(changesOf('A2', 'A2.purchase')).toEqual([['assess the client again first', 'allow']]);
  });
});

describe('people who need protection (A4, A16)', () => {
  it('are owed special care from 65 on, which does not raise a level', () => {
    // Articles 18 and 12.
    expect(rulingsOf('A4')).toEqual({
      'A4.bold': [['require', 'allow-with-evidence'], ['CN-NFRA-18']],
      'A4.capped': [['block'], ['CN-NFRA-12', 'CN-NFRA-22']],
    });
  });

  it('buy nothing without capacity, and with limited capacity only low risk with consent', () => {
    // Article 19; the Civil Code puts limited capacity from 8 to 18.
    expect(rulingsOf('A16')).toEqual({
      'A16.low': [['block', 'allow'], []],
      'A16.middling': [['block'], ['CN-NFRA-19']],
      'A16.small': [['block'], ['CN-NFRA-19']],
    });
  });
});

describe('a held fund that is re-rated above the client’s level (A12)', () => {
  it('may be kept and redeemed, and nothing is added to it', () => {
    expect(caseOf('A12').figures).toEqual({ kept: ['P06'], addition: 'block', notices: 1 });
    expect(rulingsOf('A12')).toMatchObject({
      'A12.add': [['block'], ['CN-CSRC-18']],
      'A12.add-bank': [['block'], ['CN-NFRA-12', 'CN-NFRA-22']],
      'A12.redeem': [['allow'], []],
    });
  });

  it('makes one notice of what the two laws owe the client, and sending it fulfils them', () => {
    // Article 22(2) of Order No. 7; article 21 of the securities order.
    const [notice, ...more] = caseOf('A12').notices;
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      key: 'orders.notice.product-re-rated-above.client',
      parameters: { product: 'Balanced FOF', was: 'R3', now: 'R4', level: 'C3' },
      channel: 'mobile',
      urgency: 'high',
      because: ['CN-CSRC-21', 'CN-NFRA-22(2)-opinion'],
    });
    expect(notice?.citations.map(({ article }) => article)).toEqual(['21', '22(2)']);
    const { 'A12.tell-csrc': fund, 'A12.tell-nfra-investment': bank } = rulingsOf('A12');
    expect([fund?.[0], bank?.[0]]).toEqual([
      ['require', 'allow-with-evidence'],
      ['require', 'allow-with-evidence'],
    ]);
  });
});

describe('two advisers who override each other (A19)', () => {
  it('are both on record in order, and the latest counts', () => {
    expect(rulingsOf('A19')['A19.soft']?.[0]).toEqual(['refer', 'allow-with-evidence', 'refer']);
    const soft = caseOf('A19').rulings.find(({ situation }) => situation === 'A19.soft');
    const kept = soft?.records.at(-1)?.inputs.overrides;
    expect(kept?.map(({ by, decision, on }) => [by.id, decision, on])).toEqual([
      ['E-101', 'set-aside', '2026-03-02'],
      ['E-102', 'uphold', '2026-03-03'],
    ]);
  });

  it('need four eyes for a hard rule, and can do nothing about the law', () => {
    expect(rulingsOf('A19')).toMatchObject({
      'A19.hard': [['block', 'allow-with-evidence'], ['BANK-PRODUCT-SHARE-BLOCK']],
      'A19.law': [['block'], ['CN-NFRA-12', 'CN-NFRA-22']],
    });
    const reasons = caseOf('A19').remarks.flatMap((one) => ('code' in one ? one.code : []));
    expect(reasons).toEqual(['suitability.override-second', 'suitability.override-forbidden']);
  });
});

describe('a pack that changes between proposal and order (A20)', () => {
  it('decides again: a new question first, then the lower threshold', () => {
    // 17,065; 131,225; 90,817; 94,949; 7,206: none reaches 150,000, three reach 60,000.
    expect(caseOf('A20').figures).toMatchObject({ before: 5, waiting: 5, referred: 3 });
    const courses = caseOf('A20').rulings.map(({ figures, assessments }) => [
      figures.order,
      ...assessments.map(({ status }) => status),
    ]);
    expect(courses).toEqual([
      ['plan/P01/1', 'allow', 'undetermined', 'allow'],
      ['plan/P03/1', 'allow', 'undetermined', 'refer'],
      ['plan/P06/1', 'allow', 'undetermined', 'refer'],
      ['plan/P07/1', 'allow', 'undetermined', 'refer'],
      ['plan/P08/1', 'allow', 'undetermined', 'allow'],
    ]);
  });

  it('lists what differs, and what is missing because of it', () => {
    const said = caseOf('A20').remarks.map((one) => tellerFor('en').remark(one));
    expect(said.slice(0, 3)).toEqual([
      'New rule: BANK-BORROWED-MONEY.',
      'Changed number, order amount from which a second person approves: 150,000 before, 60,000 now.',
      'Missing under the new version: paid with borrowed money.',
    ]);
    expect(caseOf('A20').remarks[3]).toMatchObject({ figures: { own: 'same', other: 'refused' } });
  });
});

describe('the answers', () => {
  it('are on record, each under a hash of its own, and come out the same when decided again', () => {
    expect(result.proof.suitability.map(({ replay: status }) => status)).toEqual(
      records.map(() => 'same'),
    );
    expect(result.proof.suitability.map(({ hash }) => hash)).toEqual(
      records.map((one) => one.hash),
    );
    expect(records.length).toBeGreaterThan(40);
  });

  it('show it if somebody alters one', () => {
    const [first] = records;
    if (first === undefined) throw new Error('no record');
    const altered = { ...first, outcome: { ...first.outcome, status: 'allow' as const } };
    expect(replay(altered, { packs }).status).toBe('altered');
  });

  it('are others for a client of C4, who may hold what is rated R4', () => {
    const other = runWith((inputs) => answering(inputs, 0.7));
    expect(other.level).toBe('C4');
    const reRated = other.cases.find(({ id }) => id === 'A12');
    // Special care is due for what is rated high, even within the level: article 20 of the securities order.
    expect(reRated?.figures.addition).toBe('require');
    expect(reRated?.notices[0]).toMatchObject({
      key: 'orders.notice.product-re-rated.client',
      urgency: 'normal',
    });
  });

  it('say on a day before the order that it was not in force', () => {
    // Article 49: in force from 2026-02-01.
    const other = runWith((inputs) => ({ ...inputs, asOf: '2026-01-31' }));
    expect(new Set(other.proof.suitability.map((one) => one.replay))).toEqual(new Set(['same']));
    const { blocks } = tell(other, tellerFor('en')).sections.at(-1)!;
    const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    expect(items).toContain('Pack cn-nfra has no rule in force on 2026-01-31.');
  });

  it.each(LOCALES)('are told in %s without a key or a placeholder', (locale) => {
    const { blocks } = tell(result, tellerFor(locale)).sections.at(-1)!;
    const text = JSON.stringify(blocks.filter(({ kind }) => kind !== 'chart'));
    expect(text).toContain(locale === 'en' ? 'forbidden → allowed' : '→');
    expect(text).not.toMatch(/\{[\w.]+\}|ruling\.|case\.A/);
    expect(text).toContain(records.at(-1)?.hash);
  });
});

describe('a higher risk', () => {
  const statusAt = (issuerKind: string, level: number, risk: number, action: 'buy' | 'sell') =>
    assessSuitability(
      {
        action,
        facts: {
          client: {
            ...{ kind: 'natural', professional: false, birthDate: '1988-02-29' },
            ...{ civilCapacity: 'full', riskLevel: level, lowestCategory: false },
            // More than twelve months before: a sale is stopped by nothing.
            assessedOn: action === 'sell' ? '2024-01-10' : '2026-01-10',
            ...{ changeReported: false, levelChanged: false, paymentMismatch: false },
          },
          history: { assessmentsToday: 0, assessments12m: 1 },
          product: { issuerKind, issuerRisk: 1, sellerRisk: risk, private: false },
          order: { solicited: false, clientInsists: false, specialCare: true },
        },
      },
      { packs: SALE_PACKS, asOf: '2026-03-02' },
    ).status;
  const levels = [1, 2, 3, 4, 5];

  it.each(['wealth-subsidiary', 'fund-manager'])('never turns a block into a pass (%s)', (kind) => {
    for (const level of levels) {
      const passes = levels.map((risk) =>
        PERMITTED_STATUSES.includes(statusAt(kind, level, risk, 'buy')),
      );
      // Level Ck may buy up to Rk, and no more.
      expect(passes).toEqual(levels.map((risk) => risk <= level));
    }
  });

  it.each(['wealth-subsidiary', 'fund-manager'])('never stops a sale (%s)', (kind) => {
    const statuses = levels.flatMap((level) =>
      levels.map((risk) => statusAt(kind, level, risk, 'sell')),
    );
    expect(new Set(statuses)).toEqual(new Set(['allow']));
  });
});
