import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { Banner, Button, Card, Icon, InlineFacts, Menu, Select, Switch } from '../../components/ui';
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

const middleOf = (element: Element | null) => {
  const { top = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
  return top + height / 2;
};

test('the button of a card stays beside a hint of several lines', () => {
  const hint = 'One sentence that is too long for a single line of the card. '.repeat(2);
  render(
    <div style="inline-size: 600px">
      <Card title="Health" hint={hint} actions={<Button>Check now</Button>} />
    </div>,
    root,
  );
  const words = root.querySelector('p')?.getBoundingClientRect();
  const button = root.querySelector('button')?.getBoundingClientRect();
  expect(button?.left).toBeGreaterThanOrEqual(words?.right ?? Infinity);
  expect(button?.top).toBeLessThan(words?.bottom ?? 0);
});

test('in a narrow column of a wide window, the text of a banner stays beside its icon', async () => {
  const size = [innerWidth, innerHeight] as const;
  await page.viewport(1100, 800);
  render(
    <div style="inline-size: 300px">
      <Banner tone="danger" actions={<Button>Import</Button>}>
        {'This is not a backup of this app. '.repeat(4)}
      </Banner>
    </div>,
    root,
  );
  const icon = root.querySelector('svg')?.getBoundingClientRect();
  const words = root.querySelector('[class*=words]')?.getBoundingClientRect();
  await page.viewport(...size);
  expect(words?.top).toBeLessThan(icon?.bottom ?? 0);
});

const rightOf = (element: Element | null) => element?.getBoundingClientRect().right ?? 0;

test('a long word in a card leaves the padding of the card free', () => {
  render(
    <div style="inline-size: 240px">
      <Card title="Ways">
        <div style="display: flex; flex-wrap: wrap">
          <Button>Wiederherstellungsschlüssel</Button>
        </div>
      </Card>
    </div>,
    root,
  );
  expect(rightOf(root.querySelector('button'))).toBeLessThan(
    rightOf(root.querySelector('section')) - 10,
  );
});

test('written right to left, the names above a menu are aligned with its items', async () => {
  document.documentElement.dir = 'rtl';
  render(<Menu label="More" head={['GitHub']} items={() => []} />, root);
  root.querySelector('button')?.click();
  await painted();
  const line = root.querySelector('[class*=head] p');
  if (!line) throw new Error('The menu has no head.');
  const text = document.createRange();
  text.selectNodeContents(line);
  const end = line.getBoundingClientRect().right;
  expect(Math.abs(text.getBoundingClientRect().right - end)).toBeLessThanOrEqual(1);
});

test('a switch without a hint is level with its label', () => {
  render(<Switch label="Pin" checked={false} onChange={() => undefined} />, root);
  const label = middleOf(root.querySelector('label'));
  expect(Math.abs(middleOf(root.querySelector('input')) - label)).toBeLessThanOrEqual(1);
});

test('a button is never wider than its place, also with a long word', () => {
  render(
    <div style="display: flex; flex-wrap: wrap; inline-size: 160px">
      <Button>Wiederherstellungsschlüssel erstellen</Button>
    </div>,
    root,
  );
  const button = root.querySelector('button');
  expect(button?.getBoundingClientRect().width).toBeLessThanOrEqual(160);
  expect(button?.scrollWidth).toBeLessThanOrEqual(button?.clientWidth ?? 0);
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

test('an option that is too long for its list ends with an ellipsis', () => {
  const options = [{ value: 'a', label: 'A' }];
  render(<Select label="Service" value="a" options={options} onChange={() => undefined} />, root);
  const list = root.querySelector('select');
  expect(list && getComputedStyle(list).textOverflow).toBe('ellipsis');
});
