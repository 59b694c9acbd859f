export {
  ACTION_KINDS,
  ACTION_REQUIREMENTS,
  type ActionKind,
  type ActionRequirement,
  type ContactPurpose,
  type NeedStanding,
  type NextBestAction,
  PRODUCT_ACTIONS,
  type ProductAction,
  SUPPRESSION_KINDS,
  type Suppression,
  type SuppressionKind,
} from './action.js';
export {
  type ActionContext,
  CONTACT_RESPONSES,
  type Contact,
  type ContactResponse,
} from './action-context.js';
export {
  type ActionEffect,
  type ActionEffects,
  type ActionEffectsOptions,
  type ActionOutcome,
  actionEffects,
  type EffectRate,
} from './action-effects.js';
export type { ActionPolicy, ContactCap, ContactPolicy } from './contact-policy.js';
export {
  type NextBestActions,
  type NextBestActionsOptions,
  nextBestActions,
} from './next-best-actions.js';
