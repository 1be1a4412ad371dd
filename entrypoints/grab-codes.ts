import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { codesOnPage } from '../lib/backup-codes';

/**
 * Injected when the user requests the backup codes on the page. Its return value is the injection's result.
 */
export default defineUnlistedScript(() => codesOnPage(document));
