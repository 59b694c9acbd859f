import { addMoney, money, splitMoney } from 'aptfolio/money';
import { Decimal } from 'decimal.js';
import { compare } from './measure.js';

const [a, b] = [money('CNY', '1234567.89'), money('CNY', '98765.43')];
const [aUnits, bUnits] = [123_456_789n, 9_876_543n];
const weights = [50, 20, 15, 10, 3, 1, 1];
const weightSum = weights.reduce((sum, weight) => sum + weight, 0);

const addDecimal = () => new Decimal(a.amount).plus(b.amount).toFixed(2);
const addBigint = () => aUnits + bUnits;
const split = () => splitMoney(a, weights);

checkSame('sum', addMoney(a, b).amount, addDecimal());
checkSame('sum', addMoney(a, b).amount.replace('.', ''), String(addBigint()));
checkSame(
  'parts',
  split()
    .map((part) => part.amount)
    .join(),
  splitDecimal().join(),
);
checkSame(
  'parts',
  split()
    .map((part) => part.amount.replace('.', ''))
    .join(),
  splitBigint().join(),
);

compare('Money: checked, in a currency, to and from text', [
  {
    name: 'addMoney',
    peer: 'decimal.js',
    ours: () => addMoney(a, b),
    theirs: addDecimal,
    floor: 0.5,
  },
  { name: 'addMoney', peer: 'bigint', ours: () => addMoney(a, b), theirs: addBigint, floor: 0.002 },
  {
    name: 'splitMoney, 7 parts',
    peer: 'decimal.js',
    ours: split,
    theirs: splitDecimal,
    floor: 0.5,
  },
  { name: 'splitMoney, 7 parts', peer: 'bigint', ours: split, theirs: splitBigint, floor: 0.05 },
]);

/** The part of each weight cut down to the cent; the cents left over go to the largest remainders. */
function splitDecimal(): readonly string[] {
  const total = new Decimal(a.amount);
  const exact = weights.map((weight) => total.times(weight).dividedBy(weightSum));
  const parts = exact.map((part) => part.toDecimalPlaces(2, Decimal.ROUND_DOWN));
  const remainders = parts.map((part, i) => exact[i]!.minus(part));
  const left = parts
    .reduce((rest, part) => rest.minus(part), total)
    .times(100)
    .toNumber();
  const order = [...weights.keys()].sort(
    (i, j) => remainders[j]!.comparedTo(remainders[i]!) || i - j,
  );
  for (const i of order.slice(0, left)) parts[i] = parts[i]!.plus('0.01');
  return parts.map((part) => part.toFixed(2));
}

function splitBigint(): readonly bigint[] {
  const sum = BigInt(weightSum);
  const products = weights.map((weight) => aUnits * BigInt(weight));
  const parts = products.map((product) => product / sum);
  const left = Number(parts.reduce((rest, part) => rest - part, aUnits));
  const order = [...weights.keys()].sort((i, j) => {
    return Number((products[j]! % sum) - (products[i]! % sum)) || i - j;
  });
  for (const i of order.slice(0, left)) parts[i]! += 1n;
  return parts;
}

function checkSame(what: string, ours: string, theirs: string): void {
  if (ours !== theirs) throw new Error(`${what}: ${ours} by us, ${theirs} by the peer`);
}
