// Brings the program in: shows the town's headline figures first, a true progress bar meanwhile, and says
// in plain words when this browser or the network does not allow it.
'use strict';
var Module = {};
(function () {
  var english = /[?&]lang=en/.test(location.search) || (!/[?&]lang=/.test(location.search) && !/^zh/i.test(navigator.language || 'zh'));
  var words = english
    ? { loading: 'Loading', old: 'This browser is too old for this page. Please update it, or open the page in WeChat, Chrome, Edge or Safari.', webgl: 'This browser cannot draw the page (WebGL 2 is missing). Turn on hardware acceleration or use another browser.', away: 'The server cannot be reached. Check the network, then try again.', again: 'Try again', town: 'Village volunteer points and micro-grids' }
    : { loading: '正在加载程序', old: '浏览器版本太旧，无法打开。请更新浏览器，或用微信、Chrome、Edge、Safari 打开。', webgl: '浏览器无法绘图（缺少 WebGL 2）。请打开硬件加速，或换一个浏览器。', away: '连不上服务器。请检查网络后再试。', again: '再试一次', town: '村民志愿积分与微网格治理' };
  var el = function (id) { return document.getElementById(id); };
  var fail = function (key) {
    if (document.documentElement.classList.contains('ready') && key !== 'webgl') return;
    document.documentElement.classList.remove('ready');
    el('front-progress').hidden = true;
    el('front-words').className = 'failed';
    el('front-words').textContent = words[key];
    if (key !== 'away' || el('front-again')) return;
    var again = document.createElement('button');
    again.id = 'front-again'; again.textContent = words.again;
    again.addEventListener('click', function () { location.reload(); });
    el('front-words').after(again);
  };
  window.addEventListener('shanzhi-failed', function (e) { fail(e.detail); });
  if (english) document.documentElement.lang = 'en';
  el('front-words').textContent = words.loading;
  // The server lays the town's name and its headline figures into the page; elsewhere they are asked for.
  var told = el('front-figures').children.length > 0;
  if (!told) el('front-town').textContent = words.town;

  if (typeof WebAssembly !== 'object' || typeof fetch !== 'function' || !window.ResizeObserver || !Map) return fail('old');

  // A few hundred bytes that the server may offer: the town's name and its headline figures.
  if (!told) fetch('/api/v1/front', { headers: { 'accept-language': english ? 'en' : 'zh-CN' } }).then(function (r) { return r.ok ? r.json() : null; }).then(function (front) {
    if (!front) return;
    if (front.town) el('front-town').textContent = front.town;
    (front.figures || []).slice(0, 4).forEach(function (f) {
      var pair = document.createElement('div'), dt = document.createElement('dt'), dd = document.createElement('dd');
      dt.textContent = f.label; dd.textContent = f.value; pair.append(dt, dd); el('front-figures').append(pair);
    });
  }).catch(function () {});

  // The wasm is asked for once; its arrival is counted on the way through.
  var real = window.fetch;
  window.fetch = function (what, how) {
    if (!/app\.wasm/.test(String(what && what.url || what))) return real.call(window, what, how);
    return real.call(window, what, { credentials: 'same-origin' }).then(function (r) {
      if (!r.ok) { fail('away'); return r; }
      var total = +r.headers.get('x-length') || +r.headers.get('content-length') || 0, got = 0;
      if (!r.body || !total || r.headers.get('content-encoding')) total = total || 900000;
      if (!r.body || !window.TransformStream) return r;
      var counted = r.body.pipeThrough(new TransformStream({ transform: function (part, out) {
        got += part.byteLength; el('front-progress').value = Math.min(99, 100 * got / total); out.enqueue(part);
      } }));
      return new Response(counted, { headers: r.headers });
    }, function (e) { fail('away'); throw e; });
  };
  var script = document.createElement('script');
  script.src = 'app.js'; script.async = true;
  script.addEventListener('error', function () { fail('away'); });
  document.head.append(script);
})();
