import { i18n } from '#i18n';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sendRegion } from '../lib/messages';
import { drawRegion } from '../lib/platform';

/** Lets the user draw a rectangle. Injected into the active page when the user chooses to draw one. */
export default defineUnlistedScript(() => {
  void drawRegion(i18n.t('scan.drawHint')).then((region) => region && sendRegion(region));
});
