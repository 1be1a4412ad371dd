export { fillMessages } from './fillMessages';
