import type { ClientProfile } from '../client/index.js';
import type { Reason } from '../evidence/index.js';

/** What the profile has to say for and against advice: its gates, duties and doubts, and its contradictions. */
export function profileReasons({ reasons, contradictions }: ClientProfile): readonly Reason[] {
  return [...reasons, ...contradictions.map(({ reason }) => reason)];
}
