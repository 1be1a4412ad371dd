import { originPermission } from './originPermission';

/** Whether the user allowed Tessera to access pages of this origin besides the active one. */
export const hasAccess = (origin: string): Promise<boolean> => originPermission.has(origin);

/** Asks the user for access. Must be called in a click handler. Returns whether the user allowed the access. */
export const askAccess = (origin: string): Promise<boolean> => originPermission.ask(origin);
