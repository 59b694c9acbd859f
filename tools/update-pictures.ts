import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pictures } from './pictures.js';

// `npm run pictures`: draws the pictures of the guides.
for (const [path, svg] of pictures()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, svg);
}
