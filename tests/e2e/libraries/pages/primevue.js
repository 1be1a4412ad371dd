import PrimeVue from 'primevue/config';
import InputOtp from 'primevue/inputotp';
import { createApp, h, ref } from 'vue';

const value = ref('');

createApp({
  render: () =>
    h(InputOtp, {
      length: 6,
      modelValue: value.value,
      'onUpdate:modelValue': (next) => {
        value.value = next;
      },
    }),
})
  .use(PrimeVue)
  .mount('#app');
