// Firefox may run this a moment before it shows the popup, and nothing takes the focus until then.
const takeFocus = () => document.querySelector('input').focus();
takeFocus();
addEventListener('focus', takeFocus);
document.querySelector('input').addEventListener('input', ({ target }) => {
  document.querySelector('p').textContent = `typed ${target.value}`;
});

document.querySelector('button').addEventListener('click', async ({ isTrusted }) => {
  const [tab] = await (globalThis.browser ?? globalThis.chrome).tabs.query({
    active: true,
    currentWindow: true,
  });
  document.querySelector('p').textContent = `${isTrusted ? 'pressed' : 'forged'} over ${tab.url}`;
});
