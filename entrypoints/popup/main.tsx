import { signal } from '@preact/signals';
import { Popup } from '../../components/popup';
import type { AddViews } from '../../components/popup/PopupContext';
import { createSiteStore } from '../../components/stores/createSiteStore';
import { mount } from '../../components/ui';
import { PicturesContext } from '../../components/vault';
import {
  activeSite,
  askAccess,
  canOpenWindow,
  captureTab,
  hasSidePanel,
  measureSiteClockOffset,
  openPage,
  openSidePanel,
  openWindow,
  pageAccess,
  pageLinks,
  pickRegion,
  reuseTab,
  fitsContent,
  viewKind,
  watchActiveSite,
} from '../../lib/platform';
import {
  declinedSites,
  scannedSites,
  stored,
  takePopupNotice,
  usedCodes,
} from '../../lib/authenticator/state';
import { buildAuthenticator, followPage } from '../shared/authenticator';
import { applyAppearance } from '../shared/applyAppearance';
import type { buildAdd } from './buildAdd';

document.documentElement.dataset['view'] = fitsContent() ? 'popup' : 'page';
// The active site is requested first, so that its accounts are on top in the first paint.
let ahead: ReturnType<typeof activeSite> | null = activeSite();
const lookAtSite = async () => {
  const first = ahead;
  ahead = null;
  return first ?? activeSite();
};
const authenticator = await buildAuthenticator();
followPage(authenticator);
applyAppearance(authenticator);

const site = createSiteStore({
  ...authenticator,
  vault: authenticator.vault,
  site: lookAtSite,
  // A popup in a side panel or window stays open when the user switches pages, so it follows the active page.
  ...(viewKind() === 'page' && { follow: watchActiveSite }),
  matcher: () => import('../../lib/sites'),
  page: pageAccess,
  used: usedCodes,
  askAccess,
  declined: declinedSites,
  scanned: scannedSites,
});

const notice = signal<string | null>(null);
if (viewKind() === 'popup') void takePopupNotice().then((words) => (notice.value = words));

const leave = () => {
  if (viewKind() === 'popup') window.close();
};

async function openPlace(place: `#/${string}`): Promise<void> {
  if (!(await reuseTab(place))) await openPage('/manage.html', place);
  leave();
}

const capture = async () => ({
  pictures: [await captureTab()],
  texts: await pageLinks(),
  host: site.site.value?.host ?? '',
});

async function drawArea(): Promise<void> {
  await pickRegion(stored.regionTab);
  window.close();
}

async function scanView(showAccounts: () => void) {
  const [{ ScanPage }, { buildScan }] = await Promise.all([
    import('../../components/popup/ScanPage'),
    import('../shared/scanning'),
  ]);
  const { store } = buildScan(authenticator, {
    onScanned: (note) => site.noteScanned(note),
  });
  return () => (
    <ScanPage store={store} capture={capture} drawArea={drawArea} showAccounts={showAccounts} />
  );
}

let adding: ReturnType<typeof buildAdd> | undefined;

async function addView(views: AddViews) {
  const { buildAdd: build } = await import('./buildAdd');
  return (adding ??= build(authenticator))(views);
}

mount(
  <PicturesContext.Provider value={authenticator.pictures}>
    <Popup
      parts={{
        ...authenticator,
        scan: scanView,
        add: addView,
        site,
        leave,
        notice,
        measureSiteClockOffset,
        backupCodes: async () =>
          (await import('../shared/backupCodeTools')).backupCodeTools(authenticator),
        backupReminder: async () =>
          (await import('../shared/backupReminder')).backupReminderOf(authenticator, {
            savesDownloads: false,
          }),
        beside: viewKind() === 'page',
        openWindow: canOpenWindow()
          ? () => void openWindow(stored.ownWindow).then(leave)
          : undefined,
        openSidePanel: hasSidePanel() ? () => void openSidePanel().then(leave) : undefined,
        open: (place) => void openPlace(place),
      }}
    />
  </PicturesContext.Provider>,
);
