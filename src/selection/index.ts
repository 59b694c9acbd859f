export { selectionMessages } from './messages.js';
export {
  type RejectedProduct,
  type ScreeningContext,
  type ScreeningResult,
  screenProducts,
} from './screen.js';
export {
  type NoSelection,
  type Selection,
  type SelectionCertificate,
  type SelectionContext,
  type SelectionResult,
  selectProducts,
} from './select.js';
export { findSubstitutes, type Substitute } from './substitutes.js';
