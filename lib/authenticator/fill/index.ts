export { isFilled, fillCodeOf, type PageField } from './fillCodeOf';
export { recordUse } from './recordUse';
export { takeCode } from './takeCode';
export { fillBoundAccount, type FillResult } from './fillBoundAccount';
