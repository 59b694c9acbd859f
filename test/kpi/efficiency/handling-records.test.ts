import { describe, expect, it } from 'vitest';
import { handlingRecords } from '../../../src/kpi/index.js';
import { eventsByKpi, expectRefusal, wrong } from '../support.js';

const at = (text: string) => `2026-03-${text}:00+08:00`;
const look = { asOf: at('20T00:00'), followUpDays: 7, outcomesRecorded: true };
const enquiry = {
  id: 'e-1',
  openedAt: at('02T09:00'),
  closedAt: at('02T09:20'),
  resolved: true,
  contacts: [at('02T09:00')],
  returns: 0,
  manualSteps: 0,
  dimensions: { branch: 'Pudong' },
};
const events = (change: object, options: object = {}) =>
  eventsByKpi(handlingRecords(wrong({ ...enquiry, ...change }), { ...look, ...options }));
const YES = { successes: 1, trials: 1 };
const NO = { successes: 0, trials: 1 };
const NOT_RECORDED = { excluded: 'not-recorded' };

describe('handlingRecords', () => {
  it('tells a smooth case', () => {
    expect(events({})).toEqual({
      'first-contact-resolution': YES,
      'touches-per-case': { value: 1 },
      rework: NO,
      'straight-through': YES,
    });
    expect(handlingRecords(enquiry, look)[0]).toMatchObject({
      id: 'first-contact-resolution/e-1',
      at: Date.parse(enquiry.openedAt),
      revision: Date.parse(look.asOf),
      dimensions: { branch: 'Pudong' },
    });
  });

  it('tells one that was not', () => {
    const contacts = [at('05T09:00'), at('02T09:00'), at('03T09:00')];
    expect(events({ contacts, returns: 2, manualSteps: 1 })).toEqual({
      'first-contact-resolution': NO,
      'touches-per-case': { value: 3 },
      rework: YES,
      'straight-through': NO,
    });
  });

  it('waits for the window before it says anything of the first contact, good or bad', () => {
    const open = { excluded: 'window-open' };
    const early = { asOf: at('09T08:59') };
    const again = { contacts: [at('02T09:00'), at('04T09:00')] };
    expect(events({}, early)['first-contact-resolution']).toEqual(open);
    expect(events(again, early)['first-contact-resolution']).toEqual(open);
    const over = { asOf: at('09T09:00') };
    expect(events({}, over)['first-contact-resolution']).toEqual(YES);
    expect(events(again, over)['first-contact-resolution']).toEqual(NO);
  });

  it('lets a contact after the window be another matter, and one at its very end the same', () => {
    const with2 = (second: string) => events({ contacts: [at('02T09:00'), at(second)] });
    expect(with2('09T09:00')['first-contact-resolution']).toEqual(NO);
    expect(with2('09T09:01')['first-contact-resolution']).toEqual(YES);
  });

  it('never takes a missing fact for a yes', () => {
    const bare = { id: 'e-1', openedAt: enquiry.openedAt, closedAt: enquiry.closedAt };
    const records = handlingRecords(bare, look);
    for (const { event } of records) expect(event).toEqual(NOT_RECORDED);
    expect(events({ resolved: undefined })['first-contact-resolution']).toEqual(NOT_RECORDED);
    expect(events({ resolved: false })['first-contact-resolution']).toEqual(NO);
  });

  it('leaves out an unknown resolution however many contacts there were, and unknown contacts either way', () => {
    // Counting the failures that are certain and leaving out the rest would make any sample fail.
    const again = [at('02T09:00'), at('04T09:00')];
    const first = (change: object) => events(change)['first-contact-resolution'];
    for (const contacts of [enquiry.contacts, again]) {
      expect(first({ contacts, resolved: undefined })).toEqual(NOT_RECORDED);
    }
    expect(first({ closedAt: at('15T09:00'), resolved: undefined })).toEqual(NOT_RECORDED);
    for (const resolved of [true, false, undefined]) {
      expect(first({ contacts: undefined, resolved })).toEqual(NOT_RECORDED);
    }
  });

  it('says nothing of the first contact where outcomes are not recorded, of cases open too', () => {
    // Of ten open beyond the window and ninety closed, only the ten would count, and the share would be 0 of 10.
    const unrecorded = { outcomesRecorded: false };
    const open = { closedAt: undefined, resolved: undefined };
    for (const change of [open, { resolved: undefined }]) {
      const told = events(change, unrecorded);
      expect(told['first-contact-resolution']).toEqual(NOT_RECORDED);
      expect(told['touches-per-case']).toEqual(events(change)['touches-per-case']);
    }
    expect(events(open)['first-contact-resolution']).toEqual(NO);
    const make = () => events({}, unrecorded);
    expectRefusal(make, 'inconsistent', 'case.resolved');
    const unsaid = () => events({}, { outcomesRecorded: undefined });
    expectRefusal(unsaid, 'missing-value', 'options.outcomesRecorded');
  });

  it('counts a contact told twice once', () => {
    const contacts = [at('02T09:00'), '2026-03-02T01:00:00Z', Date.parse(at('02T09:00'))];
    expect(events({ contacts })).toMatchObject({
      'first-contact-resolution': YES,
      'touches-per-case': { value: 1 },
    });
  });

  it('leaves cases that are open to later looks', () => {
    const open = { excluded: 'case-open' };
    expect(events({ closedAt: undefined, resolved: undefined })).toEqual({
      'first-contact-resolution': NO,
      'touches-per-case': open,
      rework: open,
      'straight-through': open,
    });
    // Also where a fact is recorded only as a case is closed: nothing is missing yet.
    const bare = { closedAt: undefined, resolved: undefined, returns: undefined };
    expect(events({ ...bare, manualSteps: undefined })).toMatchObject({
      rework: open,
      'straight-through': open,
    });
    const unheard = { ...bare, contacts: undefined };
    expect(events(unheard)).toMatchObject({ 'touches-per-case': open });
  });

  it('refuses what cannot be', () => {
    const make =
      (change: object, options: object = {}) =>
      () =>
        events(change, options);
    expectRefusal(make({ closedAt: at('01T09:00') }), 'inconsistent', 'case.closedAt');
    expectRefusal(make({ closedAt: at('21T09:00') }), 'inconsistent', 'case.closedAt');
    expectRefusal(make({ contacts: [at('01T09:00')] }), 'inconsistent', 'case.contacts[0]');
    expectRefusal(make({ contacts: [] }), 'empty', 'case.contacts');
    expectRefusal(make({ returns: -1 }), 'out-of-range', 'case.returns');
    expectRefusal(make({ manualSteps: 0.5 }), 'invalid-type', 'case.manualSteps');
    expectRefusal(make({ closedAt: undefined }), 'inconsistent', 'case.resolved');
    expectRefusal(make({ resolved: 1 }), 'invalid-type', 'case.resolved');
    expectRefusal(make({ id: 'e'.repeat(81) }), 'too-long', 'case.id');
    expectRefusal(make({ touches: 3 }), 'unknown-id', 'case.touches');
    expectRefusal(make({}, { followUpDays: 0 }), 'out-of-range', 'options.followUpDays');
    expectRefusal(make({}, { asOf: '2026-03-20' }), 'invalid-format', 'options.asOf');
  });
});
