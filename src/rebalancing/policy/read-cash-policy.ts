import { AptfolioError, at, checkInteger, checkObject } from '../../errors/index.js';
import type { Money } from '../../money/index.js';
import type { CashPolicy } from './policy.js';
import type { AmountReader } from './read-amounts.js';

/** Money that stays money, in smallest units: floor ≤ target ≤ ceiling. */
export interface CompiledCash {
  readonly floor: bigint;
  readonly target: bigint;
  readonly ceiling: bigint;
  /** New money is invested in equal parts over the calls that are left, this one included. */
  readonly callsLeft: number;
}

/** Checks what is kept as money, with its defaults. */
export function readCashPolicy(
  cash: CashPolicy | undefined,
  path: string,
  amounts: AmountReader,
): CompiledCash {
  const { floor, target, ceiling, staged } = cash === undefined ? ({} as CashPolicy) : cash;
  if (cash !== undefined) checkObject(cash, path);
  const read = (value: unknown, key: string, below: bigint, name: string): bigint => {
    if (value === undefined) return below;
    const units = amounts.read(value, at(path, key));
    if (units >= below) return units;
    // The reader has found an amount of money.
    const { amount } = value as Money;
    throw new AptfolioError('inconsistent', at(path, key), `at least the ${name}`, amount);
  };
  const lowest = read(floor, 'floor', 0n, 'least amount');
  const kept = read(target, 'target', lowest, 'floor');
  return {
    floor: lowest,
    target: kept,
    ceiling: read(ceiling, 'ceiling', kept, 'target'),
    callsLeft: staged === undefined ? 1 : readStages(staged, at(path, 'staged')),
  };
}

function readStages(staged: unknown, path: string): number {
  const { part, parts } = checkObject(staged, path);
  const all = checkInteger(parts, at(path, 'parts'), { min: 1, max: 1000 });
  return all - checkInteger(part, at(path, 'part'), { min: 1, max: all }) + 1;
}
