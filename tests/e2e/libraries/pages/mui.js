import { TextField } from '@mui/material';
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Field() {
  const [value, setValue] = useState('');
  const onChange = (event) => setValue(event.target.value.replace(/\D/g, '').slice(0, 6));
  return h(TextField, { label: 'Verification code', name: 'f1', value, onChange });
}

createRoot(document.querySelector('#app')).render(h(Field));
