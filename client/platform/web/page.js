// The page round the program: frames on demand, sizes, mouse, fingers and keys.
mergeInto(LibraryManager.library, {
  $Page: {
    raf: 0, timers: {}, lost: 0, told: 0, picture: '', host: null, canvas: null, cursor: '', ask: null,
    string: function (text) { // a copy in the program's memory; whoever asked frees it
      var bytes = new TextEncoder().encode(text), p = _malloc(bytes.length + 1);
      HEAPU8.set(bytes, p); HEAPU8[p + bytes.length] = 0;
      return p;
    },
    bytes: function (array) {
      var p = _malloc(array.length + 1);
      HEAPU8.set(array, p); HEAPU8[p + array.length] = 0;
      return p;
    },
    with_string: function (text, use) { var p = Page.string(text); use(p); _free(p); },
    wake: function () { _sz_wake(); },
    tell: function (what) { return window.dispatchEvent(new Event(what, { cancelable: true })); }, // web/device.js listens
    later: function (name, ms, what) {  // one timer a name; the earliest wish wins
      var at = performance.now() + ms, timer = Page.timers[name];
      if (timer && timer.at <= at) return;
      if (timer) clearTimeout(timer.id);
      Page.timers[name] = { at: at, id: setTimeout(function () { Page.timers[name] = null; what(); }, Math.min(ms, 0x7fffffff)) };
    },
    frame: function () {
      if (Page.raf) return;
      delete document.documentElement.dataset.rest;
      Page.raf = requestAnimationFrame(function (t) {
        Page.raf = 0; _sz_frame(t);
        if (Page.picture) Page.take_picture();
        if (!Page.raf && Page.told) document.documentElement.dataset.rest = ''; // all is drawn and told: tests wait for it
      });
    },
    take_picture: function () { // of the main part, in the task that drew it: later the buffer is gone
      var name = Page.picture, k = devicePixelRatio, to = document.createElement('canvas'), el = document.querySelector('#mirror [role=main]');
      var of = Page.canvas.getBoundingClientRect(), r = el ? el.getBoundingClientRect() : of;
      Page.picture = '';
      to.width = Math.round(r.width * k); to.height = Math.round(r.height * k);
      to.getContext('2d').drawImage(Page.canvas, Math.round((of.left - r.left) * k), Math.round((of.top - r.top) * k));
      to.toBlob(function (b) { if (b) Page.save(name, b); }, 'image/png');
    },
    save: function (name, blob) {
      var a = document.createElement('a');
      a.href = URL.createObjectURL(blob); a.download = name; a.hidden = true;
      document.body.appendChild(a); a.click(); a.remove();
      setTimeout(function () { URL.revokeObjectURL(a.href); }, 60000);
    },
    in_field: function (e) { return !!(e.target && e.target.classList && e.target.classList.contains('field')); },
    touch: function (kind) {
      return function (e) {
        var t = e.touches.length ? e.touches : e.changedTouches, a = t[0], b = t[1] || a, o = Page.host.getBoundingClientRect();
        _sz_touch(kind, e.touches.length, a.clientX - o.left, a.clientY - o.top, b.clientX - o.left, b.clientY - o.top, e.timeStamp);
        if (!Page.in_field(e) && e.cancelable) e.preventDefault();
      };
    },
    mouse: function (kind) {
      return function (e) {
        var o = Page.host.getBoundingClientRect(); // not at the corner: a notch beside it, or a low window scrolled
        _sz_mouse(kind, e.clientX - o.left, e.clientY - o.top, e.button, (e.ctrlKey || e.metaKey ? 1 : 0) | (e.shiftKey ? 2 : 0));
      };
    },
    key: function (e) {
      if (e.isComposing || Page.in_field(e)) return;
      var names = ['', 'Enter', 'Escape', ' ', 'Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End', 'Delete', 'Backspace'];
      var key = names.indexOf(e.key), letter = 0, on_button = e.target && e.target.tagName === 'BUTTON';
      if (key < 0 && Array.from(e.key).length === 1) { key = 15; letter = e.key.toLowerCase().codePointAt(0); }
      if (key < 0 || key === 4 || ((key === 1 || key === 3) && on_button)) return; // the browser presses it
      var ctrl = e.ctrlKey || e.metaKey;
      _sz_key(key, letter, (ctrl ? 1 : 0) | (e.shiftKey ? 2 : 0) | (e.altKey ? 4 : 0) | (e.repeat ? 8 : 0));
      if ((key >= 5 && key <= 12) || key === 3 || (key === 15 && !ctrl && e.key === '/')) e.preventDefault();
      if (key === 15 && ctrl && letter === 97 && e.target && e.target.getAttribute('role') === 'grid') e.preventDefault();
    },
    watch_ratio: function () { // zoom, or another monitor
      matchMedia('(resolution:' + devicePixelRatio + 'dppx)').addEventListener('change', function () { Page.wake(); Page.watch_ratio(); }, { once: true });
    },
  },

  sz_init__deps: ['$Page'],
  sz_init: function () {
    var host = Page.host = document.getElementById('host'), off = { passive: false };
    Page.canvas = document.getElementById('canvas');
    host.addEventListener('mousedown', Page.mouse(1));
    window.addEventListener('mouseup', Page.mouse(2));
    host.addEventListener('mousemove', Page.mouse(0));
    host.addEventListener('mouseleave', Page.mouse(3));
    host.addEventListener('wheel', function (e) {
      if (e.ctrlKey) return; // the browser's zoom
      var end = document.documentElement, past = e.deltaY < 0 ? end.scrollTop : host.clientHeight - innerHeight - end.scrollTop;
      if (host.clientHeight > innerHeight && past > 1) return; // a low window: the page itself goes first
      var k = e.deltaMode === 0 ? 1 / 100 : e.deltaMode === 1 ? 1 / 3 : 1;
      _sz_wheel(-e.deltaX * k, -e.deltaY * k); e.preventDefault();
    }, off);
    host.addEventListener('touchstart', Page.touch(0), off);
    host.addEventListener('touchmove', Page.touch(1), off);
    host.addEventListener('touchend', Page.touch(2), off);
    host.addEventListener('touchcancel', Page.touch(3), off);
    window.addEventListener('keydown', Page.key);
    // The browser may take the picture's memory (sleep, a busy card) and usually gives it back by itself.
    Page.canvas.addEventListener('webglcontextlost', function (e) {
      e.preventDefault(); _sz_context(0);
      Page.lost = setTimeout(function () { window.dispatchEvent(new CustomEvent('shanzhi-failed', { detail: 'lost' })); }, 5000);
    });
    Page.canvas.addEventListener('webglcontextrestored', function () {
      clearTimeout(Page.lost); window.dispatchEvent(new Event('shanzhi-back')); _sz_context(1);
    });
    new ResizeObserver(Page.wake).observe(host);
    Page.watch_ratio();
    ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(prefers-contrast: more)', '(pointer: coarse)'].forEach(function (q) {
      matchMedia(q).addEventListener('change', Page.wake);
    });
    ['online', 'offline', 'hashchange'].forEach(function (n) { window.addEventListener(n, Page.wake); });
    document.addEventListener('visibilitychange', Page.wake);
    document.fonts.ready.then(Page.wake);
  },

  // out: width, height, pixel ratio, flags: 1 dark 2 reduced motion 4 coarse 8 online 16 visible 32 more contrast
  sz_surroundings__deps: ['$Page'],
  sz_surroundings: function (out) {
    var is = function (q) { return matchMedia(q).matches; }, o = out >> 2;
    HEAPF32[o] = Page.host.clientWidth; HEAPF32[o + 1] = Page.host.clientHeight; HEAPF32[o + 2] = devicePixelRatio;
    HEAP32[o + 3] = (is('(prefers-color-scheme: dark)') ? 1 : 0) | (is('(prefers-reduced-motion: reduce)') ? 2 : 0) |
      (is('(pointer: coarse)') ? 4 : 0) | (navigator.onLine !== false ? 8 : 0) | (document.visibilityState !== 'hidden' ? 16 : 0) |
      (is('(prefers-contrast: more)') ? 32 : 0);
  },
  sz_canvas_size__deps: ['$Page'],
  sz_canvas_size: function (w, h) { Page.canvas.width = w; Page.canvas.height = h; },
  sz_request_frame__deps: ['$Page'],
  sz_request_frame: function () { Page.frame(); },
  sz_wake_in__deps: ['$Page'],
  sz_wake_in: function (ms) { Page.later('tick', ms, _sz_tick); },
  sz_work_in__deps: ['$Page'],
  sz_work_in: function (ms) { Page.later('work', ms, _sz_work); },
  sz_cursor__deps: ['$Page'],
  sz_cursor: function (name) {
    var c = UTF8ToString(name) || 'default';
    if (c !== Page.cursor) { Page.cursor = c; Page.host.style.cursor = c; }
  },
  // The scheme's colours for what the page itself draws: fields, the focus ring, the ground.
  sz_colors__deps: ['$Page'],
  sz_colors: function (names) {
    var root = document.documentElement.style;
    UTF8ToString(names).split(';').forEach(function (pair) {
      var at = pair.indexOf(':');
      if (at > 0) root.setProperty(pair.slice(0, at), pair.slice(at + 1));
    });
  },
  sz_ready__deps: ['$Page'],
  sz_ready: function (frames, told) { // the first picture stands: the page's own one may go; tests read the count
    Page.told = told;
    document.documentElement.dataset.frames = frames;
    if (frames === 1) { document.documentElement.classList.add('ready'); Page.tell('shanzhi-ready'); }
  },
  sz_failed: function (why) { window.dispatchEvent(new CustomEvent('shanzhi-failed', { detail: UTF8ToString(why) })); },
});
