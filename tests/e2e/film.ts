import { PNG } from 'pngjs';

/**
 * Builds a video that repeats one black-and-white picture, in the raw format that Chromium plays instead of a camera:
 * YUV 4:2:0. The picture is in the middle of 640 × 480 pixels and must not be larger.
 */
export function film(picture: Buffer): Buffer {
  const [width, height] = [640, 480];
  const { width: wide, height: high, data } = PNG.sync.read(picture);
  const y = Buffer.alloc(width * height, 200);
  const [left, top] = [Math.floor((width - wide) / 2), Math.floor((height - high) / 2)];
  for (let row = 0; row < high; row++)
    for (let column = 0; column < wide; column++)
      y[(row + top) * width + column + left] =
        (data[(row * wide + column) * 4] ?? 0) > 127 ? 235 : 16;
  const colour = Buffer.alloc((width * height) / 2, 128);
  const head = `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`;
  const frame = Buffer.concat([Buffer.from('FRAME\n'), y, colour]);
  return Buffer.concat([Buffer.from(head), frame, frame]);
}

/** Returns the options with which Chromium plays a film instead of a camera. The file is read when the camera opens. */
export const filmFlags = (file: string): readonly string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
];
