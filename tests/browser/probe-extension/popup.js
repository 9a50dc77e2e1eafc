// What has `autofocus` is passed over where the popup is shown a moment after it is there.
document.querySelector('input').focus();
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
