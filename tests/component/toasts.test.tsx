import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Button, Toasts, useFoot, useToast } from '../../components/ui';
import '../../components/ui/tokens.css';
import { painted } from './painted';

const root = document.createElement('div');
document.body.append(root);

afterEach(() => render(null, root));

const Deleted = () => {
  const toast = useToast();
  const text = `${'Donaudampfschifffahrtsgesellschaft'.repeat(3)} moved to the trash`;
  return <Button onClick={() => toast({ text, undo: () => Promise.resolve() })}>Delete</Button>;
};

test('a toast with a long name keeps its button in the window', async () => {
  render(
    <Toasts>
      <Deleted />
    </Toasts>,
    root,
  );
  root.querySelector('button')?.click();
  await painted();
  const undo = root.querySelector('output button')?.getBoundingClientRect();
  expect(undo?.width).toBeGreaterThan(0);
  expect(undo?.right).toBeLessThanOrEqual(document.documentElement.clientWidth);
});

const Foot = () => <div ref={useFoot()} style="position: fixed; inset: auto 0 0; height: 50px" />;

const bottom = () => root.querySelector('output')?.getBoundingClientRect().bottom;

test('a toast leaves the buttons at the bottom of the window in sight', async () => {
  render(
    <Toasts>
      <Deleted />
      <Foot />
    </Toasts>,
    root,
  );
  root.querySelector('button')?.click();
  await expect.poll(bottom).toBe(innerHeight - 50);
  render(
    <Toasts>
      <Deleted />
    </Toasts>,
    root,
  );
  await expect.poll(bottom).toBe(innerHeight);
});
