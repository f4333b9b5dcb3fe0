// The program's picture told in elements: one for each thing that can be read or pressed, in reading
// order, transparent, above the canvas; and the real text fields. The order of roles is access.h's.
mergeInto(LibraryManager.library, {
  $Mirror: {
    root: null, nodes: null, fields: null, count: 0,
    roles: ['', '', '', 'link', 'checkbox', 'switch', 'radio', 'tab', 'menuitem', 'option', 'treeitem', 'combobox', '', 'img',
      'progressbar', 'status', 'alert', 'group', 'main', 'navigation', 'banner', 'complementary', 'region', 'search', 'dialog', 'list',
      'listitem', 'tablist', 'radiogroup', 'menu', 'listbox', 'tree', 'grid', 'row', 'columnheader', 'gridcell', 'form', ''],
    kFirstHolder: 17, kTextbox: 12, kScroller: 37, kWords: 18,
    tag: function (role, level, value) {
      if (role === 0) return 'span';
      if (role === 1) return 'h' + Math.min(6, Math.max(1, level));
      if (role === 13) return value ? 'img' : 'div';
      return role <= 11 ? 'button' : 'div';
    },
    make: function (role, level, value) {
      var el = document.createElement(Mirror.tag(role, level, value)), name = Mirror.roles[role];
      if (el.tagName === 'BUTTON') el.type = 'button';
      if (name && el.tagName !== 'IMG') el.setAttribute('role', name);
      if (role === 12) el.className = 'gone';
      if (role >= 17) el.className = role === 37 ? 'scroller' : 'holder';
      el._role = role;
      return el;
    },
    flag: function (el, name, value) {
      if (value === null) el.removeAttribute(name); else if (el.getAttribute(name) !== value) el.setAttribute(name, value);
    },
    // bits: 1 checked 2 selected 4 expanded 8 collapsed 16 disabled 32 invalid 64 current 128 focusable
    // 256 modal 512 busy 1024 required 2048 up 4096 down 8192 popup 16384 multi 32768 pressed 65536 no tab stop
    state: function (el, role, s, level, count) {
      var f = Mirror.flag;
      if (role === 4 || role === 5 || role === 6) f(el, 'aria-checked', s & 1 ? 'true' : 'false');
      if (role === 7 || role === 9 || (role === 33 && s & 128)) f(el, 'aria-selected', s & 2 ? 'true' : 'false');
      if (s & 12 || role === 11) f(el, 'aria-expanded', s & 4 ? 'true' : 'false');
      f(el, 'aria-disabled', s & 16 ? 'true' : null);
      f(el, 'aria-current', s & 64 ? 'page' : null);
      f(el, 'aria-busy', s & 512 ? 'true' : null);
      if (role === 11) f(el, 'aria-invalid', s & 32 ? 'true' : null);
      f(el, 'aria-haspopup', role === 11 ? 'listbox' : s & 8192 ? 'menu' : null);
      f(el, 'aria-controls', role === 11 && s & 4 && count ? 'w' + count : null);
      f(el, 'aria-modal', s & 256 ? 'true' : null);
      f(el, 'aria-pressed', s & 32768 ? 'true' : null);
      f(el, 'aria-multiselectable', s & 16384 ? 'true' : null);
      if (role === 34) f(el, 'aria-sort', s & 2048 ? 'ascending' : s & 4096 ? 'descending' : 'none');
      if (role === 33 && level) f(el, 'aria-rowindex', String(level));
      if (role === 32) f(el, 'aria-rowcount', String(count));
      if (role === 10 && level) f(el, 'aria-level', String(level));
      if (role === 14) {
        f(el, 'aria-valuenow', level < 0 ? null : String(level)); f(el, 'aria-valuemin', '0'); f(el, 'aria-valuemax', '100');
      }
      if (el.tagName === 'BUTTON') f(el, 'tabindex', s & 65536 ? '-1' : null);
      if (role >= 17) f(el, 'tabindex', s & 128 ? (role === 32 || role === 34 ? '0' : '-1') : null);
    },
    words: function (el, role, name, value, describe) {
      var f = Mirror.flag;
      if (role === 0 || role === 1 || role === 15 || role === 16) {
        if (el.textContent !== name) el.textContent = name;
      } else if (role === 35 || role === 34) {
        if (el._text !== name) { el._text = name; el.textContent = name; }
      } else if (el.tagName === 'IMG') {
        el.alt = name;
        if (el.getAttribute('src') !== value) el.setAttribute('src', value);
      } else if (name) f(el, 'aria-label', name);
      if (role === 11 && el.textContent !== value) el.textContent = value;
      if (role === 14) f(el, 'aria-valuetext', value || null);
      f(el, 'aria-description', describe || null);
    },
    // Members of a scroller lie where its content has them; the browser may scroll it (focus, find in page,
    // a reader) and the program follows, and the other way round.
    scroller: function (el, offset, extent) {
      if (el._extent !== extent) { el._extent = extent; el.style.setProperty('--extent', extent + 'px'); }
      if (el._offset !== offset) el.scrollTop = el._told = el._offset = offset; // not read back: that would lay all out at once
    },
    scrolled: function (e) {
      var el = e.target;
      if (el._role !== Mirror.kScroller) { el.scrollTop = 0; el.scrollLeft = 0; return; } // the page itself never scrolls
      el.scrollLeft = 0;
      if (Math.abs(el.scrollTop - (el._told || 0)) < 1) return;
      el._told = el._offset = el.scrollTop;
      _sz_scroll(el._id | 0, el.scrollTop);
    },
    focus: function (el) {
      el.focus({ preventScroll: true });
      if (el.closest('.scroller')) el.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
  },

  sz_mirror_init__deps: ['$Mirror', '$Page'],
  sz_mirror_init: function () {
    Mirror.root = document.getElementById('mirror');
    Mirror.nodes = new Map(); Mirror.fields = new Map();
    // Keyboard, reader or test: a click without a pointer. A real one is seen by the canvas.
    Mirror.root.addEventListener('click', function (e) {
      var el = e.target.closest('button,[tabindex]');
      if (e.detail === 0 && el && el._id && el.getAttribute('aria-disabled') !== 'true') _sz_activate(el._id | 0);
    });
    Mirror.root.addEventListener('keydown', function (e) { // a pressable row or header is not a <button>
      if ((e.key === 'Enter' || e.key === ' ') && e.target._role === 34) { e.preventDefault(); e.stopPropagation(); _sz_activate(e.target._id | 0); }
    });
    document.getElementById('host').addEventListener('scroll', Mirror.scrolled, true);
    Mirror.root.addEventListener('focusin', function (e) { _sz_focus(e.target._id | 0, 1); });
    Mirror.root.addEventListener('focusout', function (e) { _sz_focus(e.target._id | 0, 0); });
  },

  // A record is 18 words: id key role state depth level count | x y w h | name value describe | active offset extent -
  sz_mirror_sync__deps: ['$Mirror'],
  sz_mirror_sync: function (p, n) {
    var active = document.activeElement, seen = new Set(), i, q;
    document.documentElement.dataset.mirror = ++Mirror.count; // tests wait until it rests
    for (i = 0, q = p >> 2; i < n; i++, q += Mirror.kWords) seen.add(HEAPU32[q + 1]);
    Mirror.nodes.forEach(function (el, key) { if (!seen.has(key)) { el.remove(); Mirror.nodes.delete(key); } });
    var stack = [{ el: Mirror.root, x: 0, y: 0, next: Mirror.root.firstChild }];
    for (i = 0, q = p >> 2; i < n; i++, q += Mirror.kWords) {
      var id = HEAPU32[q], key = HEAPU32[q + 1], role = HEAPU32[q + 2], state = HEAPU32[q + 3], depth = HEAP32[q + 4];
      var level = HEAP32[q + 5], count = HEAPU32[q + 6], x = HEAPF32[q + 7], y = HEAPF32[q + 8], w = HEAPF32[q + 9], h = HEAPF32[q + 10];
      var name = UTF8ToString(HEAPU32[q + 11]), value = UTF8ToString(HEAPU32[q + 12]), describe = UTF8ToString(HEAPU32[q + 13]);
      while (stack.length > depth + 1) stack.pop();
      var top = stack[stack.length - 1], el = role === Mirror.kTextbox ? Mirror.fields.get(id) : Mirror.nodes.get(key);
      if (role !== Mirror.kTextbox) {
        if (el && (el._role !== role || el.tagName.toLowerCase() !== Mirror.tag(role, level, value))) { el.remove(); if (top.next === el) top.next = null; el = null; }
        if (!el) { el = Mirror.make(role, level, value); el.id = (role === 30 || role === 33 ? 'w' + id : 'n' + key); Mirror.nodes.set(key, el); }
        el._id = id;
      }
      if (!el) continue;
      if (el.parentNode !== top.el || top.next !== el) {
        if (top.next && top.next.parentNode !== top.el) top.next = null;
        top.el.insertBefore(el, top.next);
      } else top.next = el.nextSibling;
      if (!w && role >= Mirror.kFirstHolder) { x = top.x; y = top.y; }
      if (role === Mirror.kScroller) { x -= 4; w += 8; } // room for the focus ring of what is at its edge
      var s = el.style, left = Math.round(x - top.x), above = Math.round(y - top.y), place = left + ',' + above + ',' + w + ',' + h;
      if (el._place !== place) {
        el._place = place;
        s.transform = 'translate(' + left + 'px,' + above + 'px)'; s.width = w + 'px'; s.height = h + 'px';
      }
      if (role !== Mirror.kTextbox) {
        Mirror.state(el, role, state, level, count);
        Mirror.words(el, role, name, value, describe);
        if (role === 32) Mirror.flag(el, 'aria-activedescendant', HEAPU32[q + 14] ? 'w' + HEAPU32[q + 14] : null);
      }
      if (role === Mirror.kScroller) Mirror.scroller(el, HEAPF32[q + 15], HEAPF32[q + 16]);
      if (role >= Mirror.kFirstHolder) stack.push({ el: el, x: x, y: role === Mirror.kScroller ? y - HEAPF32[q + 15] : y, next: el.firstChild });
    }
    if (active && active !== document.body && active.isConnected && document.activeElement !== active) active.focus({ preventScroll: true });
  },
  sz_mirror_focus__deps: ['$Mirror'],
  sz_mirror_focus: function (id) {
    var el = Mirror.fields.get(id >>> 0);
    if (!el) Mirror.nodes.forEach(function (e) { if (e._id === id >>> 0 && (e.tagName === 'BUTTON' || e.tabIndex >= -1 && e.hasAttribute('tabindex'))) el = el || e; });
    if (el && document.activeElement !== el) Mirror.focus(el);
    return el ? 1 : 0;
  },
  sz_live: function (text, urgent) {
    var el = document.getElementById(urgent ? 'live-now' : 'live');
    el.textContent = '';
    var words = UTF8ToString(text);
    setTimeout(function () { el.textContent = words; }, 50); // an emptied region speaks again
  },
});
