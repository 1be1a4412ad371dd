import { renderSVG } from 'uqr';

/** Returns a web page that shows QR codes of these texts. */
export const qrPage = (...texts: readonly string[]): string => {
  const codes = texts.map(
    (text) => `<div style="width:240px">${renderSVG(text, { border: 4 })}</div>`,
  );
  return `data:text/html,${encodeURIComponent(`<!doctype html><title>A site</title>${codes.join('')}`)}`;
};
