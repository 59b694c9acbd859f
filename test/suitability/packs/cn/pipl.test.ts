import { describe, it } from 'vitest';
import { compilePack } from '../../../../src/rules/index.js';
import { cnPipl } from '../../../../src/suitability/packs/cn/pipl.js';
import { expectCase } from './conduct-support.js';

const pack = compilePack(cnPipl);

describe(cnPipl.id, () => {
  for (const golden of cnPipl.cases ?? []) {
    it(`${golden.id}: ${golden.why}`, () => expectCase(pack, golden));
  }
});
