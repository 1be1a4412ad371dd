import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { codesOnPage } from '../lib/backup-codes';

/**
 * Returns the backup codes on the page as the result of the injection. Injected when the user requests the codes.
 */
export default defineUnlistedScript(() => codesOnPage(document));
