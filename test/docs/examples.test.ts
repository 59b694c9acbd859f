import { ALL_EXAMPLES } from '../../tools/doc-examples.js';

// One test for each ```ts block of README, docs, the rooms' READMEs and the doc comments of src/.
await import(/* @vite-ignore */ ALL_EXAMPLES);
