// From the words on the command line to a subcommand with its checked arguments.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "server/program.h"

namespace shanzhi {

/// One flag of a subcommand. `value` is what the help calls its value; nullptr for a flag without one.
struct Flag {
  const char* name;
  const char* value;
  const char* chinese;
  const char* english;
  bool needed = false;
};

struct Subcommand {
  const char* name;   ///< "user token": of two words
  const char* words;  ///< words it takes besides flags, for the usage line: "FILE"
  std::size_t word_count;
  const char* chinese;
  const char* english;
  std::vector<Flag> flags;
  Exit (*run)(const World&, const Arguments&);
};

/// Every subcommand, in the order of the help.
const std::vector<Subcommand>& subcommands();

/// Runs what the words say (without the program's name). Errors of usage are told in one sentence.
Exit run_program(World world, std::vector<std::string> words);

}  // namespace shanzhi
