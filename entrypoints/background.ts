import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

export default defineBackground({
  type: 'module',
  main() {
    // A newcomer lands on the page where everything can be tried at once. (Firefox opens nothing for
    // `openOptionsPage` while it installs.)
    browser.runtime.onInstalled.addListener(({ reason }) => {
      if (reason === 'install')
        void browser.tabs.create({ url: browser.runtime.getURL('/options.html') });
    });
  },
});
