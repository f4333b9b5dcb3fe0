// Photographs of awards: what the use cases need of storage, the port behind POST /api/v1/upload-photo and
// GET /api/v1/photo, and the use cases themselves.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/app/ports.h"
#include "server/app/records.h"
#include "shared/photos/clean_jpeg.h"

namespace shanzhi::app {

struct Work;
struct Outcome;

/// What no award names goes after so long.
inline constexpr std::int64_t kPhotoWaitsMs = base::kMsPerDay;
/// One user's photographs that wait for their award: a long day's worth, not a store of pictures.
inline constexpr std::int64_t kPhotosWaitingMax = 120;

struct PhotoRecord {
  ledger::Digest id{};  ///< SHA-256 of the bytes
  Row user = 0;         ///< who brought it
  base::Instant at;
  int width = 0, height = 0;
  bool taken = false;  ///< it proves an award
};

/// See stores.h for when it is called.
class PhotoStore {
 public:
  virtual ~PhotoStore() = default;
  virtual std::optional<PhotoRecord> find(const ledger::Digest& id) = 0;
  virtual void add(const PhotoRecord& photo, const std::string& bytes) = 0;
  /// It waits a day from `at` on.
  virtual void wait_from(const ledger::Digest& id, base::Instant at) = 0;
  /// For good: it is the award's `number`th (1 …), whose entry is at `position`.
  virtual void bind(const ledger::Digest& id, std::int64_t position, std::int64_t number) = 0;
  virtual std::int64_t waiting(Row user) = 0;
  /// Those that have waited since before.
  virtual void drop_waiting(base::Instant before) = 0;
};

class Photos {
 public:
  virtual ~Photos() = default;
  /// Cleans and keeps; the same picture again is the same photograph. Errors: those of
  /// photos::clean_jpeg, not_permitted (a token: nobody answers for its pictures), already_exists
  /// (somebody else brought it), too_many_attempts, busy, storage_failed. Thread-safe, blocking.
  virtual base::Result<api::PhotoKept> keep(std::string_view bytes, const Caller& caller) = 0;
  /// The JPEG of an award. Errors: not_found, also for whoever may not see it; malformed.
  virtual base::Result<std::string> open(const Parameters& parameters, const Caller& caller) = 0;
};

/// Runs a function as a command of the one writer: in its transaction, rolled back on error.
using KeepInWriter = std::function<base::Result<Answer>(
    const Caller&, const std::function<base::Result<Outcome>(Work&)>&)>;

class PhotoService : public Photos {
 public:
  PhotoService(Queries& queries, KeepInWriter run) : queries_(queries), run_(std::move(run)) {}
  base::Result<api::PhotoKept> keep(std::string_view bytes, const Caller& caller) override;
  base::Result<std::string> open(const Parameters& parameters, const Caller& caller) override;

 private:
  Queries& queries_;
  KeepInWriter run_;
};

/// The use case behind keep(); the id is the SHA-256 of the bytes.
base::Result<Outcome> keep_photo(Work& work, const ledger::Digest& id,
                                 const photos::CleanPhoto& photo);

/// The photographs that an award names. Each must wait, and have been brought by who awards. Errors:
/// malformed, not_found, in_use (it proves another award, or is named twice); about /photos/N.
base::Result<std::vector<ledger::Digest>> photos_named(Work& work,
                                                       const std::vector<std::string>& ids);
/// As the journal's entry keeps it: {"photos":["…"]}; "" for none.
std::string photos_in_entry(const std::vector<ledger::Digest>& ids);

}  // namespace shanzhi::app
