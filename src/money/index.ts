export {
  absoluteMoney,
  addMoney,
  divideMoney,
  multiplyMoney,
  negateMoney,
  ratioOfMoney,
  subtractMoney,
  sumMoney,
} from './arithmetic.js';
export {
  compareMoney,
  equalsMoney,
  isNegative,
  isPositive,
  isZero,
  maxMoney,
  minMoney,
} from './comparison.js';
export {
  CURRENCY_CODES,
  type CurrencyCode,
  checkCurrency,
  isCurrencyCode,
  minorDigits,
} from './currency.js';
export { type DecimalLike, ROUNDINGS, type Rounding, type RoundingOptions } from './decimal.js';
export { convertMoney, type FxRates, type TotalResult, totalIn } from './exchange.js';
export {
  fromMinorUnits,
  type Money,
  money,
  moneyToNumber,
  toMinorUnits,
  zeroMoney,
} from './money.js';
export { type MoneyLimits, parseAmount, parseMoney, parseMoneyIn } from './parse.js';
export {
  formatQuantity,
  parseQuantity,
  QUANTITY_DIGITS,
} from './quantity.js';
export { splitMoney } from './split.js';
export { roundMoneyToStep } from './step.js';
export { writtenUnitsIn } from './written-units.js';
