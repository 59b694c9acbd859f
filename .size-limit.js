import { readFileSync } from 'node:fs';

const budgets = JSON.parse(readFileSync(new URL('tools/size-budgets.json', import.meta.url)));

/** Each subpath with everything it imports, minified and gzipped. */
export default Object.entries(budgets).map(([name, limit]) => ({
  name,
  path: `dist/${name}.js`,
  import: '*',
  limit,
  gzip: true,
}));
