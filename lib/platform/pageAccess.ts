import { fillPage, findFrame, foreignFrames, seekField } from './fillPage';
import { hasAccess } from './siteAccess';

/** The page in front and its frames, for the use cases that fill. */
export const pageAccess = { fillPage, findFrame, foreignFrames, hasAccess, seekField };
