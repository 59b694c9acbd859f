import { describe, expectTypeOf, it } from 'vitest';
import {
  crossTabulate,
  intraclassCorrelations,
  RISK_LEVELS,
  reliability,
  weightedKappa,
} from '../../../src/questionnaire/index.js';

describe('psychometric types', () => {
  it('make the reader look at the status before the figures', () => {
    const result = reliability([[1, 2]]);
    // @ts-expect-error there may be no alpha
    result.alpha;
    if (result.status === 'measured') expectTypeOf(result.total.mean).toEqualTypeOf<number>();
    const kappa = weightedKappa([[1]]);
    // @ts-expect-error there may be no value
    kappa.value;
    const icc = intraclassCorrelations([[1, 2]]);
    // @ts-expect-error there may be no coefficients
    icc.icc1;
  });

  it('make the reader look for figures that the data do not define', () => {
    const result = reliability([[1, 2]]);
    if (result.status !== 'measured') return;
    // @ts-expect-error the total may not vary
    result.alpha.value;
  });

  it('know the categories of a table', () => {
    crossTabulate([['C1', 'C2']], RISK_LEVELS);
    // @ts-expect-error no risk level
    crossTabulate([['C1', 'C9']], RISK_LEVELS);
  });

  it('ask for both ends of a range', () => {
    reliability([{ q1: 1 }], { reverse: { q1: { min: 1, max: 5 } } });
    // @ts-expect-error no highest points
    reliability([{ q1: 1 }], { reverse: { q1: { min: 1 } } });
  });
});
