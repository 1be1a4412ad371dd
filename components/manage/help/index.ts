export { Help } from './Help';
export { News } from './News';
