import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { codesOnPage } from '../lib/backup-codes';

/** Injected when the user asks for the backup codes on the page; what it answers is the injection's result. */
export default defineUnlistedScript(() => codesOnPage(document));
