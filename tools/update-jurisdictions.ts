import { writeJurisdictions } from './jurisdictions/pages.js';

// `npm run jurisdictions`: writes a page for each jurisdiction from its packs.
writeJurisdictions();
