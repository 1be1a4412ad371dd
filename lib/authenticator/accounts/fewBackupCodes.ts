/** So few backup codes are a reason to make new ones at the site. */
export const fewBackupCodes = 2;
