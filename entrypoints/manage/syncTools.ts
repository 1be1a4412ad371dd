import type { SyncTools } from '../../components/manage/sync';
import { createSyncStore } from '../../components/stores/createSyncStore';
import { syncClient } from '../../lib/authenticator/sync';
import { callSync } from '../../lib/messages';
import { openCamera, originPermission } from '../../lib/platform';
import { canChooseFolder, folderOf } from '../../lib/platform/vault';
import { createQrReader, qrMatrix } from '../../lib/qr';
import type { Authenticator } from '../shared/authenticator';
import { followSync } from '../shared/followSync';

const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** Returns a name for this device, such as "Firefox on Linux". */
function nameOf(userAgent: string): string {
  const system = systems.find(([form]) => form.test(userAgent))?.[1] ?? '';
  const kind = /Firefox\//.test(userAgent)
    ? 'Firefox'
    : /Edg\//.test(userAgent)
      ? 'Edge'
      : 'Chrome';
  return system === '' ? kind : `${kind} on ${system}`;
}

/** Builds the services for the page "Sync" and for the first run on a second device. */
export function buildSyncTools({ vault }: Pick<Authenticator, 'vault'>): SyncTools {
  const reader = createQrReader();
  const store = createSyncStore({
    service: syncClient(callSync),
    subscribe: (listener) => followSync({ vault }, listener),
  });
  return {
    store,
    allow: originPermission.ask,
    folder: { canChoose: canChooseFolder(), ...folderOf('sync') },
    suggestedName: nameOf(navigator.userAgent),
    matrixOf: qrMatrix,
    camera: { openCamera, readFrame: (frame, effort) => reader.read(frame, { effort }) },
  };
}
