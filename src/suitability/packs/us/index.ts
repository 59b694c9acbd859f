export { usRegBi } from './us-reg-bi.js';
