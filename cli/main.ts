#!/usr/bin/env node
import { work } from './work.js';

// What becomes of a write is known where it is written; without a listener its error would end the process.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

process.exitCode = await work(process.argv.slice(2), process);
