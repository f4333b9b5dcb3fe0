// Text fields: a real <input> lies over each drawn one, so composition, soft keyboards, paste, autofill
// and undo are the browser's own. It is transparent until it has the focus.
mergeInto(LibraryManager.library, {
  // 20 words: id type name value placeholder describe autocomplete | x y w h left right top size | max flags - - -
  // flags: 1 disabled 2 invalid 4 required
  sz_field__deps: ['$Mirror', '$Page'],
  sz_field: function (p) {
    var q = p >> 2, id = HEAPU32[q], str = function (i) { return UTF8ToString(HEAPU32[q + i]); }, f = function (i) { return HEAPF32[q + i] + 'px'; };
    var el = Mirror.fields.get(id), type = str(1);
    if (!el) {
      el = document.createElement(type === 'textarea' ? 'textarea' : 'input');
      if (type !== 'textarea') el.type = type === 'number' ? 'text' : type;
      if (type === 'number') el.inputMode = 'decimal';
      el.className = 'field'; el.id = 'w' + id; el._id = id; el.spellcheck = false;
      var send = function (signal) { Page.with_string(el.value, function (s) { _sz_field_signal(id, signal, s); }); };
      el.addEventListener('input', function (e) { if (!e.isComposing) send(0); }); // not the half-typed pinyin
      el.addEventListener('compositionend', function () { send(0); });
      el.addEventListener('focus', function () { send(3); });
      el.addEventListener('blur', function () { send(4); });
      el.addEventListener('keydown', function (e) {
        if (e.isComposing) return;
        if (e.key === 'Enter' && (type !== 'textarea' || e.ctrlKey || e.metaKey)) { e.preventDefault(); send(1); }
        if (e.key === 'Escape') { send(2); el.blur(); }
      });
      Mirror.fields.set(id, el);
    }
    var set = function (name, value) { Mirror.flag(el, name, value || null); }, flags = HEAPU32[q + 16], s = el.style;
    set('aria-label', str(2)); set('placeholder', str(4)); set('aria-description', str(5)); set('autocomplete', str(6) || 'off');
    if (HEAPU32[q + 15]) el.maxLength = HEAPU32[q + 15];
    el.disabled = !!(flags & 1); set('aria-invalid', flags & 2 ? 'true' : ''); set('aria-required', flags & 4 ? 'true' : '');
    s.padding = f(13) + ' ' + f(12) + ' 0 ' + f(11); s.fontSize = f(14);
    if (type === 'textarea') s.lineHeight = HEAPF32[q + 17] + 'px';
    var v = str(3);
    if (el.value !== v && !el._composing && (document.activeElement !== el || el._seen !== v)) el.value = v;
    el._seen = v;
  },
  sz_field_gone__deps: ['$Mirror'],
  sz_field_gone: function (id) {
    var el = Mirror.fields.get(id >>> 0);
    if (el) { Mirror.fields.delete(id >>> 0); el.remove(); }
  },
});
