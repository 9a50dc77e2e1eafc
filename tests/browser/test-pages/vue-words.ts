import { createApp, h, nextTick, ref } from 'vue';
import { offer, wordsIn } from './framework-page.ts';

const state = ref(0);
const app = createApp({
  render() {
    const { lead, name, isBold, items } = wordsIn(state.value);
    return h('div', [
      h('p', [lead, name, ' of it']),
      h(isBold ? 'b' : 'i', ['low-dose ', 'naltrexone']),
      h(
        'ul',
        items.map((item) => h('li', { key: item }, item)),
      ),
    ]);
  },
});
app.config.errorHandler = (error) => reportError(error);
app.mount(document.body.appendChild(document.createElement('main')));

offer((wanted) => {
  state.value = wanted;
  return nextTick();
});
