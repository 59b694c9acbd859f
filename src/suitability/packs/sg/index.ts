export { sgMas } from './sg-mas.js';
