document.querySelector('input').addEventListener('input', ({ target }) => {
  document.querySelector('p').textContent = `typed ${target.value}`;
});
