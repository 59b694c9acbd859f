import { type Citation, localisedText as text } from '../../evidence/index.js';
import type { Condition, Operand } from '../condition.js';
import type { ConsistencyControl, LocalisedText } from '../definition.js';
import type { RiskLevel } from '../level.js';
import { type EuCoherenceNames, euCoherenceNames } from './eu-coherence-names.js';
import { frozenCopy } from './frozen-copy.js';

/**
 * Twelve controls of whether a client's answers go together, as the EU's guidelines on suitability ask for them. Two
 * more, CC13 and CC14, are no conditions and are here all the same: a missing answer gives `incomplete`, and the most
 * cautious of joint clients counts by `jointLevel`.
 *
 * Where the source only says that a control caps, at what it caps is ours: at the band of the dimension that was
 * overstated, and at C2 and C3 for CC06 and CC09. Any of its three signs makes a client vulnerable by CC11.
 *
 * Source, secondary: Bengu, Client Risk Profiling, MiFID II Suitability Framework (2026), config/scoring.yaml, who reads
 * them out of ESMA35-43-3172 (2023), Directive 2014/65/EU and Delegated Regulation (EU) 2017/565. Nobody has compared them
 * with these texts: the citations say so.
 *
 * @param names where the form and its facts have what is read; by default dimensions and facts of the same names.
 * @throws AptfolioError `invalid-type` for a name that is no text. Whether the form has it shows when it is compiled.
 *
 * @example
 * ```ts
 * import { compileQuestionnaire, euCoherenceControls, twelveItemQuestionnaire } from 'aptfolio/questionnaire';
 *
 * // The form asks in its item Q10 how much loss would be accepted, and has no dimensions objective and horizon.
 * const controls = euCoherenceControls({
 *   objective: null,
 *   horizon: null,
 *   acceptedLoss: { lookup: [0, 0.05, 0.1, 0.2, 0.4], by: { answer: 'Q10' } },
 * });
 * controls.map((control) => control.id);
 * // => ['CC01', 'CC02', 'CC03', 'CC04', 'CC07', 'CC08', 'CC09', 'CC10', 'CC11', 'CC12']
 * const form = { ...twelveItemQuestionnaire, controls };
 * compileQuestionnaire(form).definition.controls.length; // => 10
 * ```
 */
export function euCoherenceControls(
  names: Partial<EuCoherenceNames> = {},
): readonly ConsistencyControl[] {
  const known = euCoherenceNames(names);
  const controls = CONTROLS.flatMap(({ id, reads, told, citations, effect, when }) => {
    if (reads.some((name) => known[name] === null)) return [];
    const to = effect(known as Known);
    return [{ id, when: when(known as Known), ...to, text: told, citations }];
  });
  return frozenCopy(controls);
}

/** What a control reads is known to be there. */
type Known = {
  readonly [K in keyof EuCoherenceNames]: NonNullable<EuCoherenceNames[K]>;
};

type Effect =
  | { readonly severity: 'block' | 'refer' }
  | { readonly severity: 'cap'; readonly to: RiskLevel | { readonly bandOf: string } };

interface Draft {
  readonly id: string;
  readonly reads: readonly (keyof EuCoherenceNames)[];
  readonly when: (names: Known) => Condition;
  readonly effect: (names: Known) => Effect;
  readonly told: LocalisedText;
  readonly citations: readonly Citation[];
}

const refer = (): Effect => ({ severity: 'refer' });
const atMost = (to: RiskLevel) => (): Effect => ({ severity: 'cap', to });
const atBandOf =
  (dimension: 'capacity' | 'knowledge' | 'horizon') =>
  (names: Known): Effect => ({ severity: 'cap', to: { bandOf: names[dimension] } });

const band = (name: string): Operand => ({ band: name });
const atLeast = (left: Operand, right: number): Condition => ({ left, is: '>=', right });
const upTo = (left: Operand, right: number): Condition => ({ left, is: '<=', right });
const is = (left: Operand, right: boolean): Condition => ({ left, is: '=', right });

const guideline = (article: string): Citation =>
  Object.freeze({ instrument: 'ESMA35-43-3172 (2023)', article, verified: false });
const directive: Citation = Object.freeze({
  instrument: 'Directive 2014/65/EU',
  article: '25(2)',
  verified: false,
});
const regulation: Citation = Object.freeze({
  instrument: 'Delegated Regulation (EU) 2017/565',
  article: '54(5)',
  verified: false,
});

