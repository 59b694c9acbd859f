import { writeSchemas } from './schemas.js';

// `npm run schemas`: writes the JSON Schema files from the schemas in src/schema.
writeSchemas();
