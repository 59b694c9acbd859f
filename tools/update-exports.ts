import { writeFileSync } from 'node:fs';
import { exportsField, readPackage } from './subpaths.js';

// `npm run exports`: writes the subpaths that stand in src/ into package.json.
const content = { ...readPackage(), exports: exportsField() };
writeFileSync('package.json', `${JSON.stringify(content, null, 2)}\n`);
