import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ExportForm } from '../../components/manage/transfer/ExportForm';
import '../../components/ui/tokens.css';
import { exportStore } from './transferExamples';

const root = document.createElement('main');
document.body.append(root);

afterEach(() => render(null, root));

const type = (label: string, text: string) =>
  page.getByLabelText(label, { exact: true }).fill(text);

test('the form of an export says what the format includes', async () => {
  render(<ExportForm store={exportStore} />, root);
  const format = page.getByLabelText('File format');
  await expect
    .element(format)
    .toHaveAccessibleDescription(/^Includes names, tags and notes\. Backup codes and sites/);
  await format.selectOptions('Bitwarden');
  await expect.element(format).toHaveAccessibleDescription(/^Includes names, notes, sites/);
});

test("an encrypted export isn't written with a password that is easy to guess", async () => {
  const written: string[] = [];
  const store = {
    hasPassphrase: () => Promise.resolve(false),
    run: (kind: string) => Promise.resolve(void written.push(kind)),
  };
  render(<ExportForm store={{ ...exportStore, ...store }} />, root);
  for (const password of ['liverpool1', 'blue kettle river']) {
    await type('File password', password);
    await type('Confirm file password', password);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    if (password === 'liverpool1')
      await expect
        .element(page.getByText('Too easy to guess. Choose a stronger one.'))
        .toBeVisible();
  }
  await expect.poll(() => written).toEqual(['aegisEncrypted']);
});
