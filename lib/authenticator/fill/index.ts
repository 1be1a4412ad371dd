export { candidatesFor, type SiteRules } from './candidatesFor';
export { recordUse } from './recordUse';
export {
  fillAccount,
  type FillAttempt,
  isFilled,
  linkedFrames,
  type PageAccess,
} from './fillAccount';
export { fillBoundAccount, type GestureResult } from './fillBoundAccount';
export { takeCode } from './takeCode';
