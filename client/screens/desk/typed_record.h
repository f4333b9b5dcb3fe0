// A record as it stands in a form: the text of each field, by its name on the wire. Both ways go through
// the record's description, so a form checks what the server will check.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/describe/describe.h"

namespace shanzhi::screens {

/// Choices are their words on the wire, switches "1" or "", lists their elements parted by commas.
using Typed = std::map<std::string, std::string, std::less<>>;

Typed typed_of(describe::RecordAccess record);
template <class R>
Typed typed_of(R record) {
  return typed_of(describe::access_record(record));
}

/// Writes into the record what is typed; fields that are not in `typed` stay as they are. Returns what
/// is wrong, in the order of the description, each with the pointer of its field.
std::vector<base::Error> read_typed(const Typed& typed, describe::RecordAccess record);

/// "a,b" to its parts and back; Chinese commas part as well, blanks round a part are dropped.
std::vector<std::string> parts_of(std::string_view list);
std::string joined(const std::vector<std::string>& parts);

}  // namespace shanzhi::screens
