#include "server/exchange/archive.h"

#include <minizip/unzip.h>

#include <algorithm>
#include <cstring>

namespace shanzhi::exchange {
namespace {

/// minizip's file interface over a string in memory.
struct Memory {
  std::string_view bytes;
  std::size_t at = 0;
};
Memory& memory_of(voidpf stream) {
  return *static_cast<Memory*>(stream);
}

voidpf ZCALLBACK open_memory(voidpf opaque, const void*, int) {
  return opaque;
}
uLong ZCALLBACK read_memory(voidpf, voidpf stream, void* buffer, uLong size) {
  Memory& memory = memory_of(stream);
  const std::size_t n = std::min<std::size_t>(size, memory.bytes.size() - memory.at);
  std::memcpy(buffer, memory.bytes.data() + memory.at, n);
  memory.at += n;
  return n;
}
uLong ZCALLBACK refuse_write(voidpf, voidpf, const void*, uLong) {
  return 0;
}
ZPOS64_T ZCALLBACK tell_memory(voidpf, voidpf stream) {
  return memory_of(stream).at;
}
long ZCALLBACK seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  Memory& memory = memory_of(stream);
  ZPOS64_T base = 0;
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) base = memory.at;
  if (origin == ZLIB_FILEFUNC_SEEK_END) base = memory.bytes.size();
  const ZPOS64_T to = base + offset;
  if (to > memory.bytes.size()) return -1;
  memory.at = to;
  return 0;
}
int ZCALLBACK close_memory(voidpf, voidpf) {
  return 0;
}
int ZCALLBACK error_memory(voidpf, voidpf) {
  return 0;
}

}  // namespace

struct Archive::Held {
  Memory memory;
  unzFile file = nullptr;
  std::size_t unpacked = 0;

  Held() = default;
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() {
    if (file != nullptr) unzClose(file);
  }
};

Archive::Archive(std::unique_ptr<Held> held) : held_(std::move(held)) {}
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;

base::Result<Archive> Archive::open(std::string_view bytes) {
  auto held = std::make_unique<Held>();
  held->memory.bytes = bytes;
  zlib_filefunc64_def functions{};
  functions.zopen64_file = open_memory;
  functions.zread_file = read_memory;
  functions.zwrite_file = refuse_write;
  functions.ztell64_file = tell_memory;
  functions.zseek64_file = seek_memory;
  functions.zclose_file = close_memory;
  functions.zerror_file = error_memory;
  functions.opaque = &held->memory;
  held->file = unzOpen2_64("memory", &functions);
  if (held->file == nullptr) return {base::ErrorCode::malformed};
  return Archive(std::move(held));
}

bool Archive::has(const std::string& name) const {
  return unzLocateFile(held_->file, name.c_str(), 2) == UNZ_OK;
}

base::Result<std::string> Archive::read(const std::string& name) {
  if (!has(name)) return {base::ErrorCode::not_found, "", name};
  unz_file_info64 info{};
  if (unzGetCurrentFileInfo64(held_->file, &info, nullptr, 0, nullptr, 0, nullptr, 0) != UNZ_OK ||
      unzOpenCurrentFile(held_->file) != UNZ_OK)
    return {base::ErrorCode::malformed};
  // The header's size may lie: the bound is kept while unpacking.
  const std::size_t most =
      std::min(kUnpackedBytesMax - held_->unpacked,
               std::max<std::size_t>(1 << 20, held_->memory.bytes.size() * kUnpackedRatioMax));
  std::string text;
  char buffer[65'536];
  int n = 0;
  while ((n = unzReadCurrentFile(held_->file, buffer, sizeof buffer)) > 0) {
    text.append(buffer, static_cast<std::size_t>(n));
    if (text.size() > most) {
      unzCloseCurrentFile(held_->file);
      return {base::ErrorCode::too_large};
    }
  }
  const bool sound = unzCloseCurrentFile(held_->file) == UNZ_OK && n == 0;
  if (!sound) return {base::ErrorCode::malformed};
  held_->unpacked += text.size();
  return text;
}

}  // namespace shanzhi::exchange
