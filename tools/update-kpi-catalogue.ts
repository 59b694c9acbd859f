import { writeFileSync } from 'node:fs';
import { KPI_CATALOGUE, kpiCatalogue } from './kpi-catalogue.js';

// `npm run kpi-catalogue`: writes the table of the ready KPIs from their definitions.
writeFileSync(KPI_CATALOGUE, kpiCatalogue());
