import { type PlainDate, parsePlainDate } from '../../../dates/index.js';
import { AptfolioError, at, checkInteger, checkObject, checkRange } from '../../../errors/index.js';
import { checkFields } from './read-options.js';
import {
  POLICY_THRESHOLDS,
  type PolicyThreshold,
  THRESHOLD_ORDER,
} from './thresholds/threshold-names.js';
import { THRESHOLD_TABLE } from './thresholds/threshold-table.js';

/** A value from a day on; the next one ends it. */
export interface ThresholdStep {
  readonly from: PlainDate;
  readonly value: number;
}

/** The values of the thresholds that count, by name. */
export type ThresholdSteps = ReadonlyMap<PolicyThreshold, readonly ThresholdStep[]>;

const PATH = 'options.thresholds';

/** Checks what a bank says of its thresholds, and fills in the defaults of those that its rules read. */
export function readThresholds(
  settings: unknown,
  used: ReadonlySet<string>,
  from: PlainDate,
  currency: string,
): ThresholdSteps {
  const given = checkFields(settings, PATH, POLICY_THRESHOLDS);
  const own = new Map(
    POLICY_THRESHOLDS.filter((name) => given[name] !== undefined).map((name) => [
      name,
      readSteps(name, given[name], from),
    ]),
  );
  const names = POLICY_THRESHOLDS.filter((name) => used.has(name));
  const steps = new Map(
    names.map((name) => [name, own.get(name) ?? usual(name, from, currency)] as const),
  );
  checkOrder(steps);
  return steps;
}

/** A default amount says nothing in another currency. */
function usual(name: PolicyThreshold, from: PlainDate, currency: string): readonly ThresholdStep[] {
  const { unit, value } = THRESHOLD_TABLE[name];
  if (unit !== 'amount' || currency === 'CNY') return [{ from, value }];
  const expected = `an amount in ${currency}, for which there is no default`;
  throw new AptfolioError('missing-value', at(PATH, name), expected);
}

function readSteps(
  name: PolicyThreshold,
  setting: unknown,
  from: PlainDate,
): readonly ThresholdStep[] {
  const path = at(PATH, name);
  if (!Array.isArray(setting)) return [{ from, value: readValue(name, setting, path) }];
  if (setting.length === 0) throw new AptfolioError('empty', path, 'at least one value');
  const steps = setting.map((entry: unknown, index) => readStep(name, entry, at(path, index)));
  steps.forEach((step, index) => {
    const before = steps[index - 1]?.from;
    if (before === undefined ? step.from === from : step.from > before) return;
    const expected =
      before === undefined ? `${from}, the policy's first day` : `a day after ${before}`;
    throw new AptfolioError('inconsistent', at(at(path, index), 'from'), expected, step.from);
  });
  return steps;
}

function readStep(name: PolicyThreshold, entry: unknown, path: string): ThresholdStep {
  const { from, value } = checkFields(checkObject(entry, path), path, ['from', 'value']);
  return {
    from: parsePlainDate(from, at(path, 'from')),
    value: readValue(name, value, at(path, 'value')),
  };
}

function readValue(name: PolicyThreshold, value: unknown, path: string): number {
  const { whole, min, max } = THRESHOLD_TABLE[name];
  return whole ? checkInteger(value, path, { min, max }) : checkRange(value, path, { min, max });
}

/** On no day may a threshold be above one that must not be below it. */
function checkOrder(steps: ThresholdSteps): void {
  for (const names of THRESHOLD_ORDER) {
    const used = names.filter((name) => steps.has(name));
    const days = used.flatMap((name) => (steps.get(name) ?? []).map(({ from }) => from));
    used.forEach((name, index) => {
      const next = used[index + 1];
      if (next === undefined) return;
      for (const day of days) checkPair(name, next, steps, day);
    });
  }
}

function checkPair(
  lower: PolicyThreshold,
  upper: PolicyThreshold,
  steps: ThresholdSteps,
  day: PlainDate,
): void {
  const [low, high] = [valueOn(steps.get(lower), day), valueOn(steps.get(upper), day)];
  if (low === undefined || high === undefined || low <= high) return;
  const expected = `at least ${low}, ${lower} on ${day}`;
  throw new AptfolioError('inconsistent', at(PATH, upper), expected, high);
}

function valueOn(steps: readonly ThresholdStep[] = [], day: PlainDate): number | undefined {
  return steps.filter(({ from }) => from <= day).at(-1)?.value;
}
