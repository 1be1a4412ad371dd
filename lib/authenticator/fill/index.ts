export { isFilled, fillCodeOf, type PageField } from './fillCodeOf';
export { countUse } from './countUse';
export { takeCode } from './takeCode';
export { fillBoundAccount, type FillResult } from './fillBoundAccount';
