// A new folder for one test, where the machine keeps what is temporary.
#pragma once

#include <filesystem>

namespace shanzhi::test {

/// Makes it, empty; whoever asked removes it. Throws std::runtime_error when there can be none.
std::filesystem::path make_temporary_folder();

}  // namespace shanzhi::test
