// Bundled by the browser gate: what each report returns in Node and in Chromium must be the same text.
import { canonicalJson } from 'aptfolio/evidence';
import { compilePack, decide, explain, screen, writeExplanation } from 'aptfolio/rules';
import { assessSuitability, recordDecision, replay } from 'aptfolio/suitability';
import { cnCsrc, cnNfra } from 'aptfolio/suitability/packs/cn';

const packs = [compilePack(cnNfra), compilePack(cnCsrc)];
const asOf = '2026-06-15';
const cases = [...(cnNfra.cases ?? []), ...(cnCsrc.cases ?? [])].map(({ facts }) => {
  const { asOf: _, ...given } = facts;
  return given;
});

/** Records of every case of the Chinese sale packs, with their hashes, made again. */
export function suitabilityReport(): string {
  const records = cases.map((facts) =>
    recordDecision(assessSuitability({ facts }, { packs, asOf })),
  );
  return records
    .map((record) => `${canonicalJson(record)} ${replay(record, { packs }).status}`)
    .join('\n');
}

/** Accounts of every case in three languages, and the same cases screened. */
export function explanationReport(): string {
  const accounts = cases.flatMap((facts) => {
    const decision = decide(packs, facts, { asOf });
    return (['zh-Hans', 'zh-Hant', 'en'] as const).map((locale) =>
      writeExplanation(explain(decision, locale)),
    );
  });
  const { statusOf } = screen(packs, cases, { asOf });
  return [...accounts, ...cases.map((_, row) => statusOf(row))].join('\n');
}
