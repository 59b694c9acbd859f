import { describe, it } from 'vitest';
import { compilePack } from '../../../../src/rules/index.js';
import { cnCsrcConduct } from '../../../../src/suitability/packs/cn/csrc-conduct.js';
import { cnNfraConduct } from '../../../../src/suitability/packs/cn/nfra-conduct.js';
import { expectCase } from './conduct-support.js';

for (const data of [cnNfraConduct, cnCsrcConduct]) {
  const pack = compilePack(data);
  describe(data.id, () => {
    for (const golden of data.cases ?? []) {
      it(`${golden.id}: ${golden.why}`, () => expectCase(pack, golden));
    }
  });
}
