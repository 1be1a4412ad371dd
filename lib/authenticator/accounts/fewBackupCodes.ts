/** With this many backup codes or fewer, the user should create new ones at the site. */
export const fewBackupCodes = 2;
