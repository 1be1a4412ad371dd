export { type Filled, fillCode, seekField } from './fillCode';
export type { ShadowOf } from './inputsOf';
export type { CodeKind } from './scoreField';
