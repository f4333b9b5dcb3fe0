// Glyphs drawn by the browser with the fonts of the device on a small canvas of our own.
mergeInto(LibraryManager.library, {
  $Glyphs: {
    canvas: null, context: null, family: '', current: '', seen: null, wanted: '', timer: 0,
    use: function (px, bold) {
      var f = (bold ? '600 ' : '') + px + 'px ' + Glyphs.family;
      if (f !== Glyphs.current) { Glyphs.context.font = f; Glyphs.current = f; }
    },
    // Whether the device has no Chinese font: then different characters are the same box.
    lacks_han: function () {
      var picture = function (c) {
        Glyphs.context.clearRect(0, 0, 40, 40);
        Glyphs.context.fillText(c, 4, 30);
        return String.fromCharCode.apply(null, Glyphs.context.getImageData(0, 0, 40, 40).data.filter(function (v, i) { return i % 4 === 3; }));
      };
      Glyphs.use(24, 0);
      var one = picture('\u6751');
      return one === picture('\u79ef') && one === picture('\u5584');
    },
    // Only then: slices of a font from the server, each when one of its characters is wanted.
    fetch_slices: function () {
      var link = document.createElement('link'), style = document.documentElement.style;
      link.rel = 'stylesheet'; link.href = '/fonts/han.css';
      link.onload = function () {
        style.fontFamily = Glyphs.family = '"Shanzhi Han",' + Glyphs.family;
        Glyphs.current = ''; Glyphs.seen = new Set(); _sz_glyphs_came();
      };
      document.head.appendChild(link);
    },
    want: function (code) {
      if (code < 0x2e80 || Glyphs.seen.has(code)) return;
      Glyphs.seen.add(code); Glyphs.wanted += String.fromCodePoint(code);
      Glyphs.timer = Glyphs.timer || setTimeout(function () {
        var text = Glyphs.wanted;
        Glyphs.timer = 0; Glyphs.wanted = '';
        document.fonts.load('16px "Shanzhi Han"', text).then(function (came) { if (came.length) _sz_glyphs_came(); }, function () {});
      }, 30);
    },
  },
  sz_font_init__deps: ['$Glyphs'],
  sz_font_init: function () {
    Glyphs.family = getComputedStyle(document.documentElement).fontFamily || 'sans-serif';
    Glyphs.canvas = document.createElement('canvas');
    Glyphs.canvas.width = Glyphs.canvas.height = 256;
    Glyphs.context = Glyphs.canvas.getContext('2d', { willReadFrequently: true });
    if (Glyphs.lacks_han()) Glyphs.fetch_slices();
  },
  // out: float advance, int x0, y0 (from the baseline, down), width, height in device pixels
  sz_glyph_measure__deps: ['$Glyphs'],
  sz_glyph_measure: function (code, px, bold, out) {
    if (Glyphs.seen) Glyphs.want(code);
    Glyphs.use(px, bold);
    var m = Glyphs.context.measureText(String.fromCodePoint(code)), o = out >> 2;
    var x0 = Math.floor(-m.actualBoundingBoxLeft) - 1, x1 = Math.ceil(m.actualBoundingBoxRight) + 1;
    var y0 = Math.floor(-m.actualBoundingBoxAscent) - 1, y1 = Math.ceil(m.actualBoundingBoxDescent) + 1;
    if (m.actualBoundingBoxRight <= -m.actualBoundingBoxLeft || m.actualBoundingBoxAscent <= -m.actualBoundingBoxDescent) { x1 = x0; y1 = y0; }
    HEAPF32[o] = m.width;
    HEAP32[o + 1] = x0; HEAP32[o + 2] = y0; HEAP32[o + 3] = x1 - x0; HEAP32[o + 4] = y1 - y0;
  },
  // dst: RGBA; returns 1 when the glyph has colours of its own (emoji)
  sz_glyph_raster__deps: ['$Glyphs'],
  sz_glyph_raster: function (code, px, bold, x0, y0, w, h, dst) {
    var cv = Glyphs.canvas, cx = Glyphs.context;
    if (w > cv.width || h > cv.height) {
      cv.width = Math.max(w, cv.width); cv.height = Math.max(h, cv.height); Glyphs.current = '';
    }
    Glyphs.use(px, bold);
    cx.clearRect(0, 0, w, h);
    cx.fillStyle = '#fff';
    cx.fillText(String.fromCodePoint(code), -x0, -y0);
    var d = cx.getImageData(0, 0, w, h).data, n = w * h * 4, coloured = 0, i;
    for (i = 0; i < n; i += 4) if (d[i + 3] > 8 && (d[i] < 200 || d[i + 1] < 200 || d[i + 2] < 200)) { coloured = 1; break; }
    if (!coloured) for (i = 0; i < n; i += 4) d[i] = d[i + 1] = d[i + 2] = 255;
    HEAPU8.set(d, dst);
    return coloured;
  },
});
