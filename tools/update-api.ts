import { writeReports } from './gates/api-reports.js';

// `npm run api`: writes the reports of what dist/ exports. Build first.
const { changed, messages } = writeReports({ update: true });
for (const message of messages) console.error(message);
console.log(changed.length === 0 ? 'nothing changed' : `updated: ${changed.join(', ')}`);
process.exitCode = messages.length > 0 ? 1 : 0;