const CONTROLS: readonly Draft[] = [
  {
    id: 'CC01',
    reads: ['selfRatedKnowledge', 'comprehensionRight', 'knowledge'],
    when: (n) => ({ all: [atLeast(n.selfRatedKnowledge, 4), upTo(n.comprehensionRight, 3)] }),
    effect: atBandOf('knowledge'),
    told: text(
      '您对自身投资知识的评价较高，但知识题答对不超过3题。',
      '閣下對自己投資知識的評價較高，但知識題答對不超過3題。',
      'You rate your knowledge highly, but got no more than 3 of the questions right.',
    ),
    citations: [guideline('guideline 4, paragraphs 46 and 52')],
  },
  {
    id: 'CC02',
    reads: ['knowledge', 'tolerance'],
    when: (n) => ({ all: [upTo(band(n.knowledge), 2), atLeast(band(n.tolerance), 4)] }),
    effect: refer,
    told: text(
      '您愿意承受较高风险，但投资知识与经验有限。',
      '閣下願意承受較高風險，但投資知識及經驗有限。',
      'You want to take much risk, but have little knowledge and experience.',
    ),
    citations: [guideline('guideline 4, paragraph 51')],
  },
  {
    id: 'CC03',
    reads: ['tolerance', 'capacity'],
    when: (n) => atLeast({ minus: [band(n.tolerance), band(n.capacity)] }, 2),
    effect: refer,
    told: text(
      '您愿意承受的风险比能够承担的高出两级或以上。',
      '閣下願意承受的風險，較能夠承擔的高出兩級或以上。',
      'The risk you want is two or more levels above the risk you can bear.',
    ),
    citations: [directive, guideline('guideline 4, paragraph 51')],
  },
  {
    id: 'CC04',
    reads: ['acceptedLoss', 'bearableLoss', 'capacity'],
    when: (n) => ({ left: n.acceptedLoss, is: '>', right: n.bearableLoss }),
    effect: atBandOf('capacity'),
    told: text(
      '您表示可以接受的亏损超过您能够承担的亏损。',
      '閣下表示可接受的虧損，超過閣下能夠承擔的虧損。',
      'The loss you would accept is larger than the loss you can absorb.',
    ),
    citations: [directive],
  },
  {
    id: 'CC05',
    reads: ['objective', 'horizon'],
    when: (n) => ({ all: [atLeast(band(n.objective), 4), upTo(band(n.horizon), 2)] }),
    effect: atBandOf('horizon'),
    told: text(
      '您的投资目标较为进取，但可投资的期限较短。',
      '閣下的投資目標較為進取，但可投資的年期較短。',
      'Your objective is ambitious, but your time horizon is short.',
    ),
    citations: [regulation],
  },
  {
    id: 'CC06',
    reads: ['yearsToFirstNeed', 'horizon'],
    when: (n) => ({ all: [upTo(n.yearsToFirstNeed, 2), atLeast(band(n.horizon), 3)] }),
    effect: atMost('C2'),
    told: text(
      '您在头两年内就要用到这笔资金，与所填的投资期限不符。',
      '閣下於首兩年內便需動用這筆資金，與所填的投資年期不符。',
      'You need some of the money within two years, which does not go with your time horizon.',
    ),
    citations: [guideline('guideline 3, paragraph 37'), guideline('guideline 8, paragraph 80')],
  },
  {
    id: 'CC07',
    reads: ['expectedReturnLevel'],
    when: (n) => atLeast({ minus: [n.expectedReturnLevel, band('level')] }, 2),
    effect: refer,
    told: text(
      '您期望的收益所需的风险，比您的等级高出两级或以上。',
      '閣下期望的回報所需的風險，較閣下的級別高出兩級或以上。',
      'The return you expect takes two or more levels above yours.',
    ),
    citations: [guideline('guideline 2, paragraph 23'), guideline('guideline 4, paragraph 51')],
  },
  {
    id: 'CC08',
    reads: ['hasEmergencyCash'],
    when: (n) => is(n.hasEmergencyCash, false),
    effect: atMost('C2'),
    told: text(
      '除这笔投资外，您没有应急资金。',
      '除這筆投資外，閣下沒有應急資金。',
      'You have no cash for emergencies outside this investment.',
    ),
    citations: [guideline('guideline 8, paragraph 80')],
  },
  {
    id: 'CC09',
    reads: ['investedShare'],
    when: (n) => ({ left: n.investedShare, is: '>', right: 0.5 }),
    effect: atMost('C3'),
    told: text(
      '这笔投资超过您金融资产净额的一半。',
      '這筆投資超過閣下金融資產淨額的一半。',
      'This investment is more than half of your net financial assets.',
    ),
    citations: [guideline('guideline 8, paragraph 89')],
  },
  {
    id: 'CC10',
    reads: ['borrowsToInvest'],
    when: (n) => is(n.borrowsToInvest, true),
    effect: () => ({ severity: 'block' }),
    told: text(
      '这笔投资的资金来自借款或质押。',
      '這筆投資的資金來自借貸或質押。',
      'The money for this investment is borrowed or raised on a pledge.',
    ),
    citations: [guideline('guideline 8, paragraph 80'), guideline('guideline 3, paragraph 36')],
  },
  {
    id: 'CC11',
    reads: ['isSoleIncome', 'isFirstInvestment', 'age'],
    when: (n) => ({
      any: [is(n.isSoleIncome, true), is(n.isFirstInvestment, true), atLeast(n.age, 75)],
    }),
    effect: atMost('C3'),
    told: text(
      '您可能需要更多保护：投资是您唯一的收入来源、您首次投资，或您已年满75岁。',
      '閣下可能需要更多保障：投資是閣下唯一的收入來源、閣下首次投資，或閣下已年滿75歲。',
      'You may need more protection: investing is your only income, you have never invested before, or you are 75 or older.',
    ),
    citations: [guideline('guideline 3, paragraph 40')],
  },
  {
    id: 'CC12',
    reads: ['daysSinceRaise'],
    when: (n) => upTo(n.daysSinceRaise, 5),
    effect: refer,
    told: text(
      '您的风险等级在推荐前5天内曾被调高。',
      '閣下的風險級別於推介前5日內曾被調高。',
      'Your level was raised within the 5 days before the recommendation.',
    ),
    citations: [guideline('guideline 5, paragraph 58')],
  },
];
