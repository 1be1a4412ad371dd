import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { Button, InlineFacts, Icon } from '../../components/ui';
import '../../components/ui/tokens.css';
import { painted } from './painted';
import { examples, root } from './contractExamples';

document.body.append(root);
document.documentElement.lang = 'en';
document.title = 'Contract';

afterEach(() => {
  render(null, root);
  delete document.documentElement.dataset['theme'];
  delete document.documentElement.dataset['contrast'];
  document.documentElement.dir = 'ltr';
});

test('values in one line keep their own writing direction, and empty values leave no separator', () => {
  render(<InlineFacts of={['TOTP', '', '6 أرقام']} />, root);
  expect(root.textContent).toBe('TOTP · 6 أرقام');
  expect([...root.querySelectorAll('bdi')].map((fact) => fact.textContent)).toEqual([
    'TOTP',
    '6 أرقام',
  ]);
});

const turned = () => getComputedStyle(root.querySelector('svg') ?? root).transform;

test('the back icon points to the start of the line', () => {
  render(<Icon name="back" />, root);
  expect(turned()).toBe('none');
  document.documentElement.dir = 'rtl';
  expect(turned()).toBe('matrix(-1, 0, 0, 1, 0, 0)');
});

test('every control can be reached by keyboard and is at least 24 pixels wide and high', async () => {
  for (const [name, example] of Object.entries(examples)) {
    render(example, root);
    await painted();
    for (const control of root.querySelectorAll<HTMLElement>('button, input, select, textarea')) {
      if (control.matches('[role=menuitem], [role=tab][tabindex="-1"], [type=checkbox]')) continue;
      control.focus();
      expect(document.activeElement, name).toBe(control);
      const box = control.getBoundingClientRect();
      expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(24);
    }
    render(null, root);
  }
});

test.each([
  ['with an icon', { icon: 'plus' }],
  ['without an icon', {}],
] as const)('a button %s keeps its width while it is busy', async (_, look) => {
  const widthOf = async (busy: boolean) => {
    render(
      <Button {...look} busy={busy}>
        Save
      </Button>,
      root,
    );
    await painted();
    return root.querySelector('button')?.getBoundingClientRect().width;
  };
  expect(await widthOf(true)).toBe(await widthOf(false));
});
