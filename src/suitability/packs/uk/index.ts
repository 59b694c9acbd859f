export { ukCobs } from './uk-cobs.js';
