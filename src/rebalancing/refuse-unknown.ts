export { type FieldsOf, refuseUnknown } from '../errors/index.js';
