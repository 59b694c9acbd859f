export { hkSfc } from './hk-sfc.js';
