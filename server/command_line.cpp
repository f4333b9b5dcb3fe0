// Parsing and help.
#include "server/command_line.h"

#include <algorithm>

namespace shanzhi {
namespace {

/// Splits "--name=value"; a flag that takes a value otherwise takes the next word.
struct Parsed {
  Arguments arguments;
  std::string trouble;
};

const Flag* find_flag(const Subcommand& command, const std::string& name) {
  const auto found = std::find_if(command.flags.begin(), command.flags.end(),
                                  [&](const Flag& flag) { return name == flag.name; });
  return found == command.flags.end() ? nullptr : &*found;
}

std::string missing_of(const World& world, const Subcommand& command, const Arguments& arguments) {
  for (const Flag& flag : command.flags)
    if (flag.needed && !arguments.has(flag.name))
      return std::string(world.say("缺少 --", "Missing --")) + flag.name + " " + flag.value +
             world.say("：", ": ") + world.say(flag.chinese, flag.english) + world.say("。", ".");
  if (arguments.words.size() < command.word_count)
    return std::string(world.say("缺少 ", "Missing ")) + command.words + world.say("。", ".");
  if (arguments.words.size() > command.word_count)
    return world.say("多余的参数：", "One word too many: ") + arguments.words[command.word_count];
  return {};
}

Parsed parse(const World& world, const Subcommand& command, const std::vector<std::string>& words) {
  Parsed out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word.rfind("--", 0) != 0) {
      out.arguments.words.push_back(word);
      continue;
    }
    const auto equals = word.find('=');
    const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
    const Flag* flag = find_flag(command, name);
    if (flag == nullptr) {
      out.trouble = world.say("没有这个选项：", "There is no such option: ") + word;
      return out;
    }
    std::string value;
    if (flag->value == nullptr) {
      if (equals != std::string::npos) {
        out.trouble = "--" + name + world.say(" 不带值。", " takes no value.");
        return out;
      }
    } else if (equals != std::string::npos) {
      value = word.substr(equals + 1);
    } else if (i + 1 < words.size()) {
      value = words[++i];
    } else {
      out.trouble =
          "--" + name + world.say(" 后面要有 ", " needs ") + flag->value + world.say("。", ".");
      return out;
    }
    if (!out.arguments.flags.emplace(name, value).second) {
      out.trouble = "--" + name + world.say(" 写了两次。", " stands twice.");
      return out;
    }
  }
  out.trouble = missing_of(world, command, out.arguments);
  return out;
}

void print_command_help(const World& world, const Subcommand& command) {
  world.out << world.say("用法：", "Usage: ") << "shanzhi " << command.name;
  for (const Flag& flag : command.flags)
    if (flag.needed) world.out << " --" << flag.name << " " << flag.value;
  if (*command.words != '\0') world.out << " " << command.words;
  world.out << world.say(" [选项…]", " [options…]") << "\n"
            << world.say(command.chinese, command.english) << "\n\n";
  for (const Flag& flag : command.flags) {
    std::string left = std::string("  --") + flag.name;
    if (flag.value != nullptr) left += std::string(" ") + flag.value;
    left.resize(std::max<std::size_t>(left.size() + 1, 34), ' ');
    world.out << left << world.say(flag.chinese, flag.english) << "\n";
  }
  world.out << "  --lang zh|en                    "
            << world.say("输出语言", "language of the output") << "\n"
            << "  --help                          " << world.say("显示本说明", "shows this")
            << "\n";
}

void print_help(const World& world, std::ostream& out) {
  out << world.say(
      "善治：村民志愿积分与微网格治理\n用法：shanzhi <命令> [选项…]\n\n",
      "Shanzhi: village volunteer points and micro-grids\nUsage: shanzhi <command> [options…]\n\n");
  for (const Subcommand& command : subcommands()) {
    std::string left = std::string("  ") + command.name;
    left.resize(20, ' ');
    out << left << world.say(command.chinese, command.english) << "\n";
  }
  out << world.say("\n各命令的选项：shanzhi <命令> --help。退出码：0 完成，1 失败，2 用法不对。\n",
                   "\nOptions of each: shanzhi <command> --help. Exit codes: 0 done, 1 failed, 2 "
                   "wrong usage.\n");
}

/// Takes --lang out of the words. False when its value is no language.
bool take_language(World& world, std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string value;
    std::size_t count = 1;
    if (words[i].rfind("--lang=", 0) == 0) {
      value = words[i].substr(7);
    } else if (words[i] == "--lang") {
      if (i + 1 < words.size()) value = words[i + 1];
      count = 2;
    } else {
      continue;
    }
    if (value != "zh" && value != "en") return false;
    world.language = value == "en" ? text::Language::english : text::Language::chinese;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(i),
                words.begin() + static_cast<std::ptrdiff_t>(std::min(i + count, words.size())));
    return true;
  }
  return true;
}

/// The subcommand that the first one or two words name; they are taken out.
const Subcommand* take_command(std::vector<std::string>& words) {
  for (const Subcommand& command : subcommands()) {
    const std::string name = command.name;
    const bool two = name.find(' ') != std::string::npos;
    if (words.size() < (two ? 2u : 1u)) continue;
    if ((two ? words[0] + " " + words[1] : words[0]) != name) continue;
    words.erase(words.begin(), words.begin() + (two ? 2 : 1));
    return &command;
  }
  return nullptr;
}

bool asks_for_help(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return word == "--help" || word == "-h"; });
}

}  // namespace

Exit run_program(World world, std::vector<std::string> words) {
  if (!take_language(world, words))
    return world.fail(world.say("--lang 只能是 zh 或 en。", "--lang is zh or en."), Exit::usage);
  if (words.empty()) {
    print_help(world, world.err);
    return Exit::usage;
  }
  if (words[0] == "help" || words[0] == "--help" || words[0] == "-h") {
    print_help(world, world.out);
    return Exit::done;
  }
  const std::string first = words[0];
  const Subcommand* command = take_command(words);
  if (command == nullptr) {
    if (first == "user" && asks_for_help(words)) {
      for (const Subcommand& each : subcommands())
        if (std::string_view(each.name).substr(0, 5) == "user ") {
          print_command_help(world, each);
          world.out << "\n";
        }
      return Exit::done;
    }
    if (first == "user")
      return world.fail(world.say("user 后面要有 add、password、role、token 或 list。",
                                  "user needs add, password, role, token or list."),
                        Exit::usage);
    return world.fail(
        world.say("没有这个命令：", "There is no such command: ") + first +
            world.say("。shanzhi --help 列出全部命令。", ". shanzhi --help lists them."),
        Exit::usage);
  }
  if (asks_for_help(words)) {
    print_command_help(world, *command);
    return Exit::done;
  }
  const Parsed parsed = parse(world, *command, words);
  if (!parsed.trouble.empty())
    return world.fail(
        parsed.trouble + world.say(" 用法见 shanzhi ", " See shanzhi ") + command->name + " --help",
        Exit::usage);
  return command->run(world, parsed.arguments);
}

}  // namespace shanzhi
