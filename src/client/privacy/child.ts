import { ageOn, type PlainDate } from '../../dates/index.js';

/** Below this age a person's information is sensitive, and a guardian consents: PIPL, articles 28 and 31. */
const CHILD_UNDER = 14;

/** Whether a person is a child on a day; before the birth, too. */
export function isChildOn(birthDate: PlainDate, day: PlainDate): boolean {
  return day < birthDate || ageOn(birthDate, day) < CHILD_UNDER;
}
