export type { Batch } from './collectParts';
export { interpret, type Findings } from './interpret';
export type { OtherContent, OtherKind } from './otherContent';
export { isChosen, isReady, type PinReader, saveChosen, withPin } from './saveChosen';
export { findKnown, sameKind, sharesName } from './findKnown';
export type { Candidate, Choice, Known } from './Candidate';
