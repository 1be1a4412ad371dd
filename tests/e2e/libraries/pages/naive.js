import { NInputOtp } from 'naive-ui';
import { createApp, h, ref } from 'vue';

const value = ref([]);

createApp({
  render: () =>
    h(NInputOtp, {
      value: value.value,
      'onUpdate:value': (next) => {
        value.value = next;
      },
    }),
}).mount('#app');
