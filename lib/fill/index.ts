export { type Filled, fillCode } from './fillCode';
export type { ShadowOf } from './inputsOf';
