import { RISK_LEVELS } from '../level.js';
import type { Decision } from './decide.js';
import type { Finding } from './result.js';

/**
 * The findings that leave the level open: what may stop, and what may cap it lower than all that is known.
 *
 * @param assume whether caps that cannot be known are taken to hold, so that they leave nothing open.
 */
export function decidingFindings(
  findings: readonly Finding[],
  { banded, truths, caps }: Decision,
  assume: boolean,
): readonly Finding[] {
  const held = truths.reduce(
    (rank, truth, index) => (truth === true ? Math.min(rank, caps[index]!) : rank),
    banded,
  );
  const unknown = findings.filter(({ truth }) => truth === 'unknown');
  const deciding = unknown.filter(
    (finding) => mayStop(finding) || (!assume && mayCap(finding, held)),
  );
  // A control that does not know the level waits for the knock-outs and ceilings below it.
  const waits = deciding.some(({ missing }) => missing.includes('bands.level'));
  return unknown.filter(
    (finding) =>
      deciding.includes(finding) ||
      (waits && finding.kind !== 'control' && mayCap(finding, banded)),
  );
}

function mayStop({ effect }: Finding): boolean {
  return effect === 'stop' || effect === 'block';
}

function mayCap({ effect, level }: Finding, rank: number): boolean {
  return effect === 'cap' && RISK_LEVELS.indexOf(level!) < rank;
}
