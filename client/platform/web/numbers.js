// Arithmetic that the browser has: numbers.cpp says why it is asked.
mergeInto(LibraryManager.library, {
  sz_sine: function (x) { return Math.sin(x); },
  sz_cosine: function (x) { return Math.cos(x); },
  sz_number: function (from, to) { return +String.fromCharCode.apply(null, HEAPU8.subarray(from, to)); },
  sz_complain: function (text) { console.error(UTF8ToString(text)); },
});
