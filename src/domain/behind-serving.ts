/**
 * How far behind whatever serves people reading and rendering stand on the same cores (nice(1): about a tenth of the
 * weight of others).
 */
export const BEHIND_SERVING = 10;
