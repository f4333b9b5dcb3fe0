// What the C library would bring along for a few calls and the browser has already, in place of the library's
// own: sine and cosine with their reduction by two hundred digits of pi, decimal numbers read and printed by
// 128-bit arithmetic. Together they were a twentieth of the program.
#include <cctype>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>

namespace {

/// Text of at most so many characters; counts what does not fit too.
struct Printed {
  char* text;
  std::size_t room;
  std::size_t size = 0;

  void add(char c) {
    if (size + 1 < room) text[size] = c;
    ++size;
  }
  void add(const char* more, int most) {
    for (; more != nullptr && *more != '\0' && most-- != 0; ++more) add(*more);
  }
  void add(unsigned value, unsigned base, int width, char fill,
           const char* all_digits = "0123456789abcdef") {
    char digits[12];
    int count = 0;
    do digits[count++] = all_digits[value % base];
    while ((value /= base) != 0);
    for (; width > count; --width) add(fill);
    while (count > 0) add(digits[--count]);
  }
};

/// A number of the format: `*` takes it from the values.
int number_in(const char*& format, va_list& values) {
  if (*format == '*') return ++format, va_arg(values, int);
  int number = 0;
  while (*format >= '0' && *format <= '9') number = number * 10 + *format++ - '0';
  return number;
}

}  // namespace

extern "C" {

double sz_sine(double x);
double sz_cosine(double x);
double sz_number(const char* from, const char* to);
void sz_complain(const char* text);

double sin(double x) {
  return sz_sine(x);
}
double cos(double x) {
  return sz_cosine(x);
}
float sinf(float x) {
  return static_cast<float>(sz_sine(x));
}
float cosf(float x) {
  return static_cast<float>(sz_cosine(x));
}

/// Decimal numbers only, which is what JSON and a typed field have; no infinity, no hexadecimal.
double strtod(const char* text, char** end) {
  const char* at = text;
  while (std::isspace(static_cast<unsigned char>(*at))) ++at;
  const char* const from = at;
  const auto digits = [&at] {
    const char* const first = at;
    while (*at >= '0' && *at <= '9') ++at;
    return at - first;
  };
  if (*at == '+' || *at == '-') ++at;
  auto count = digits();
  if (*at == '.') ++at, count += digits();
  if (count > 0 && (*at == 'e' || *at == 'E')) {
    const char* const before = at++;
    if (*at == '+' || *at == '-') ++at;
    if (digits() == 0) at = before;
  }
  if (end != nullptr) *end = const_cast<char*>(count > 0 ? at : text);
  return count > 0 ? sz_number(from, at) : 0;
}

// Whatever lies in one file of the C library with those above and below is given too.
float strtof(const char* text, char** end) {
  return static_cast<float>(strtod(text, end));
}
long double strtold(const char* text, char** end) {
  return strtod(text, end);
}

/// For the version of the shading language that Dear ImGui reads back: "#version %d". It keeps no settings
/// that it would read besides.
int sscanf(const char* text, const char* format, ...) {
  va_list values;
  va_start(values, format);
  int read = 0;
  for (; *format != '\0'; ++format) {
    if (format[0] == '%' && format[1] == 'd') {
      char* end = nullptr;
      const long value = std::strtol(text, &end, 10);
      if (end == text) break;
      *va_arg(values, int*) = static_cast<int>(value);
      ++read, ++format, text = end;
    } else if (*text++ != *format) {
      break;
    }
  }
  va_end(values);
  return read;
}

/// Texts, whole numbers and their widths, for names and dates; nothing here prints a fraction: a "?".
int vsnprintf(char* text, std::size_t room, const char* format, va_list given) {
  Printed out{text, room};
  va_list values;
  va_copy(values, given);
  for (; *format != '\0'; ++format) {
    if (*format != '%') {
      out.add(*format);
      continue;
    }
    const char fill = *++format == '0' ? '0' : ' ';
    const int width = number_in(format, values);
    int most = -1;
    if (*format == '.') ++format, most = number_in(format, values);
    while (*format == 'l' || *format == 'z') ++format;  // all are 32 bits here
    switch (*format) {
      case 's': out.add(va_arg(values, const char*), most); break;
      case 'c': out.add(static_cast<char>(va_arg(values, int))); break;
      case 'd':
      case 'i': {
        const int value = va_arg(values, int);
        if (value < 0) out.add('-');
        out.add(value < 0 ? 0u - static_cast<unsigned>(value) : static_cast<unsigned>(value), 10,
                width, fill);
        break;
      }
      case 'u': out.add(va_arg(values, unsigned), 10, width, fill); break;
      case 'x':
      case 'p': out.add(va_arg(values, unsigned), 16, width, fill); break;
      case 'X': out.add(va_arg(values, unsigned), 16, width, fill, "0123456789ABCDEF"); break;
      case 'f':
      case 'g': static_cast<void>(va_arg(values, double)); [[fallthrough]];
      default: out.add(*format == '%' ? '%' : '?');
    }
  }
  va_end(values);
  if (room > 0) text[out.size < room ? out.size : room - 1] = '\0';
  return static_cast<int>(out.size);
}

/// What a shader that is refused says.
int fprintf(FILE*, const char* format, ...) {
  sz_complain(format);
  return 0;
}
int fiprintf(FILE*, const char* format, ...) {
  sz_complain(format);
  return 0;
}

}  // extern "C"
