import { type GateResult, verdict } from '../gate.js';
import { schemaFaults } from '../schemas.js';

export async function schemas(): Promise<GateResult> {
  const faults = schemaFaults();
  return verdict(faults.length > 0 ? [...faults, 'If the change is meant: npm run schemas'] : []);
}
