/**
 * The id of the shared record, the only record that isn't an entry. It contains, as JSON, what this vault knows
 * of the devices that share its entries. The id is base64url of 16 zero bytes, which no entry may have.
 */
export const sharedId = 'AAAAAAAAAAAAAAAAAAAAAA';
