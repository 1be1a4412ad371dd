import axe from 'axe-core';
import { render, type ComponentChild } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import {
  Banner,
  Button,
  Card,
  Checkbox,
  CopyButton,
  CountdownRing,
  Dialog,
  EmptyState,
  InlineFacts,
  Field,
  FormDialog,
  Icon,
  IconButton,
  LeaveDialog,
  Menu,
  PasswordField,
  Progress,
  QrCode,
  Select,
  Spinner,
  Switch,
  Tabs,
  TextArea,
  Toasts,
} from '../../components/ui';
import '../../components/ui/tokens.css';
import { painted } from './painted';

const ignore = () => undefined;
const options = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second' },
] as const;
const tabs = [
  { id: 'a', label: 'First' },
  { id: 'b', label: 'Second' },
] as const;

/** One example of every component that components/ui exports. */
const examples: Record<string, ComponentChild> = {
  'Banner danger': (
    <Banner tone="danger" title="Title" actions={<Button>Do</Button>}>
      Words
    </Banner>
  ),
  'Banner info': <Banner>Words</Banner>,
  'Banner success': <Banner tone="success">Words</Banner>,
  'Banner warning': <Banner tone="warning">Words</Banner>,
  'Button busy': <Button busy>Save</Button>,
  'Button danger': <Button variant="danger">Delete</Button>,
  'Button primary': (
    <Button variant="primary" icon="plus">
      Add
    </Button>
  ),
  'Button quiet': <Button variant="quiet">Later</Button>,
  'Button secondary': <Button>Cancel</Button>,
  Card: (
    <Card title="Title" hint="Hint">
      <p>Words</p>
    </Card>
  ),
  Checkbox: <Checkbox label="Remember" hint="Hint" checked onChange={ignore} />,
  CopyButton: <CopyButton text={() => 'text'} />,
  CountdownRing: <CountdownRing left={0.4} />,
  Dialog: (
    <Dialog title="Title" onClose={ignore} actions={<Button>Fine</Button>}>
      Words
    </Dialog>
  ),
  EmptyState: (
    <EmptyState icon="key" title="Nothing here" actions={<Button>Add</Button>}>
      Words
    </EmptyState>
  ),
  FormDialog: (
    <FormDialog title="Title" submit="Save" busy={false} onSubmit={ignore} onClose={ignore}>
      <Field label="Name" value="" onInput={ignore} />
    </FormDialog>
  ),
  LeaveDialog: (
    <LeaveDialog
      question={{ title: 'Title', text: 'Words', stay: 'Stay', leave: 'Leave' }}
      onStay={ignore}
      onLeave={ignore}
    />
  ),
  Field: <Field label="Issuer" hint="Hint" value="" onInput={ignore} placeholder="Example" />,
  'Field wrong': <Field label="Issuer" error="Too long" value="x" onInput={ignore} />,
  IconButton: <IconButton icon="lock" label="Lock" />,
  'IconButton pressed': <IconButton icon="pin" label="Pin" aria-pressed />,
  Menu: <Menu label="More" items={() => [{ label: 'Edit', icon: 'edit', onSelect: ignore }]} />,
  PasswordField: <PasswordField label="Passphrase" value="" onInput={ignore} />,
  Progress: <Progress label="Reading" value={0.3} />,
  QrCode: (
    <QrCode
      matrix={[
        [true, false],
        [false, true],
      ]}
      label="A code"
    />
  ),
  Select: <Select label="Kind" value="a" options={options} onChange={ignore} />,
  Spinner: <Spinner label="Loading" />,
  Switch: <Switch label="Hide codes" hint="Hint" checked={false} onChange={ignore} />,
  Tabs: (
    <Tabs label="Views" tabs={tabs} selected="a" onSelect={ignore}>
      Words
    </Tabs>
  ),
  TextArea: <TextArea label="Note" value="" onInput={ignore} />,
  Toasts: <Toasts>Words</Toasts>,
};

const root = document.createElement('main');
document.body.append(root);
document.documentElement.lang = 'en';
document.title = 'Contract';

afterEach(() => {
  render(null, root);
  delete document.documentElement.dataset['theme'];
  delete document.documentElement.dataset['contrast'];
  document.documentElement.dir = 'ltr';
});

const looks = [
  { theme: 'light', contrast: 'system', dir: 'ltr' },
  { theme: 'dark', contrast: 'system', dir: 'rtl' },
  { theme: 'light', contrast: 'more', dir: 'ltr' },
  { theme: 'dark', contrast: 'more', dir: 'ltr' },
] as const;

describe.each(looks)('in $theme, contrast $contrast, $dir', ({ theme, contrast, dir }) => {
  test.each(Object.entries(examples))('axe finds no violation in %s', async (_, example) => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.dataset['contrast'] = contrast;
    document.documentElement.dir = dir;
    render(example, root);
    await painted();
    const { violations } = await axe.run(document, {
      rules: { 'page-has-heading-one': { enabled: false } },
    });
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
    ).toEqual([]);
  });
});

test.each(Object.entries(examples))('%s fits a page of 320 pixels', async (_, example) => {
  root.style.width = '320px';
  render(example, root);
  await painted();
  expect(root.scrollWidth).toBeLessThanOrEqual(320);
  root.style.width = '';
});

test('facts in one line keep their own writing direction, and empty ones leave no separator', () => {
  render(<InlineFacts of={['TOTP', '', '6 أرقام']} />, root);
  expect(root.textContent).toBe('TOTP · 6 أرقام');
  expect([...root.querySelectorAll('bdi')].map((fact) => fact.textContent)).toEqual([
    'TOTP',
    '6 أرقام',
  ]);
});

test('the back icon points to the start of the line', () => {
  render(<Icon name="back" />, root);
  const turned = () => getComputedStyle(root.querySelector('svg') ?? root).transform;
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
  ['with a drawing', { icon: 'plus' }],
  ['without one', {}],
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
