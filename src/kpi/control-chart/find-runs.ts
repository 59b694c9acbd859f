import type { RunRule } from './run-rules.js';

/** A plotted value with the centre line and the standard deviation that belong to it. */
export interface Frame {
  readonly value: number;
  readonly centre: number;
  /** Above 0. */
  readonly sigma: number;
}

/** A pattern found: where it was first complete, and every point of it. */
export interface Run {
  /** Index of the point at which the rule was met for the first time. */
  readonly at: number;
  /** Indices, ascending. */
  readonly members: readonly number[];
  readonly direction: 'up' | 'down' | 'none';
}

/** The value that lies so many standard deviations from the centre: what is drawn is what is compared with. */
export function limitAt({ centre, sigma }: Omit<Frame, 'value'>, sigmas: number): number {
  return centre + sigmas * sigma;
}

/** Which side of the centre a value lies on, further out than so many standard deviations; 0 if on neither. */
export function sideOf(frame: Frame, sigmas: number): -1 | 0 | 1 {
  if (frame.value > limitAt(frame, sigmas)) return 1;
  return frame.value < limitAt(frame, -sigmas) ? -1 : 0;
}

/**
 * Finds a rule's patterns in consecutive frames; null is a gap, which ends every run. A run that goes on beyond what
 * the rule asks for stays one pattern; single points beyond a limit are each their own.
 */
export function findRuns(frames: readonly (Frame | null)[], rule: RunRule): readonly Run[] {
  const hits = frames.flatMap((_, last) => {
    const hit =
      rule.kind === 'beyond' ? beyondAt(frames, last, rule) : streakAt(frames, last, rule);
    return hit === null ? [] : [hit];
  });
  return rule.points === 1 ? hits : joinOverlapping(hits);
}

type BeyondRule = Extract<RunRule, { kind: 'beyond' }>;
type StreakRule = Exclude<RunRule, BeyondRule>;

/** Whether a point lies beyond, with enough of those before it on the same side. */
function beyondAt(frames: readonly (Frame | null)[], last: number, rule: BeyondRule): Run | null {
  const side = sideAt(frames, last, rule.sigmas);
  if (side === null || side === 0) return null;
  const members = [last];
  for (let i = last - 1; i > last - rule.of; i--) {
    const other = sideAt(frames, i, rule.sigmas);
    if (other === null) break;
    if (other === side) members.unshift(i);
  }
  if (members.length < rule.points) return null;
  return { at: last, members, direction: side === 1 ? 'up' : 'down' };
}

/** The side of a point; null at a gap and before the first. */
function sideAt(frames: readonly (Frame | null)[], index: number, sigmas: number): number | null {
  const frame = frames[index] ?? null;
  return frame === null ? null : sideOf(frame, sigmas);
}

/** Whether every point of the window that ends here meets the rule. */
function streakAt(frames: readonly (Frame | null)[], last: number, rule: StreakRule): Run | null {
  const first = last - rule.points + 1;
  if (first < 0) return null;
  const window = frames.slice(first, last + 1);
  if (!hasNoGap(window)) return null;
  const members = window.map((_, i) => first + i);
  if (rule.kind === 'within' || rule.kind === 'outside') {
    const meets = window.every(
      (frame) => (sideOf(frame, rule.sigmas) === 0) === (rule.kind === 'within'),
    );
    return meets ? { at: last, members, direction: 'none' } : null;
  }
  const steps = window
    .slice(1)
    .map(({ value }, i) => Math.sign(value - (window[i] as Frame).value));
  const turn = rule.kind === 'trend' ? 1 : -1;
  const meets = steps.every(
    (step, i) => step !== 0 && (i === 0 || step === turn * (steps[i - 1] as number)),
  );
  if (!meets) return null;
  const rising = rule.kind === 'trend' ? (steps[0] === 1 ? 'up' : 'down') : 'none';
  return { at: last, members, direction: rising };
}

function hasNoGap(window: (Frame | null)[]): window is Frame[] {
  return !window.includes(null);
}

/** Makes one pattern of those that share points and point the same way. */
function joinOverlapping(hits: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const hit of hits) {
    // A run up and a run down can interleave, so the one before of the same direction is looked for.
    const index = joined.map(({ direction }) => direction).lastIndexOf(hit.direction);
    const before = joined[index];
    if (before?.members.some((member) => hit.members.includes(member))) {
      const members = [...new Set([...before.members, ...hit.members])];
      joined[index] = { ...before, members: members.sort((a, b) => a - b) };
    } else {
      joined.push(hit);
    }
  }
  return joined;
}
