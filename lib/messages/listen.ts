import { browser } from 'wxt/browser';
import { AppError } from '../errors';
import type { Serve } from './CompanionWire';
import { readRegion, type Tab } from './readRegion';
import type { Region } from './Region';
import { respond } from './respond';
import { runSyncCall } from './runSyncCall';
import { maySend, senders, type MessageType } from './senders';
import type { CallSync } from './SyncCall';

const isOurs = (message: unknown): message is { type: MessageType; request: unknown } =>
  typeof message === 'object' &&
  message !== null &&
  'type' in message &&
  'request' in message &&
  typeof message.type === 'string' &&
  Object.hasOwn(senders, message.type);

/**
 * Handles all messages of the extension in the background. The single listener is synchronous and claims only the
 * messages that it responds to, because an async listener would claim every message. Calls `onRefused` if a
 * sender isn't allowed to send its message. Passes drawn rectangles to `onRegion` and sync calls to `sync`.
 */
export function listen(
  companion: Serve,
  onRefused: () => void,
  onRegion: (region: Region, tab: Tab) => void,
  sync: CallSync = () => Promise.reject(new AppError('unexpected')),
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    const drawn = readRegion(message, sender);
    if (drawn) onRegion(drawn.region, drawn.tab);
    if (!isOurs(message)) return undefined;
    if (!maySend(message.type, sender)) {
      onRefused();
      return undefined;
    }
    if (message.type === 'sync/call') {
      void runSyncCall(sync, message.request).then(sendResponse);
      return true;
    }
    const broken = { status: 500, body: JSON.stringify({ code: 'fault', message: '' }) };
    respond(companion, message.request).then(sendResponse, () => sendResponse(broken));
    return true;
  });
}
