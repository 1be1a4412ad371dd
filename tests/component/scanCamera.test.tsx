import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CameraView } from '../../components/manage/scan/CameraView';
import { AppError } from '../../lib/errors';
import type { QrCode } from '../../lib/qr';
import '../../components/ui/tokens.css';
import { expectNoBarriers } from './expectNoBarriers';

const host = document.body.appendChild(document.createElement('main'));
afterEach(() => render(null, host));

const all = [
  { id: 'front', label: 'Front camera' },
  { id: 'back', label: 'Back camera' },
];

/** A camera that films an empty sheet, with a light where `lit` is there to note it. */
function film(id: string, lit?: boolean[]) {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')?.fillRect(0, 0, 300, 150);
  const stream = canvas.captureStream(10);
  return {
    stream,
    id,
    all,
    torch: lit ? async (on: boolean) => void lit.push(on) : null,
    close: () => stream.getTracks().forEach((track) => track.stop()),
  };
}

const code: QrCode = {
  text: 'found',
  bytes: new Uint8Array(),
  corners: [
    { x: 10, y: 10 },
    { x: 60, y: 10 },
    { x: 60, y: 60 },
    { x: 10, y: 60 },
  ],
};

test('another camera can be chosen, its light switched on, and what it sees is framed', async () => {
  const opened: { id: string; stream: MediaStream }[] = [];
  const lit: boolean[] = [];
  const found: string[] = [];
  let inSight = false;
  render(
    <CameraView
      openCamera={async (id = '') => {
        const camera = id === 'back' ? film('back', lit) : film('front');
        opened.push(camera);
        return camera;
      }}
      readFrame={async () => (inSight ? [code] : [])}
      onFound={(texts) => found.push(...texts)}
      onClose={() => undefined}
    />,
    host,
  );
  const choice = () => host.querySelector('select');
  await expect.poll(() => choice()?.value).toBe('front');
  expect(host.querySelector('[role=switch]')).toBeNull();
  const [select] = host.querySelectorAll('select');
  if (!select) throw new Error('no choice of cameras');
  await userEvent.selectOptions(select, 'Back camera');
  await expect.poll(() => opened.map(({ id }) => id)).toEqual(['front', 'back']);
  expect(opened[0]?.stream.active).toBe(false);
  await expect.poll(() => host.querySelector('[role=switch]')).not.toBeNull();
  await userEvent.click(host.querySelector('[role=switch]') ?? host);
  await expect.poll(() => lit).toEqual([true]);
  await expectNoBarriers();

  inSight = true;
  await expect
    .poll(() => host.querySelector('polygon')?.getAttribute('points'))
    .toBe('10,10 60,10 60,60 10,60');
  await expect.poll(() => found).toEqual(['found']);
  render(null, host);
  await expect.poll(() => opened[1]?.stream.active).toBe(false);
});

test('a camera that is not allowed: the sentence says where to allow it', async () => {
  render(
    <CameraView
      openCamera={() => Promise.reject(new AppError('scan/camera-denied'))}
      readFrame={async () => []}
      onFound={() => undefined}
      onClose={() => undefined}
    />,
    host,
  );
  await expect.poll(() => host.innerText).toContain('Allow it in the address bar');
});
