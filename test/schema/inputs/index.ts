import { BEHAVIOUR } from './behaviour.js';
import { CLIENT } from './client.js';
import { COMPARISONS } from './comparisons.js';
import { DISCLOSURE } from './disclosure.js';
import { FACTS } from './facts.js';
import { GROWTH } from './growth.js';
import type { Input } from './input.js';
import { KPI } from './kpi.js';
import { MARKET } from './market.js';
import { ORDERS } from './orders.js';
import { PEOPLE } from './people.js';
import { PLANS } from './plans.js';
import { POLICIES } from './policies.js';
import { PRIVACY } from './privacy.js';
import { QUESTIONNAIRE } from './questionnaire.js';
import { REBALANCING } from './rebalancing.js';
import { RELIABILITY } from './reliability.js';
import { RETENTION_RISK } from './retention-risk.js';
import { RULE_PACK } from './rule-pack.js';
import { RULES } from './rules.js';
import { SEGMENTS } from './segments.js';
import { SELECTION } from './selection.js';
import { SERVICE } from './service.js';
import { SERVICE_QUALITY } from './service-quality.js';
import { SUITABILITY } from './suitability.js';

/** Every input, with samples that leave no field out. */
export const INPUTS: Readonly<Record<string, Input>> = {
  ...BEHAVIOUR,
  ...CLIENT,
  ...COMPARISONS,
  ...DISCLOSURE,
  ...FACTS,
  ...GROWTH,
  ...KPI,
  ...MARKET,
  ...ORDERS,
  ...PEOPLE,
  ...PLANS,
  ...POLICIES,
  ...PRIVACY,
  ...QUESTIONNAIRE,
  ...REBALANCING,
  ...RELIABILITY,
  ...RETENTION_RISK,
  ...RULE_PACK,
  ...RULES,
  ...SEGMENTS,
  ...SELECTION,
  ...SERVICE,
  ...SERVICE_QUALITY,
  ...SUITABILITY,
};
