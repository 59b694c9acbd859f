import { describe, expect, it } from 'vitest';
import { compilePack, decide } from '../../../../src/rules/index.js';
import { cnNfraInsurance } from '../../../../src/suitability/packs/cn/nfra-insurance.js';
import { cnNfraInsuranceConduct } from '../../../../src/suitability/packs/cn/nfra-insurance-conduct.js';
import { expectCase } from './conduct-support.js';

for (const data of [cnNfraInsurance, cnNfraInsuranceConduct]) {
const pack = compilePack(data);
describe(data.id, () => {
  for (const golden of data.cases ?? []) {
    it(`${golden.id}: ${golden.why}`, () => expectCase(pack, golden));
  }
});
}
