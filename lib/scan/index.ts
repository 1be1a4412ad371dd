export type { Batch } from './collectParts';
export { interpret, type Findings } from './interpret';
export type { OtherContent, OtherKind } from './otherContent';
