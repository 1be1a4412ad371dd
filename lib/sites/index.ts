export { isSuggested } from './isSuggested';
export { isSibling, type Linked, linkedTo, linkFor, wholeSite } from './linkFor';
export { readHost } from './readHost';
export { isShared, siteOf } from './siteOf';
