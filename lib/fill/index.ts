export { fillCode, seekField } from './fillCode';
export type { Search } from './findPlace';
export { foreignFrames, type ShadowOf } from './inputsOf';
export type { CodeKind } from './scoreField';
