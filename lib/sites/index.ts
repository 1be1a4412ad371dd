export { belongsTo } from './belongsTo';
export { isSuggested } from './isSuggested';
export { readHost } from './readHost';
export { siteOf } from './siteOf';
