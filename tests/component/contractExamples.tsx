import { type ComponentChild } from 'preact';
import {
  Banner,
  Button,
  Card,
  Checkbox,
  CopyButton,
  CountdownRing,
  Dialog,
  EmptyState,
  Field,
  FileField,
  FormDialog,
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

const ignore = () => undefined;
const options = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second' },
] as const;
const tabs = [
  { id: 'a', label: 'First' },
  { id: 'b', label: 'Second' },
] as const;

/** An example of every component that components/ui exports. */
export const examples: Record<string, ComponentChild> = {
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
  FileField: <FileField label="Backup" accept=".txt" onChoose={ignore} />,
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

export const root = document.createElement('main');
