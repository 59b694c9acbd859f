import type { PlainDate } from '../../dates/index.js';
import type { Product } from '../product.js';

/** The day on which a product matured, where that is today or past; its money may still be under way. */
export function maturedOn({ dealing }: Product, asOf: PlainDate): PlainDate | undefined {
  const maturity = dealing?.maturity;
  return maturity !== undefined && maturity <= asOf ? maturity : undefined;
}
