import { originPermission } from './originPermission';

/** Whether the user allowed Tessera to access pages of this origin besides the active one. */
export const hasAccess = (origin: string): Promise<boolean> => originPermission.has(origin);

/** Asks the user for access. Call it in a click handler. Returns whether they allowed it. */
export const askAccess = (origin: string): Promise<boolean> => originPermission.ask(origin);
