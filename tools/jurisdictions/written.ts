/** Begins every file that is written here. */
export const WRITTEN = [
  '<!-- Written by `npm run jurisdictions` from src/suitability/packs and tools/jurisdictions; change those. -->',
  '',
].join('\n');
