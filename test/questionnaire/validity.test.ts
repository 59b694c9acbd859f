import { describe, expect, it } from 'vitest';
import { compileCalendar } from '../../src/dates/index.js';
import { assessmentValidity } from '../../src/questionnaire/index.js';
import { expectRefusal, wrong } from './support.js';

describe('the validity of an assessment (A2)', () => {
  it('ends twelve months later, the last day included', () => {
    const on = (asOf: `${number}-${number}-${number}`) =>
      assessmentValidity('2026-03-02', { asOf, validMonths: 12 });
    expect(on('2026-03-02')).toEqual({
      status: 'valid',
      validThrough: '2027-03-02',
      daysLeft: 365,
      clamped: false,
    });
    expect(on('2027-03-02')).toMatchObject({ status: 'valid', daysLeft: 0 });
    expect(on('2027-03-03')).toMatchObject({ status: 'expired', daysLeft: -1 });
  });

  it('ends on 28 February for an assessment of 29 February', () => {
    const options = { asOf: '2025-02-28', validMonths: 12 } as const;
    expect(assessmentValidity('2024-02-29', options)).toMatchObject({
      status: 'valid',
      validThrough: '2025-02-28',
      clamped: true,
    });
    expect(assessmentValidity('2024-02-29', { ...options, asOf: '2025-03-01' }).status).toBe(
      'expired',
    );
  });

  it('agrees with the case of an assessment one day too old', () => {
    // Worked from article 29: assessed on 2025-06-15, the period ended on 2026-06-15.
    const options = { asOf: '2026-06-16', validMonths: 12 } as const;
    expect(assessmentValidity('2025-06-15', options).status).toBe('expired');
    expect(assessmentValidity('2025-06-16', options).status).toBe('valid');
  });

  it('ends on the next working day where a calendar is given', () => {
    // Civil Code of China, article 203; 2027-10-01 to 2027-10-03 are taken off here, 10-02 is a Saturday.
    const covers = { from: '2027-01-01', to: '2028-01-01' } as const;
    const calendar = compileCalendar({ id: 'test', covers, holidays: ['2027-10-01'] });
    const options = { asOf: '2027-10-04', validMonths: 12 } as const;
    expect(assessmentValidity('2026-10-01', { ...options, calendar })).toEqual({
      status: 'valid',
      validThrough: '2027-10-04',
      daysLeft: 0,
      clamped: false,
    });
    expect(assessmentValidity('2026-10-01', options)).toMatchObject({ validThrough: '2027-10-01' });
  });

  it('refuses an assessment from the future', () => {
    const options = { asOf: '2026-03-02', validMonths: 12 } as const;
    expectRefusal(() => assessmentValidity('2026-03-03', options), 'inconsistent', 'assessedOn');
  });

  it.each([
    ['a date that does not exist', '2026-02-30', {}, 'invalid-date', 'assessedOn'],
    ['no date', undefined, {}, 'missing-value', 'assessedOn'],
    ['a number', 20260302, {}, 'invalid-type', 'assessedOn'],
    ['no day to look from', '2026-03-02', { asOf: null }, 'missing-value', 'options.asOf'],
    ['no months', '2026-03-02', { validMonths: 0 }, 'out-of-range', 'options.validMonths'],
    ['half a month', '2026-03-02', { validMonths: 1.5 }, 'invalid-type', 'options.validMonths'],
    ['NaN months', '2026-03-02', { validMonths: Number.NaN }, 'not-finite', 'options.validMonths'],
  ] as const)('is refused: %s', (_, assessedOn, change, code, path) => {
    const options = { asOf: '2026-03-02', validMonths: 12, ...change };
    expectRefusal(() => assessmentValidity(wrong(assessedOn), wrong(options)), code, path);
  });

  it('is refused without options', () => {
    expectRefusal(() => assessmentValidity('2026-03-02', wrong(null)), 'missing-value', 'options');
  });
});
