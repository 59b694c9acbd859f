import {
  AptfolioError,
  at,
  checkList,
  checkNumber,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../../errors/index.js';
import { type Citation, localisedText as text } from '../../evidence/index.js';
import type { Condition, Operand } from '../condition.js';
import type { ConsistencyControl, LocalisedText } from '../definition.js';
import { frozenCopy } from './frozen-copy.js';

/** What ready controls have in common. */
export interface ControlOptions {
  /** Unique among the form's rules. */
  readonly id: string;
  /** What happens where it holds. Default `refer`: a person looks at it. */
  readonly severity?: 'block' | 'refer' | 'note';
}

/** What an option of an item says of a number: it is at least `from` and below `to`; without one of them, open there. */
export interface StatedRange {
  readonly from?: number;
  readonly to?: number;
}

/**
 * A control for an age, an income or another number that the client states by choosing a range and that the bank knows:
 * it holds where what is known lies outside the range by more than a margin.
 *
 * @param options.ranges one for each option of the item, in its order.
 * @param options.fact what is known, by its name; where it is not given, the control is not known either.
 * @param options.margin what is known may lie outside by so much; default 0. An income that has grown is no contradiction.
 * @throws AptfolioError for a malformed option, with the path `options.ranges[1].to`.
 *
 * @example
 * ```ts
 * import { statedAgainstKnown } from 'aptfolio/questionnaire';
 *
 * const control = statedAgainstKnown({
 *   id: 'age-stated', item: 'Q01', fact: 'age',
 *   ranges: [{ to: 31 }, { from: 31, to: 46 }, { from: 46, to: 56 }, { from: 56, to: 65 }, { from: 65 }],
 * });
 * control.severity; // => 'refer'
 * ```
 */
export function statedAgainstKnown(
  options: ControlOptions & {
    readonly item: string;
    readonly fact: string;
    readonly ranges: readonly StatedRange[];
    readonly margin?: number;
  },
): ConsistencyControl {
  checkObject(options, 'options');
  const margin = checkRange(options.margin ?? 0, 'options.margin', { min: 0 });
  const ranges = checkList<StatedRange>(options.ranges, 'options.ranges', { minLength: 1 });
  const bounds = ranges.map((range, index) => boundsOf(range, at('options.ranges', index)));
  const by = { answer: checkText(options.item, 'options.item') };
  const known = { fact: checkText(options.fact, 'options.fact') };
  const beyond = (bound: Operand, is: '<' | '>='): Condition => ({ left: known, is, right: bound });
  return control(options, STATED, {
    any: [
      beyond({ lookup: bounds.map(({ from }) => from - margin), by }, '<'),
      beyond({ lookup: bounds.map(({ to }) => to + margin), by }, '>='),
    ],
  });
}

/**
 * A control for a straight line down the form: so large a part of the single choices is at the same position that
 * they may not have been read.
 *
 * @param options.share the part from which it holds, decimal fraction above 0; default 1, all of them.
 * @param options.items only these items; default all. Items that run from cautious to bold in both directions tell most.
 *
 * @example
 * ```ts
 * import { straightLining } from 'aptfolio/questionnaire';
 *
 * straightLining({ id: 'straight-line', share: 0.9 }).when;
 * // => { left: { measure: 'same-option-share' }, is: '>=', right: 0.9 }
 * ```
 */
export function straightLining(
  options: ControlOptions & { readonly share?: number; readonly items?: readonly string[] },
): ConsistencyControl {
  checkObject(options, 'options');
  const share = checkRange(options.share ?? 1, 'options.share', { exclusiveMin: 0, max: 1 });
  const items = options.items === undefined ? {} : { items: options.items };
  const left = { measure: 'same-option-share', ...items } as const;
  return control(options, STRAIGHT, { left, is: '>=', right: share });
}

/**
 * A control for a form that was filled in faster than it can be read. Where the time is not given, it is not known.
 *
 * @param options.secondsPerItem the time below which it holds, seconds for each item shown; default 2.
 *
 * Source of the default: Huang, Curran, Keeney, Poposki and DeShon (2012), Detecting and deterring insufficient effort
 * responding to surveys, Journal of Business and Psychology 27, 99–114.
 *
 * @example
 * ```ts
 * import { tooFast } from 'aptfolio/questionnaire';
 *
 * tooFast({ id: 'too-fast', severity: 'block' }).when;
 * // => { left: { measure: 'seconds-per-item' }, is: '<', right: 2 }
 * ```
 */
export function tooFast(
  options: ControlOptions & { readonly secondsPerItem?: number },
): ConsistencyControl {
  checkObject(options, 'options');
  const right = checkRange(options.secondsPerItem ?? 2, 'options.secondsPerItem', {
    exclusiveMin: 0,
  });
  const left = { measure: 'seconds-per-item' } as const;
  return control(options, FAST, { left, is: '<', right }, [HUANG]);
}

/**
 * A control for facts that differ from what the client answered last time, such as education or years of experience.
 *
 * @param options.items the items on facts, which seldom change.
 * @param options.most how many may differ; default 0.
 *
 * @example
 * ```ts
 * import { changedFacts } from 'aptfolio/questionnaire';
 *
 * changedFacts({ id: 'facts-changed', items: ['Q01', 'Q11'] }).when;
 * // => { left: { measure: 'changed-answers', items: ['Q01', 'Q11'] }, is: '>', right: 0 }
 * ```
 */
export function changedFacts(
  options: ControlOptions & { readonly items: readonly string[]; readonly most?: number },
): ConsistencyControl {
  checkObject(options, 'options');
  const items = checkList<string>(options.items, 'options.items', { minLength: 1 });
  const most = checkRange(options.most ?? 0, 'options.most', { min: 0 });
  return control(options, CHANGED, {
    left: { measure: 'changed-answers', items },
    is: '>',
    right: most,
  });
}

/**
 * A control for a level that rises shortly before a purchase: the form may have been filled in for the product.
 *
 * @param options.fact days until the purchase that is intended, by its name among the facts.
 * @param options.days up to how many days count; default 5.
 *
 * @example
 * ```ts
 * import { raisedBeforePurchase } from 'aptfolio/questionnaire';
 *
 * raisedBeforePurchase({ id: 'raised-for-it', fact: 'daysToPurchase' }).when;
 * // => {
 * //   all: [
 * //     { left: { measure: 'levels-above-previous' }, is: '>=', right: 1 },
 * //     { left: { fact: 'daysToPurchase' }, is: '<=', right: 5 },
 * //   ],
 * // }
 * ```
 */
export function raisedBeforePurchase(
  options: ControlOptions & { readonly fact: string; readonly days?: number },
): ConsistencyControl {
  checkObject(options, 'options');
  const days = checkRange(options.days ?? 5, 'options.days', { min: 0 });
  const fact = checkText(options.fact, 'options.fact');
  return control(options, RAISED, {
    all: [
      { left: { measure: 'levels-above-previous' }, is: '>=', right: 1 },
      { left: { fact }, is: '<=', right: days },
    ],
  });
}

/** Beyond any number that is stated; conditions know no infinity. */
const OPEN = 1e15;

function boundsOf(range: StatedRange, path: string): Required<StatedRange> {
  checkObject(range, path);
  const from = checkNumber(range.from ?? -OPEN, at(path, 'from'));
  const to = checkNumber(range.to ?? OPEN, at(path, 'to'));
  if (from < to) return { from, to };
  throw new AptfolioError('inconsistent', at(path, 'to'), `above ${from}`, to);
}

function control(
  { id, severity = 'refer' }: ControlOptions,
  told: LocalisedText,
  when: Condition,
  citations: readonly Citation[] = [],
): ConsistencyControl {
  return frozenCopy({
    id: checkText(id, 'options.id'),
    severity: checkOneOf(severity, 'options.severity', ['block', 'refer', 'note']),
    when,
    text: told,
    citations,
  });
}

const HUANG: Citation = {
  instrument:
    'Huang, Curran, Keeney, Poposki and DeShon (2012), Journal of Business and Psychology 27',
  article: 'pages 99–114',
  verified: false,
};

const STATED = text(
  '您填写的情况与我行掌握的资料不符。',
  '閣下填寫的情況與本行持有的資料不符。',
  'What you stated does not go with what we know.',
);
const STRAIGHT = text(
  '您的回答大多选在同一位置，请再次确认是否逐题作答。',
  '閣下的回答大多選在同一位置，請再次確認是否逐題作答。',
  'Most of your answers are at the same position. Please make sure that you read each question.',
);
const FAST = text(
  '问卷填写时间过短，请再次确认是否逐题阅读。',
  '問卷填寫時間過短，請再次確認是否逐題閱讀。',
  'The form was filled in very quickly. Please make sure that you read each question.',
);
const CHANGED = text(
  '您关于自身情况的回答与上次不同。',
  '閣下就個人情況的回答與上次不同。',
  'What you answered about your circumstances differs from last time.',
);
const RAISED = text(
  '您的风险等级在拟购买产品前不久有所提高。',
  '閣下的風險級別於擬購買產品前不久有所提高。',
  'Your level has risen shortly before a purchase that you intend.',
);
