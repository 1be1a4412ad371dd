/** Number of remaining backup codes at which the user is advised to create new codes at the site. */
export const fewBackupCodes = 2;
