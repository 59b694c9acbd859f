import { expect, it } from 'vitest';

declare global {
  interface ImportMeta {
    glob(
      patterns: readonly string[],
      options: { readonly query: string },
    ): Record<string, () => Promise<unknown>>;
  }
}

// Every ```ts block of these files becomes a test; see tools/doc-examples.ts.
const documents = import.meta.glob(
  ['/README.md', '/docs/**/*.md', '/examples/**/*.md', '/src/**/*.md', '/src/**/*.ts'],
  { query: '?examples' },
);

it('finds the documents', () => {
  expect(Object.keys(documents)).toContain('/src/errors/error.ts');
});

for (const load of Object.values(documents)) await load();
