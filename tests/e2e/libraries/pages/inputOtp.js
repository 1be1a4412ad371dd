import { OTPInput } from 'input-otp';
import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';

const slot = ({ char }, at) =>
  h('div', { key: at, style: { width: 40, height: 48, border: '1px solid' } }, char);

createRoot(document.querySelector('#app')).render(
  h(OTPInput, {
    maxLength: 6,
    render: ({ slots }) => h('div', { style: { display: 'flex' } }, slots.map(slot)),
  }),
);
