import { describe, it } from 'vitest';
import { compilePack } from '../../../../src/rules/index.js';
import { cnCsrcClassification } from '../../../../src/suitability/packs/cn/csrc-classification.js';
import { expectCase } from './conduct-support.js';

const pack = compilePack(cnCsrcClassification);

describe(cnCsrcClassification.id, () => {
  for (const golden of cnCsrcClassification.cases ?? []) {
    it(`${golden.id}: ${golden.why}`, () => expectCase(pack, golden));
  }
});
