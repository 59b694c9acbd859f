export type { CostLine, ThirdPartyPayments } from './costs/cost-lines.js';
export { type CostOptions, type ExAnteCosts, exAnteCosts } from './costs/ex-ante.js';
