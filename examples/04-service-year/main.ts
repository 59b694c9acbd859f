import { tellOnePage } from '../shared/one-page.js';
import { load } from './load.js';
import { parseOptions, USAGE } from './options.js';
import { run } from './run.js';
import { tell } from './tell.js';
import { tellerFor } from './teller.js';

tellOnePage({
  usage: USAGE,
  parsed: parseOptions(process.argv.slice(2)),
  page: 'service-year.html',
  accountOf: (options) => tell(run(load(options)), tellerFor(options.locale)),
});
