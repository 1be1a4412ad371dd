export { interpret, type Findings } from './interpret';
export type { OtherContent } from './otherContent';
export {
  isChosen,
  isReady,
  type PinReader,
  saveSelected,
  selected,
  type Saved,
  withPin,
} from './saveSelected';
export { findExisting, sameKind, sharesName } from './findExisting';
export type { Candidate, Choice, Known } from './Candidate';
export { joinParts, mergeReadings } from '../../qr';
