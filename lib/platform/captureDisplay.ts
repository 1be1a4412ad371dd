/**
 * Captures one image of a window or screen that the user chooses in the browser's dialog. Returns null if the
 * user cancels. The capture ends after the image.
 */
export async function captureDisplay(): Promise<Blob | null> {
  const stream = await navigator.mediaDevices
    .getDisplayMedia({ video: true, audio: false })
    .catch(() => null);
  if (!stream) return null;
  try {
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    await video.play();
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}
