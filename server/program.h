// The program's subcommands and the world they run in: clock, randomness, environment, output.
#pragma once

#include <functional>
#include <map>
#include <ostream>
#include <string>
#include <vector>

#include "shared/base/instant.h"
#include "shared/base/result.h"
#include "shared/text/text.h"

namespace shanzhi {

enum class Exit : int { done = 0, failed = 1, usage = 2 };

/// Everything from outside, so that only main.cpp touches it.
struct World {
  const base::Clock& clock;
  std::function<void(std::uint8_t* bytes, std::size_t count)> random;
  std::map<std::string, std::string> environment;  ///< SHANZHI_… and LANG
  std::ostream& out;
  std::ostream& err;
  text::Language language = text::Language::chinese;

  /// One of the two, by language.
  const char* say(const char* chinese, const char* english) const {
    return language == text::Language::english ? english : chinese;
  }
  /// Writes one sentence to err.
  Exit fail(const std::string& sentence, Exit how = Exit::failed) const {
    err << sentence << "\n";
    return how;
  }
};

/// What followed the subcommand's name, checked against its flags.
struct Arguments {
  std::map<std::string, std::string> flags;  ///< "dry-run" → "" for a flag without value
  std::vector<std::string> words;            ///< what is no flag, in order

  bool has(const std::string& flag) const { return flags.count(flag) != 0; }
  /// "" when it was not given.
  std::string value(const std::string& flag) const {
    const auto found = flags.find(flag);
    return found == flags.end() ? std::string{} : found->second;
  }
};

Exit serve(const World& world, const Arguments& arguments);
Exit make_demo(const World& world, const Arguments& arguments);
Exit import_file(const World& world, const Arguments& arguments);
Exit export_journal(const World& world, const Arguments& arguments);
Exit verify_ledger(const World& world, const Arguments& arguments);
Exit back_up(const World& world, const Arguments& arguments);
Exit restore_backup(const World& world, const Arguments& arguments);
Exit user_add(const World& world, const Arguments& arguments);
Exit user_password(const World& world, const Arguments& arguments);
Exit user_role(const World& world, const Arguments& arguments);
Exit user_token(const World& world, const Arguments& arguments);
Exit user_list(const World& world, const Arguments& arguments);

}  // namespace shanzhi
