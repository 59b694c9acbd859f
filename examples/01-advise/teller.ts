import { adviceMessages } from 'aptfolio/advice';
import { allocationMessages } from 'aptfolio/allocation';
import { clientMessages } from 'aptfolio/client';
import {
  formatMessage,
  formatReason,
  type Locale,
  type LocalisedText,
  type MoneyParameter,
  mergeMessages,
  type Parameter,
  type Parameters,
  type Reason,
} from 'aptfolio/evidence';
import { kpiMessages } from 'aptfolio/kpi';
import { ordersMessages } from 'aptfolio/orders';
import { productsMessages } from 'aptfolio/products';
import { projectionMessages } from 'aptfolio/projection';
import { questionnaireMessages } from 'aptfolio/questionnaire';
import { rebalancingMessages } from 'aptfolio/rebalancing';
import { reportMessages } from 'aptfolio/report';
import { factMessages, rulesMessages } from 'aptfolio/rules';
import { selectionMessages } from 'aptfolio/selection';
import { suitabilityMessages } from 'aptfolio/suitability';
import type { Remark } from './cases/index.js';
import { SALE_PACKS } from './packs.js';
import { caseTexts } from './texts/cases.js';
import { frameTexts } from './texts/frame.js';
import { rulingTexts } from './texts/rulings.js';
import { stepTexts } from './texts/steps.js';

/** Every text there is: the library's reasons and the account's own sentences. */
const MESSAGES = mergeMessages(
  adviceMessages,
  allocationMessages,
  clientMessages,
  kpiMessages,
  ordersMessages,
  productsMessages,
  projectionMessages,
  questionnaireMessages,
  rebalancingMessages,
  reportMessages,
  rulesMessages,
  selectionMessages,
  suitabilityMessages,
  // A reason that is a rule's says what the rule says.
  ...SALE_PACKS.map(({ pack }) => pack.messages),
  factMessages(SALE_PACKS),
  frameTexts,
  stepTexts,
  caseTexts,
  rulingTexts,
);

/** Puts results into words of one language. */
export interface Teller {
  readonly locale: Locale;
  say(key: string, parameters?: Parameters): string;
  reason(reason: Reason): string;
  /** Several reasons as one text. */
  reasons(reasons: readonly Reason[]): string;
  /** A reason of the library, or a sentence of the account's own. */
  remark(remark: Remark): string;
  /** Names in a row. */
  list(names: readonly string[]): string;
  /** A status or a truth value in words, where there is a word for it. */
  word(value: Parameter): Parameter;
  percent(x: number): string;
  percent2(x: number): string;
  number(x: number): string;
  money(x: MoneyParameter): string;
  /** The client's name for an asset class; the class itself where there is none. */
  assetClass(id: string): string;
}

export function tellerFor(locale: Locale): Teller {
  const say = (key: string, parameters: Parameters = {}): string =>
    formatMessage(MESSAGES, key, locale, parameters);
  const assetClass = (id: string): string =>
    Object.hasOwn(frameTexts, `class.${id}`) ? say(`class.${id}`) : id;
  const reason = (one: Reason): string => formatReason(MESSAGES, named(one, assetClass), locale);
  const word = (value: Parameter): Parameter =>
    Object.hasOwn(frameTexts, `word.${value}`) ? say(`word.${value}`) : value;
  const inLanguage = (figures: Readonly<Record<string, Parameter | LocalisedText>>): Parameters =>
    Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [
        name,
        isText(value) ? value[locale] : word(value),
      ]),
    );
  const isEnglish = locale === 'en';
  return {
    locale,
    say,
    reason,
    reasons: (several) => several.map(reason).join(isEnglish ? ' ' : ''),
    remark: (one) => ('say' in one ? say(one.say, inLanguage(one.figures)) : reason(one)),
    list: (names) => names.join(isEnglish ? ', ' : '、'),
    word,
    percent: (x) => say('cell.percent', { x }),
    percent2: (x) => say('cell.percent2', { x }),
    number: (x) => say('cell.number', { x }),
    money: (x) => say('cell.money', { x }),
    assetClass,
  };
}

function isText(value: Parameter | LocalisedText): value is LocalisedText {
  return typeof value === 'object' && 'en' in value;
}

/** A reason that speaks of asset classes by their names. */
function named(reason: Reason, assetClass: (id: string) => string): Reason {
  const parameters = Object.fromEntries(
    Object.entries(reason.parameters).map(([name, value]) => [
      name,
      /^(class|subject)$/.test(name) && typeof value === 'string' ? assetClass(value) : value,
    ]),
  );
  return { ...reason, parameters };
}
