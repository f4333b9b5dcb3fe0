// What the page does with the device once the program stands: brings the service worker in, says when a newer
// version waits, and forgets with the session. Where there is no service worker nothing happens here.
'use strict';
(function () {
  var port = navigator.serviceWorker;
  if (!port || !window.caches) return;
  var kHourMs = 3600000, first = !port.controller, taking = false, registration = null;
  var english = function () { return document.documentElement.lang === 'en'; };
  var wall = function () { return /^#\/hall/.test(location.hash); };

  // What this page has read before the worker came is read once more through it: most is not sent again.
  var read_again = function () {
    performance.getEntriesByType('resource').forEach(function (entry) {
      if (entry.initiatorType !== 'fetch' || !/\/api\/v1\/(?!changes|front|export|import)/.test(entry.name)) return;
      fetch(entry.name, { headers: { 'accept-language': english() ? 'en' : 'zh-CN' } }).catch(function () {});
    });
  };
  port.addEventListener('controllerchange', function () {
    if (taking) location.reload();
    else if (first) { first = false; read_again(); }
  });

  var take_over = function () {
    taking = true;
    if (registration && registration.waiting) registration.waiting.postMessage('take-over'); else location.reload();
  };
  var say = function () {
    if (wall() || document.getElementById('fresh') || !port.controller) return;
    var strip = document.createElement('aside'), words = document.createElement('span'), yes = document.createElement('button'), no = document.createElement('button');
    strip.id = 'fresh';
    words.textContent = english() ? 'A new version is here' : '有新版本';
    strip.setAttribute('aria-label', words.textContent);
    yes.textContent = english() ? 'Load it' : '更新';
    no.textContent = english() ? 'Later' : '稍后';
    no.className = 'quiet';
    yes.addEventListener('click', take_over);
    no.addEventListener('click', function () { strip.remove(); });
    strip.append(words, no, yes);
    document.body.append(strip);
    var live = document.getElementById('live');
    if (live) live.textContent = words.textContent;
  };
  var watch = function (fresh) {
    if (!fresh) return;
    fresh.postMessage({ program: document.documentElement.getAttribute('data-program') });
    fresh.addEventListener('statechange', function () { if (fresh.state === 'installed') say(); });
  };

  // The program wants the newest version, as a wall does in the small hours: that is looked for first.
  window.addEventListener('shanzhi-reload', function (e) {
    if (!registration || !port.controller) return;
    e.preventDefault();
    var reload = function () { taking = true; setTimeout(function () { location.reload(); }, 8000); };
    registration.update().then(function () {
      var fresh = registration.installing;
      if (!fresh) return take_over();
      reload();
      fresh.addEventListener('statechange', function () { if (fresh.state === 'installed') take_over(); });
    }, function () { location.reload(); });
  });
  window.addEventListener('shanzhi-signed-out', function () { if (port.controller) port.controller.postMessage('signed-out'); });

  port.register('/worker.js', { updateViaCache: 'none' }).then(function (found) {
    if (!found) return; // held back by the browser's owner
    registration = found;
    if (found.waiting) say();
    watch(found.installing);
    found.addEventListener('updatefound', function () { watch(found.installing); });
    var look = function () { found.update().catch(function () {}); };
    setInterval(look, kHourMs / 2);
    window.addEventListener('online', look);
  }, function () { /* not allowed here: everything works as before, online */ });
})();
