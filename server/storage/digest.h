// SHA-256, the one hash of chains, sessions and tokens.
#pragma once

#include <string_view>

#include "shared/ledger/ledger.h"

namespace shanzhi::storage {

ledger::Digest sha256(std::string_view bytes);
/// Of the previous link followed by the canonical bytes: one link of a chain.
ledger::Digest chained(const ledger::Digest& previous, std::string_view canonical);
std::string hex(const ledger::Digest& digest);

}  // namespace shanzhi::storage
