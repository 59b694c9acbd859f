import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  refuseUnknown,
} from '../../errors/index.js';
import { type CurrencyCode, parseMoney, toMinorUnits } from '../../money/index.js';
import type { CashPolicy } from './policy.js';
import type { AmountReader } from './read-amounts.js';

/** Money that stays money, in smallest units: floor ≤ target ≤ ceiling. */
export interface CompiledCash {
  readonly floor: bigint;
  /** Least money in other currencies, in their own units. */
  readonly floors: ReadonlyMap<CurrencyCode, bigint>;
  /** All least amounts together. */
  readonly least: bigint;
  readonly target: bigint;
  readonly ceiling: bigint;
  /** New money is invested in equal parts over the calls that are left, this one included; 0 where none is now. */
  readonly callsLeft: number;
  /** The most that one decision invests of what lies above the target; absent: all. */
  readonly atMost?: bigint | undefined;
  /** Whether a part of a withdrawal is paid where the whole cannot be. */
  readonly paysInPart: boolean;
  /** What depends on the account and the day; the fields above stand for it only once it is settled. Absent: nothing. */
  readonly open?: OpenCash | undefined;
}

/** Shares of an account, and the days of stages. */
interface OpenCash {
  readonly floor?: number | undefined;
  readonly target?: number | undefined;
  readonly ceiling?: number | undefined;
  readonly atMost?: number | undefined;
  readonly stages?: CashStages | undefined;
}

/** New money is invested in equal parts, one each so many months. */
export interface CashStages {
  readonly parts: number;
  readonly from: PlainDate;
  readonly everyMonths: number;
}

/** Checks what is kept as money, with its defaults. */
export function readCashPolicy(
  cash: CashPolicy | undefined,
  path: string,
  amounts: AmountReader,
): CompiledCash {
  const given = cash === undefined ? ({} as CashPolicy) : cash;
  checkObject(given, path);
  const { staged, partialWithdrawal = 'never' } = given;
  const read = (key: 'floor' | 'target' | 'ceiling' | 'investAtMost'): Size | undefined =>
    readSize(given[key], at(path, key), amounts);
  const floor = read('floor') ?? NOTHING;
  const target = atLeast(read('target'), floor, at(path, 'target'), 'floor');
  const ceiling = atLeast(read('ceiling'), target, at(path, 'ceiling'), 'target');
  const atMost = read('investAtMost');
  const stages = staged === undefined ? 1 : readStages(staged, at(path, 'staged'));
  const floors = readFloors(given.floors, at(path, 'floors'));
  const isTimed = typeof stages !== 'number';
  const shares = [floor.share, target.share, ceiling.share, atMost?.share];
  const isOpen = isTimed || floors.size > 0 || shares.some((share) => share !== undefined);
  return {
    floor: floor.amount,
    floors,
    least: floor.amount,
    target: target.amount,
    ceiling: ceiling.amount,
    callsLeft: isTimed ? 1 : stages,
    ...(atMost === undefined ? {} : { atMost: atMost.amount }),
    paysInPart:
      checkOneOf(partialWithdrawal, at(path, 'partialWithdrawal'), [
        'never',
        'allowed',
      ] as const) === 'allowed',
    ...(isOpen
      ? {
          open: {
            floor: floor.share,
            target: target.share,
            ceiling: ceiling.share,
            atMost: atMost?.share,
            stages: isTimed ? stages : undefined,
          },
        }
      : {}),
  };
}

function readFloors(floors: unknown, path: string): ReadonlyMap<CurrencyCode, bigint> {
  const found = new Map<CurrencyCode, bigint>();
  if (floors === undefined) return found;
  checkList<unknown>(floors, path).forEach((one, i) => {
    const floor = parseMoney(one, at(path, i), { sign: 'not-negative' });
    if (found.has(floor.currency)) {
      const where = at(at(path, i), 'currency');
      throw new AptfolioError('duplicate-id', where, 'a currency not named before', floor.currency);
    }
    found.set(floor.currency, toMinorUnits(floor));
  });
  return found;
}

/** An amount, or a share of the account. */
interface Size {
  readonly amount: bigint;
  readonly share?: number;
  /** In the words in which it was given. */
  readonly given: unknown;
}

const NOTHING: Size = Object.freeze({ amount: 0n, given: 0 });
const SHARE = { share: true } as const;

function readSize(value: unknown, path: string, amounts: AmountReader): Size | undefined {
  if (value === undefined) return undefined;
  const given = checkObject(value, path);
  if (given.share === undefined) {
    return { amount: amounts.read(value, path), given: given.amount };
  }
  refuseUnknown(value, path, SHARE);
  const share = checkRange(given.share, at(path, 'share'), { min: 0, exclusiveMax: 1 });
  return { amount: 0n, share, given: share };
}

/** What is absent is what stands below it; an amount and a share can be compared only in an account. */
function atLeast(size: Size | undefined, below: Size, path: string, name: string): Size {
  if (size === undefined) return below;
  const [share, other] = [size.share, below.share];
  const isComparable = (share === undefined) === (other === undefined);
  const isLess = share === undefined ? size.amount < below.amount : share < (other ?? 0);
  if (!isComparable || !isLess) return size;
  throw new AptfolioError('inconsistent', path, `at least the ${name}`, size.given);
}

function readStages(staged: unknown, path: string): number | CashStages {
  const given = checkObject(staged, path);
  const all = checkInteger(given.parts, at(path, 'parts'), { min: 1, max: 1000 });
  if (given.from === undefined && given.everyMonths === undefined) {
    return all - checkInteger(given.part, at(path, 'part'), { min: 1, max: all }) + 1;
  }
  return {
    parts: all,
    from: parsePlainDate(given.from, at(path, 'from')),
    everyMonths: checkInteger(given.everyMonths, at(path, 'everyMonths'), { min: 1, max: 1200 }),
  };
}
