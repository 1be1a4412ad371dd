import { signal } from '@preact/signals';
import { createScanStore, type ScanDeps } from '../../components/stores/createScanStore';
import { interpret } from '../../lib/authenticator/import';
import { codeAt, groupCode, makeOtp, needsPin } from '../../lib/otp';
import { qrReading } from './qrReading';

/** Creates a scan store whose clock stands still. By default, its pictures contain no code. */
export const scanStore = (deps: Pick<ScanDeps, 'vault'> & Partial<ScanDeps>) =>
  createScanStore({
    read: async () => qrReading(),
    interpret,
    parts: { read: async () => [], write: async () => undefined },
    pins: { needsPin, makeOtp },
    codeAt,
    groupCode,
    onScanned: () => Promise.resolve(),
    second: signal(59_000),
    ...deps,
  });
