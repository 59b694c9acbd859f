import { at, checkNumber, checkObject, checkOneOf, checkRange } from '../../errors/index.js';
import type { AllocationObjective } from '../problem.js';

const OBJECTIVES = [
  'utility',
  'minimum-variance',
  'target-return',
  'target-volatility',
  'maximum-sharpe',
] as const;

/** Checks an objective and its own number. */
export function checkObjective(value: AllocationObjective): AllocationObjective {
  const path = 'problem.objective';
  checkObject(value, path);
  checkOneOf(value.kind, at(path, 'kind'), OBJECTIVES);
  switch (value.kind) {
    case 'utility':
      checkRange(value.riskAversion, at(path, 'riskAversion'), { exclusiveMin: 0 });
      break;
    case 'target-return':
      checkNumber(value.expectedReturn, at(path, 'expectedReturn'));
      break;
    case 'target-volatility':
      checkRange(value.volatility, at(path, 'volatility'), { exclusiveMin: 0 });
      break;
    case 'maximum-sharpe':
      checkNumber(value.risklessReturn, at(path, 'risklessReturn'));
      break;
    default:
  }
  return value;
}
