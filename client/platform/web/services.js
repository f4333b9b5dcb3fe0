// Network, address, storage, files, pictures, voice: what the program asks of the browser.
mergeInto(LibraryManager.library, {
  $Calls: { running: null, speech: 0, lock: null, print_frame: null, previews: [],
    preview: function (blob) { // a few are looked at, the others are forgotten
      Calls.previews.push(URL.createObjectURL(blob));
      if (Calls.previews.length > 9) URL.revokeObjectURL(Calls.previews.shift());
      return Calls.previews[Calls.previews.length - 1];
    },
    show: function (address) { // one photograph, large; a press anywhere or Escape closes it
      var d = document.createElement('dialog'), picture = new Image(), button = document.createElement('button'), english = document.documentElement.lang === 'en';
      d.className = 'shown'; picture.src = address; picture.alt = english ? 'Photo' : '照片';
      button.textContent = english ? 'Close' : '关闭';
      d.setAttribute('aria-label', picture.alt);
      d.append(picture, button); document.body.append(d);
      d.addEventListener('click', function () { d.close(); });
      d.addEventListener('close', function () { d.remove(); });
      d.addEventListener('keydown', function (e) { e.stopPropagation(); });
      d.showModal();
    },
    file: function (id, name, mime, bytes) {
      var a = Page.string(name), b = Page.string(mime), p = Page.bytes(bytes);
      _sz_file(id, a, b, p, bytes.length); _free(a); _free(b); _free(p);
    },
    choose: function (accept, capture, then) {
      var input = document.createElement('input');
      input.type = 'file'; input.accept = accept; input.hidden = true;
      if (capture) input.setAttribute('capture', 'environment');
      input.addEventListener('change', function () { var f = input.files[0]; input.remove(); if (f) then(f); });
      input.addEventListener('cancel', function () { input.remove(); });
      document.body.appendChild(input); input.click();
    },
  },

  sz_send__deps: ['$Calls', '$Page'],
  sz_send: function (id, method, path, headers, body, length) {
    Calls.running = Calls.running || new Map();
    var stop = new AbortController(), list = new Headers(), verb = UTF8ToString(method);
    Calls.running.set(id, stop);
    UTF8ToString(headers).split('\n').forEach(function (line) {
      var at = line.indexOf(':');
      if (at > 0) list.append(line.slice(0, at), line.slice(at + 1));
    });
    var answer = function (status, etag, type, bytes, seen) {
      Calls.running.delete(id);
      var a = Page.string(etag), b = Page.string(type), p = Page.bytes(bytes);
      if (status === 401) Page.tell('shanzhi-signed-out');
      _sz_reply(id, status, a, b, p, bytes.length, seen); _free(a); _free(b); _free(p);
    };
    var data = verb === 'GET' || verb === 'HEAD' ? undefined : HEAPU8.slice(body, body + length);
    fetch(UTF8ToString(path), { method: verb, headers: list, body: data, credentials: 'same-origin', signal: stop.signal })
      .then(function (r) {
        return r.arrayBuffer().then(function (b) {
          answer(r.status, r.headers.get('etag') || '', r.headers.get('content-type') || '', new Uint8Array(b), +r.headers.get('shanzhi-seen') || 0);
        });
      })
      .catch(function () { answer(0, '', '', new Uint8Array(0), 0); });
  },
  sz_cancel__deps: ['$Calls'],
  sz_cancel: function (id) { var c = Calls.running && Calls.running.get(id); if (c) c.abort(); },

  sz_ask__deps: ['$Page'],
  sz_ask: function (what, key) { // the answer is a string that the caller frees, or 0
    var k = UTF8ToString(key), v = null;
    if (what === 0) v = location.hash;
    if (what === 1) v = location.search.replace(/^\?/, '');
    if (what === 2) v = navigator.language || '';
    if (what === 4) v = location.origin + location.pathname;
    if (what === 3) { try { v = localStorage.getItem('shanzhi.' + k); } catch (e) { v = null; } }
    return v ? Page.string(v) : 0;
  },
  sz_hash: function (hash, replace) {
    var h = UTF8ToString(hash);
    if (location.hash === h) return;
    if (replace) history.replaceState(history.state, '', h || location.pathname + location.search); else history.pushState(1, '', h);
  },
  sz_back: function () { // only where this program led: never out of the page
    if (!history.state) return 0;
    history.back();
    return 1;
  },
  sz_store: function (key, value, remove) {
    try {
      if (remove) localStorage.removeItem('shanzhi.' + UTF8ToString(key)); else localStorage.setItem('shanzhi.' + UTF8ToString(key), UTF8ToString(value));
      return 1;
    } catch (e) { return 0; }
  },
  // 0 open 1 title 2 language 3 copy 4 picture 5 reload 6 awake 7 full screen 8 end of those
  sz_do__deps: ['$Calls', '$Page'],
  sz_do: function (what, text, on) {
    var s = UTF8ToString(text);
    if (what === 0) { // a sheet stands beside the program, a photograph over it
      if (s.indexOf('/api/v1/photo') === 0) Calls.show(s); else if (s.indexOf('/print/') === 0) window.open(s, '_blank'); else location.assign(s);
    }
    if (what === 1 && document.title !== s) document.title = s;
    if (what === 2) document.documentElement.lang = s;
    if (what === 3) {
      var old = function () {
        var t = document.createElement('textarea');
        t.value = s; t.className = 'offstage'; document.body.appendChild(t); t.select(); document.execCommand('copy'); t.remove();
      };
      if (navigator.clipboard) navigator.clipboard.writeText(s).catch(old); else old();
    }
    if (what === 4) { Page.picture = s; Page.frame(); } // taken when this frame stands
    if (what === 5 && Page.tell('shanzhi-reload')) location.reload(); // unless the page does it, with a new version
    if (what === 6 && navigator.wakeLock) {
      if (on) navigator.wakeLock.request('screen').then(function (l) { Calls.lock = l; }, function () {});
      else if (Calls.lock) { Calls.lock.release(); Calls.lock = null; }
    }
    if (what === 7) {
      var full = on ? document.documentElement.requestFullscreen : document.exitFullscreen;
      if (full && !!document.fullscreenElement !== !!on) full.call(on ? document.documentElement : document).catch(function () {});
    }
  },
  sz_download__deps: ['$Page'],
  sz_download: function (name, mime, bytes, length) {
    Page.save(UTF8ToString(name), new Blob([HEAPU8.slice(bytes, bytes + length)], { type: UTF8ToString(mime) }));
  },
  sz_pick_file__deps: ['$Calls', '$Page'],
  sz_pick_file: function (id, accept) {
    Calls.choose(UTF8ToString(accept), false, function (f) {
      f.arrayBuffer().then(function (b) { Calls.file(id, f.name, f.type, new Uint8Array(b)); });
    });
  },
  sz_photograph__deps: ['$Calls', '$Page'],
  sz_photograph: function (id, side, most, camera) { // drawn anew: smaller, turned upright, without position or device data
    Calls.choose('image/*', camera, function (f) {
      var picture = new Image(), c = document.createElement('canvas'), quality = 0.85, k;
      var none = function () { Calls.file(id, '', '', new Uint8Array(0)); };
      var encode = function () {
        c.width = Math.max(1, Math.round(picture.naturalWidth * k)); c.height = Math.max(1, Math.round(picture.naturalHeight * k));
        var g = c.getContext('2d');
        g.fillStyle = '#fff'; g.fillRect(0, 0, c.width, c.height); g.drawImage(picture, 0, 0, c.width, c.height);
        c.toBlob(function (b) {
          if (!b) return none();
          if (b.size > most && c.width > 99) {
            if (quality > 0.5) quality -= 0.15; else k *= 0.8;
            return encode();
          }
          URL.revokeObjectURL(picture.src);
          b.arrayBuffer().then(function (data) { Calls.file(id, Calls.preview(b), 'image/jpeg', new Uint8Array(data)); });
        }, 'image/jpeg', quality);
      };
      picture.onerror = none;
      picture.onload = function () { k = Math.min(1, side / Math.max(picture.naturalWidth, picture.naturalHeight)); encode(); };
      picture.src = URL.createObjectURL(f);
    });
  },
  sz_print: function (title, html) { // /print.css is the paper's own style; scripts cannot come in by innerHTML
    var sheet = document.getElementById('paper');
    sheet.innerHTML = UTF8ToString(html);
    var old = document.title;
    document.title = UTF8ToString(title);
    window.addEventListener('afterprint', function () { document.title = old; sheet.textContent = ''; }, { once: true });
    setTimeout(function () { window.print(); }, 0);
  },
  sz_read_aloud: function (text, language) {
    if (!window.speechSynthesis) return;
    speechSynthesis.cancel();
    var words = UTF8ToString(text);
    if (!words) return;
    var u = new SpeechSynthesisUtterance(words);
    u.lang = UTF8ToString(language); u.rate = 0.9; speechSynthesis.speak(u);
  },
  sz_alarm: function () {
    try {
      var a = new AudioContext(), o = a.createOscillator(), g = a.createGain(), t = a.currentTime;
      o.connect(g); g.connect(a.destination); g.gain.value = 0.2;
      for (var i = 0; i < 3; i++) { o.frequency.setValueAtTime(880, t + i * 0.6); o.frequency.setValueAtTime(660, t + i * 0.6 + 0.3); }
      o.start(); o.stop(t + 1.8); o.onended = function () { a.close(); };
    } catch (e) { /* no sound here; the band on the screen says it */ }
  },
  sz_random: function (out) { crypto.getRandomValues(HEAPU8.subarray(out, out + 16)); },
  sz_now: function () { return Date.now(); },
});
