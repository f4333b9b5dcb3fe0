// Brings the program in: shows the town's headline figures first, a true progress bar meanwhile, and says
// in plain words when this browser or the network does not allow it, or when the program had to stop.
'use strict';
var Module = {};
(function () {
  var kept = null;
  try { kept = localStorage.getItem('shanzhi.language'); } catch (e) { /* no storage: Chinese */ }
  var asked = /[?&]lang=(en|zh)/.exec(location.search);
  var english = (asked ? asked[1] : kept) === 'en';
  var words = english ? {
    loading: 'Loading', simple: 'Open the simple page', slow: 'Still loading; the network is slow', again: 'Try again', reload: 'Load again', progress: 'Loading',
    old: 'This browser is too old for this page. Please update it, or open the page in WeChat, Chrome, Edge or Safari.',
    webgl: 'This browser cannot draw the page (WebGL 2 is missing). Turn on hardware acceleration in its settings, or open the page in an up-to-date Chrome, Edge or Safari.',
    away: 'The server cannot be reached. Check the network, then try again.',
    broken: 'The program could not start. Load the page again; if that does not help, tell the administrator.',
    stopped: 'The program has stopped unexpectedly. What you entered and what waits to be sent is kept on this device. Please load the page again.',
    lost: 'The picture was taken away by the system (sleep, or a busy graphics card). Load the page again to go on; what waits to be sent is kept.',
    town: 'Village volunteer points and micro-grids',
  } : {
    loading: '正在加载程序', simple: '打开简明版', slow: '网络较慢，仍在加载', again: '再试一次', reload: '重新载入', progress: '加载进度',
    old: '浏览器版本太旧，无法打开。请更新浏览器，或用微信、Chrome、Edge、Safari 打开。',
    webgl: '浏览器无法绘图（缺少 WebGL 2）。请在浏览器设置中打开硬件加速，或换用新版 Chrome、Edge、Safari 打开。',
    away: '连不上服务器。请检查网络后再试。',
    broken: '程序未能启动。请重新载入页面；若仍不行，请联系管理员。',
    stopped: '程序意外停止。待发送的内容已保存在本机，请重新载入页面。',
    lost: '系统收回了画面（休眠或显卡繁忙）。重新载入即可继续，待发送的内容已保存在本机。',
    town: '村民志愿积分与微网格治理',
  };
  var el = function (id) { return document.getElementById(id); };
  var page = document.documentElement, failed = '', nothing = new Promise(function () {});
  var real = window.fetch;
  var ready = function () { return page.classList.contains('ready'); };

  // Which program it is, the page's own head has decided, and asked for it at once (index.html).
  var program = Program.name;
  page.setAttribute('data-program', program);
  window.addEventListener('hashchange', function () { if (Program.addressed() !== program) location.reload(); });
  // A wall has nobody to press a button: it comes back by itself, when the server answers, with the token that
  // it was opened with (kept in this page's memory only).
  var wall = program === 'wall' ? location.hash : '';
  var returnToWall = function () {
    if (!failed) return;
    real.call(window, '/readyz').then(function (r) {
      if (!r.ok) throw r;
      history.replaceState(null, '', wall); location.reload();
    }).catch(function () { setTimeout(returnToWall, 30000); });
  };
  var fail = function (key) {
    if (failed) return;
    failed = key;
    page.classList.remove('ready');
    el('host').inert = true;
    el('front-progress').hidden = true;
    el('front-words').className = 'failed';
    el('front-words').setAttribute('role', 'alert');
    el('front-words').textContent = words[key];
    if (key === 'old' || key === 'webgl') { // the server's own page needs neither
      var simple = document.createElement('a');
      simple.id = 'front-simple'; simple.href = english ? '/plain?lang=en' : '/plain'; simple.textContent = words.simple;
      el('front-words').parentNode.appendChild(simple);
      return;
    }
    if (wall) setTimeout(returnToWall, 30000);
    var again = document.createElement('button');
    again.id = 'front-again'; again.textContent = key === 'away' ? words.again : words.reload;
    again.addEventListener('click', function () { location.reload(); });
    el('front-words').after(again);
    again.focus();
  };
  window.addEventListener('shanzhi-failed', function (e) { fail(e.detail); });
  window.addEventListener('shanzhi-back', function () { // a lost picture has come back
    if (failed !== 'lost') return;
    failed = '';
    el('front-again').remove(); el('host').inert = false; page.classList.add('ready');
  });
  var trapped = function (error) { return typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError; };
  // A program that has trapped knows nothing for certain any more: it sends nothing and is not shown.
  var stop = function () { window.fetch = function () { return nothing; }; fail(ready() ? 'stopped' : 'broken'); };
  window.addEventListener('error', function (e) { if (trapped(e.error) || (!e.error && /\/(app|phone|wall)[.0-9a-f]*\.js/.test(e.filename || ''))) stop(); });
  window.addEventListener('unhandledrejection', function (e) {
    if (trapped(e.reason)) return stop();
    if (!ready()) { e.preventDefault(); fail('broken'); }
  });

  var figures = function (front) {
    if (front.town) el('front-town').textContent = front.town;
    el('front-figures').textContent = '';
    (front.figures || []).slice(0, 4).forEach(function (f) {
      var pair = document.createElement('div'), dt = document.createElement('dt'), dd = document.createElement('dd');
      dt.textContent = f.label; dd.textContent = f.value; pair.append(dt, dd); el('front-figures').append(pair);
    });
  };
  // The server lays the town's name and its headline figures into the page; in another language, or served
  // by something else, they are asked for.
  var told = el('front-figures').children.length > 0;
  if (!told) el('front-town').textContent = words.town;
  el('front-words').textContent = words.loading;
  el('front-progress').setAttribute('aria-label', words.progress);
  if (typeof WebAssembly !== 'object' || !WebAssembly.instantiateStreaming || typeof fetch !== 'function' || !window.ResizeObserver || !window.Map) return fail('old');
  if (!told || (page.lang === 'en') !== english) {
    fetch('/api/v1/front', { headers: { 'accept-language': english ? 'en' : 'zh-CN' } })
      .then(function (r) { return r.ok ? r.json().then(figures) : null; }).catch(function () {});
  }
  page.lang = english ? 'en' : 'zh-CN';

  // A file of this version that is not there any more: the page itself is out of date. Once.
  var gone = function () {
    var before = null;
    try { before = sessionStorage.getItem('shanzhi.gone'); sessionStorage.setItem('shanzhi.gone', location.href); } catch (e) { before = '1'; }
    if (before) fail('broken'); else location.reload();
  };
  // The wasm is asked for once; its arrival is counted on the way through. After a failure nothing goes on.
  var from_device = navigator.serviceWorker && navigator.serviceWorker.controller;
  window.fetch = function (what, how) {
    if (!/\/?(app|phone|wall)[.0-9a-f]*\.wasm$/.test(String(what && what.url || what))) return real.call(window, what, how);
    var slow = setTimeout(function () { if (!ready() && !failed) el('front-words').textContent = words.slow; }, 8000);
    return real.call(window, what, { credentials: 'same-origin' }).then(function (r) {
      if (!r.ok) { if (r.status === 404) gone(); else fail('away'); return nothing; }
      var total = +r.headers.get('content-length') || 0, got = 0;
      if (!total || r.headers.get('content-encoding')) total = 800000;
      if (!r.body || !window.TransformStream || from_device) { clearTimeout(slow); return r; }
      var counted = r.body.pipeThrough(new TransformStream({ transform: function (part, out) {
        got += part.byteLength; el('front-progress').value = Math.min(99, 100 * got / total); out.enqueue(part);
      }, flush: function () { clearTimeout(slow); } }));
      return new Response(counted, { headers: r.headers });
    }, function () { fail('away'); return nothing; });
  };
  var script = document.createElement('script');
  script.src = Program.script; script.async = true;
  script.addEventListener('error', function () {
    real.call(window, script.src, { method: 'HEAD' }).then(function (r) { if (r.status === 404) gone(); else fail('away'); }, function () { fail('away'); });
  });
  document.head.append(script);
  // What the page does with the device (offline, new versions) comes when everything stands.
  window.addEventListener('shanzhi-ready', function () {
    var device = document.createElement('script');
    device.src = 'device.js'; device.async = true;
    document.head.append(device);
  }, { once: true });
})();
