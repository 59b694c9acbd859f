import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesUnder } from '../../tools/files.js';
import { pictures } from '../../tools/pictures.js';

const drawn = pictures();

describe('the pictures of the guides', () => {
  it.each([...drawn])('%s is what `npm run pictures` draws', (path, svg) => {
    expect(readFileSync(path, 'utf8')).toBe(svg);
  });

  it('are all drawn by it, and shown by a guide', () => {
    const shown = filesUnder('docs', '.md').map((path) => readFileSync(path, 'utf8'));
    for (const path of filesUnder('docs/pictures', '.svg')) {
      expect([...drawn.keys()]).toContain(path);
      expect(shown.some((text) => text.includes(path.replace(/^docs\//, '')))).toBe(true);
    }
  });

  it('have a ground of their own and need nothing else', () => {
    for (const svg of drawn.values()) {
      expect(svg).toMatch(
        /^<svg role="img" [^>]*>\s*<title>[^<]+<\/title>\s*<rect width="\d+" height="\d+" x="0" y="0" fill="#fff">/,
      );
      expect(svg).not.toMatch(/<script|<image|@import|url\((?!"?#)/);
    }
  });
});
