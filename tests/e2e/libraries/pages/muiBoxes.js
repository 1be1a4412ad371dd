import { MuiOtpInput } from 'mui-one-time-password-input';
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Boxes() {
  const [value, onChange] = useState('');
  return h(MuiOtpInput, { length: 6, value, onChange });
}

createRoot(document.querySelector('#app')).render(h(Boxes));
