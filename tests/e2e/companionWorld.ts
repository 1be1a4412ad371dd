import type { BrowserContext } from '@playwright/test';
import { authenticator } from './authenticator';
import { companion, service } from './companion';
import { expect } from './fixtures';
import { zbarimg } from './zbarimg';

type At = (page: string) => string;

/** Opens the companion's page in its own tab, as another simulated browser if one is named. */
export async function openSite(context: BrowserContext, at: At, browser = '') {
  const site = companion(await context.newPage());
  await site.page.goto(at(`options.html?${browser}`));
  const { page } = site;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  return {
    ...site,
    press,
    goTo: (path: string) => page.goto(at(`options.html?${browser}#${path}`)),
    fill: (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text),
    async signInWith(email: string, password: string): Promise<void> {
      await page.getByLabel('Email', { exact: true }).fill(email);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await press('Sign in');
    },
    async openAccess(tab: string): Promise<void> {
      await page.getByRole('link', { name: 'Access Management' }).click();
      await page.getByRole('tab', { name: tab }).click();
    },
    /** Opens the newest message with this subject in the mailbox of an address. */
    async openMail(address: string, subject: string): Promise<void> {
      await page.getByRole('link', { name: 'Mailbox', exact: true }).click();
      await page.getByRole('link', { name: address }).click();
      await page.getByRole('link', { name: subject }).first().click();
      await expect(page.getByRole('article', { name: subject })).toBeVisible();
    },
    /** Returns the text of the QR code in the open message or dialog. */
    qrText: () => zbarimg(page.getByRole('img', { name: /^QR code/ })),
  };
}

export type Site = Awaited<ReturnType<typeof openSite>>;

/** Adds the secret of an enrollment QR code to the extension's own vault. Returns its popup. */
export async function enrolInTessera(context: BrowserContext, at: At, otpauth: string) {
  const key = new URL(otpauth).searchParams.get('secret') ?? '';
  const manage = authenticator(await context.newPage());
  await manage.page.goto(at('manage.html#/add'));
  await manage.createVault();
  await manage.addByKey({ site: service, name: 'demo', key });
  const popup = authenticator(await context.newPage());
  await popup.page.goto(at('popup.html'));
  return popup;
}

/**
 * Enables 2FA on the Security tab with Tessera as the authenticator. Returns Tessera's popup and the used code.
 */
export async function enableWithTessera(context: BrowserContext, at: At, site: Site) {
  await site.startSetUp();
  const popup = await enrolInTessera(context, at, await site.qrText());
  const used = await popup.digits(service);
  await site.page.bringToFront();
  await site.finishSetUp(used);
  await site.expectStatus('Enabled');
  return { popup, used };
}
