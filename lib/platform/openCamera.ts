import { AppError } from '../errors';

export interface Camera {
  readonly stream: MediaStream;
  readonly id: string;
  /** All cameras. Labels are empty until permission is granted. */
  readonly all: readonly { readonly id: string; readonly label: string }[];
  /** Switches the torch on or off. Null if the camera has no torch. */
  readonly torch: ((on: boolean) => Promise<void>) | null;
  readonly close: () => void;
}

/** Returns the constraint for the torch, which TypeScript's types lack. */
const light = (torch: boolean): MediaTrackConstraintSet & { torch: boolean } => ({ torch });

/**
 * Opens the camera with this id, or the rear camera by default. Throws `scan/no-camera` and `scan/camera-denied`.
 */
export async function openCamera(id = ''): Promise<Camera> {
  const wanted = id ? { deviceId: { exact: id } } : { facingMode: 'environment' };
  const video = { ...wanted, width: { ideal: 1280 }, height: { ideal: 960 } };
  const stream = await navigator.mediaDevices
    .getUserMedia({ video, audio: false })
    .catch((cause: unknown) => {
      const denied = cause instanceof DOMException && cause.name === 'NotAllowedError';
      throw new AppError(denied ? 'scan/camera-denied' : 'scan/no-camera', {}, { cause });
    });
  const [track] = stream.getVideoTracks();
  const devices = await navigator.mediaDevices.enumerateDevices();
  const hasTorch = track !== undefined && 'torch' in (track.getCapabilities?.() ?? {});
  return {
    stream,
    id: track?.getSettings().deviceId ?? '',
    all: devices
      .filter(({ kind }) => kind === 'videoinput')
      .map(({ deviceId, label }) => ({ id: deviceId, label })),
    torch: hasTorch ? (on) => track.applyConstraints({ advanced: [light(on)] }) : null,
    close: () => stream.getTracks().forEach((each) => each.stop()),
  };
}
