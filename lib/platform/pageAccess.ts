import { fillPage, findFrame, foreignFrames, seekField } from './fillPage';
import { hasAccess } from './siteAccess';

/** Access to the active page and its frames, for the use cases that fill codes. */
export const pageAccess = { fillPage, findFrame, foreignFrames, hasAccess, seekField };
