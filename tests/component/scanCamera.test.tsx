import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CameraView, type CameraViewProps } from '../../components/manage/scan/CameraView';
import { AppError } from '../../lib/errors';
import '../../components/ui/tokens.css';
import { qrCode, qrReading } from '../support/qrReading';
import { expectNoBarriers } from './expectNoBarriers';

const host = document.body.appendChild(document.createElement('main'));
afterEach(() => render(null, host));

const all = [
  { id: 'front', label: 'Front camera' },
  { id: 'back', label: 'Back camera' },
];

/** Simulates a camera that films an empty sheet, with a torch whose states `lit` records. */
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

test('the camera view outlines the code, and can select another camera and switch the torch on', async () => {
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
      readFrame={async () => qrReading(inSight ? ['found'] : [])}
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

test('the camera view says where to allow the camera if access is denied', async () => {
  render(
    <CameraView
      openCamera={() => Promise.reject(new AppError('scan/camera-denied'))}
      readFrame={async () => qrReading()}
      onFound={() => undefined}
      onClose={() => undefined}
    />,
    host,
  );
  await expect.poll(() => host.innerText).toContain('Allow it in the address bar');
});

/** Renders the camera view with the given reader. */
function watch(readFrame: CameraViewProps['readFrame']) {
  const found: string[] = [];
  render(
    <CameraView
      openCamera={async () => film('front')}
      readFrame={readFrame}
      onFound={(texts) => found.push(...texts)}
      onClose={() => undefined}
    />,
    host,
  );
  return found;
}

test('the camera view searches with more effort after a second without a code', async () => {
  const efforts: string[] = [];
  const found = watch(async (_, effort) => {
    efforts.push(effort);
    return qrReading(effort === 'medium' ? ['hard'] : []);
  });
  await expect.poll(() => found).toEqual(['hard']);
  expect(efforts[0]).toBe('quick');
  expect(efforts.filter((effort) => effort === 'medium')).toHaveLength(1);
});

test('the camera view joins the parts of a message from several frames', async () => {
  let shown: 0 | 1 = 0;
  const halves = ['otpauth://totp/a', '?secret=JBSWY3DPEHPK3PXP'] as const;
  const found = watch(async () =>
    qrReading([], { parts: [{ ...qrCode(halves[shown]), index: shown, size: 2, parity: '7' }] }),
  );
  await expect.poll(() => host.innerText).toContain('one of 2 that belong together. Missing: 2.');
  expect(host.innerText).not.toContain('totp');
  shown = 1;
  await expect.poll(() => found).toEqual(['otpauth://totp/a?secret=JBSWY3DPEHPK3PXP']);
});
