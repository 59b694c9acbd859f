import { type AdviceCase, advanceCase, type CaseEvent, openCase } from 'aptfolio/advice';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const at = '2026-03-02T10:00:00+08:00';
const event = (id: string, rest: object): CaseEvent => ({ id, at, ...rest }) as CaseEvent;
const advice = (id: string, hash: string) =>
  event(id, { kind: 'advice', status: 'proposed', record: `record-${id}`, proposalHash: hash });
const stopped = event('s', { kind: 'advice', status: 'incomplete', record: 'record-s' });
const consent = (id: string, proposalHash: string) => event(id, { kind: 'consent', proposalHash });
const plain = (id: string, kind: 'execute' | 'complete' | 'close') => event(id, { kind });
const review = event('r', { kind: 'review', decision: 'trade', record: 'record-r' });

function fold(...events: readonly CaseEvent[]): AdviceCase {
  return events.reduce((current, one) => advanceCase(current, one).case, openCase('case-1'));
}

const invested = [
  advice('1', 'p1'),
  consent('2', 'p1'),
  plain('3', 'execute'),
  plain('4', 'complete'),
];

describe('a case', () => {
  it('goes from the proposal to service', () => {
    expect(fold().state).toBe('open');
    expect(fold(...invested.slice(0, 1)).state).toBe('proposed');
    expect(fold(...invested.slice(0, 2)).state).toBe('agreed');
    expect(fold(...invested.slice(0, 3)).state).toBe('executing');
    expect(fold(...invested).state).toBe('in-service');
    expect(fold(...invested, review)).toMatchObject({ state: 'in-service', record: 'record-r' });
    expect(fold(...invested, review, plain('5', 'close')).state).toBe('closed');
  });

  it('asks for consent anew when new advice replaces what was agreed', () => {
    const again = fold(advice('1', 'p1'), consent('2', 'p1'), advice('3', 'p2'));
    expect(again).toMatchObject({ state: 'proposed', proposalHash: 'p2' });
    const step = advanceCase(again, consent('4', 'p1'));
    expect(step.status).toBe('illegal');
    expect(step.status === 'illegal' && step.reason.code).toBe('advice.consent-outdated');
    expect(advanceCase(again, consent('4', 'p2')).case.state).toBe('agreed');
  });

  it('goes back to the start when advice stops, but an invested client stays invested', () => {
    expect(fold(advice('1', 'p1'), stopped)).toMatchObject({ state: 'open', proposalHash: null });
    expect(fold(...invested, stopped)).toMatchObject({ state: 'in-service', proposalHash: null });
  });

  it('takes an event that comes twice once, and refuses another under the same id', () => {
    const current = fold(advice('1', 'p1'));
    expect(advanceCase(current, advice('1', 'p1'))).toEqual({ status: 'repeated', case: current });
    const step = advanceCase(current, advice('1', 'p2'));
    expect(step.status === 'illegal' && step.reason.code).toBe('advice.event-conflict');
  });

  it.each([
    ['consent before a proposal', [], consent('9', 'p1')],
    ['execution without consent', [advice('1', 'p1')], plain('9', 'execute')],
    ['a review before anything is invested', [advice('1', 'p1')], review],
    ['closing in the middle of an execution', invested.slice(0, 3), plain('9', 'close')],
    ['new advice in the middle of an execution', invested.slice(0, 3), advice('9', 'p9')],
    ['anything once it is closed', [plain('1', 'close')], advice('9', 'p9')],
  ])('refuses %s and changes nothing', (_, before, next) => {
    const current = fold(...before);
    const step = advanceCase(current, next);
    expect(step).toMatchObject({
      status: 'illegal',
      reason: { code: 'advice.event-does-not-fit' },
    });
    expect(step.case).toBe(current);
  });

  it('never executes what was not agreed to, whatever comes in whatever order', () => {
    const pool = [
      ...invested,
      advice('6', 'p2'),
      consent('7', 'p2'),
      stopped,
      review,
      plain('8', 'close'),
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pool), { maxLength: 20 }), (events) => {
        const { events: kept } = fold(...events);
        let agreed: string | undefined;
        let proposed: string | undefined;
        for (const one of kept) {
          if (one.kind === 'advice') [proposed, agreed] = [one.proposalHash, undefined];
          if (one.kind === 'consent') agreed = one.proposalHash;
          if (one.kind === 'execute') {
            expect(agreed).toBeTypeOf('string');
            expect(agreed).toBe(proposed);
          }
        }
        expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length);
      }),
    );
  });

  it('is frozen and plain data', () => {
    const current = fold(...invested);
    expect(Object.isFrozen(current) && Object.isFrozen(current.events)).toBe(true);
    expect(JSON.parse(JSON.stringify(current))).toEqual(current);
  });
});

describe('a malformed case or event', () => {
  const open = openCase('case-1');
  it.each([
    ['no case', null, review, 'missing-value', 'case'],
    ['an unknown state', { ...open, state: 'asleep' }, review, 'unknown-value', 'case.state'],
    ['no events', { ...open, events: undefined }, review, 'invalid-type', 'case.events'],
    ['no event', open, undefined, 'missing-value', 'event'],
    ['an event without an id', open, { ...review, id: '' }, 'empty', 'event.id'],
    [
      'an event of another kind',
      open,
      { id: '1', at, kind: 'sing' },
      'unknown-value',
      'event.kind',
    ],
    [
      'advice without a record',
      open,
      { ...stopped, record: null },
      'missing-value',
      'event.record',
    ],
    [
      'a proposal without a hash',
      open,
      { ...advice('1', 'p'), proposalHash: undefined },
      'missing-value',
      'event.proposalHash',
    ],
    [
      'a hash where nothing was proposed',
      open,
      { ...stopped, proposalHash: 'p' },
      'inconsistent',
      'event.proposalHash',
    ],
    [
      'a review that decides nothing',
      open,
      { ...review, decision: 'sell' },
      'unknown-value',
      'event.decision',
    ],
  ])('is refused: %s', (_, current, next, code, path) => {
    expect(() => advanceCase(current as never, next as never)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });

  it('is refused: a case without an id', () => {
    expect(() => openCase('')).toThrow(expect.objectContaining({ code: 'empty', path: 'id' }));
  });
});
