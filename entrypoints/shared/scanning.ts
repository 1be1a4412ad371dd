import { createScanStore, type ScanDeps } from '../../components/stores/createScanStore';
import { codeAt, groupCode, makeOtp, needsPin } from '../../lib/otp';
import { readScanParts, writeScanParts } from '../../lib/authenticator/state';
import { createQrReader } from '../../lib/qr';
import { interpret } from '../../lib/authenticator/import';
import type { Authenticator } from './authenticator';

/** Builds the scan of one page, with its own QR reader. Loaded on demand. */
export function buildScan(
  { vault, ticker }: Pick<Authenticator, 'vault' | 'ticker'>,
  { onScanned }: Pick<ScanDeps, 'onScanned'>,
) {
  const reader = createQrReader();
  const store = createScanStore({
    vault,
    read: (picture, signal) => reader.read(picture, { signal }),
    interpret,
    parts: { read: readScanParts, write: writeScanParts },
    pins: { needsPin, makeOtp },
    codeAt,
    groupCode,
    second: ticker.second,
    onScanned,
  });
  const readFrame = (frame: ImageBitmap, effort: 'quick' | 'medium') =>
    reader.read(frame, { effort });
  return { store, readFrame };
}
