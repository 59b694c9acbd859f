import { CLIENT } from './client.js';
import type { Input } from './input.js';
import { MARKET } from './market.js';
import { PLANS } from './plans.js';
import { SERVICE } from './service.js';

/** Every input but `transactions`, which are read row by row, with samples that leave no field out. */
export const INPUTS: Readonly<Record<string, Input>> = {
  ...CLIENT,
  ...MARKET,
  ...PLANS,
  ...SERVICE,
};
