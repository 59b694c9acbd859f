/** Whether an entry fee comes on top of what is invested or is taken out of what is paid; see `OrderRequest.fees`. */
export const FEE_SIDES = ['outside', 'inside'] as const;

/** Whether an entry fee is outside or inside the amount; see `FEE_SIDES`. */
export type FeeSide = (typeof FEE_SIDES)[number];
