export { auCorporations } from './au-corporations.js';
