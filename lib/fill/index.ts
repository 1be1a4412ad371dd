export { type Filled, fillCode } from './fillCode';
export type { ShadowOf } from './inputsOf';
export type { CodeKind } from './scoreField';
