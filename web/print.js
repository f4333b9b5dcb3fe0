// A sheet is there to be printed: here is the button for it.
'use strict';
(function () {
  var english = document.documentElement.lang === 'en', button = document.createElement('button');
  button.className = 'print';
  button.textContent = english ? 'Print' : '打印';
  button.addEventListener('click', function () { window.print(); });
  document.body.appendChild(button);
})();
