/**
 * The id of the one record that is no entry: what this vault knows of the devices that share its entries, as JSON.
 * 16 zero bytes as base64url, which no entry may have.
 */
export const sharedId = 'AAAAAAAAAAAAAAAAAAAAAA';
