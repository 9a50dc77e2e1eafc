document.documentElement.getBoundingClientRect();
