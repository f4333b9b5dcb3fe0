// shanzhi user add, password, role, token, list. They work while the server runs.
#include <iostream>

#include "server/opening.h"

namespace shanzhi {
namespace {

constexpr std::size_t kPasswordMin = 8, kPasswordMax = 128;

/// From standard input or made; "" after having said why not.
std::string password_of(const World& world, const Arguments& arguments, storage::Storage& storage) {
  if (!arguments.has("password-stdin")) return storage.make_password();
  std::string password;
  std::getline(std::cin, password);
  if (password.size() < kPasswordMin || password.size() > kPasswordMax) {
    world.fail(world.say("密码应为 8 至 128 个字符。", "A password has 8 to 128 characters."));
    return {};
  }
  return password;
}

Exit told(const World& world, const base::Result<base::Done>& done) {
  if (done) return Exit::done;
  return world.fail(why(world, done.error()));
}

void show_made(const World& world, const Arguments& arguments, const std::string& password) {
  if (!arguments.has("password-stdin")) world.out << password << "\n";
  world.err << world.say("密码只显示这一次。", "The password is shown this once.") << "\n";
}

}  // namespace

Exit user_add(const World& world, const Arguments& arguments) {
  const auto role = role_of(world, arguments);
  if (!role) return Exit::usage;
  storage::NewUser user;
  if (arguments.has("person")) {
    const auto person = base::parse_uuid(arguments.value("person"));
    if (!person)
      return world.fail(world.say("--person 应是居民的编号。", "--person is a resident's id."),
                        Exit::usage);
    user.person.uuid = *person;
  }
  const auto storage = open_storage(world, arguments, false);
  if (!storage) return Exit::failed;
  user.name = arguments.words.front();
  user.title = arguments.value("title");
  user.place = arguments.value("place");
  user.role = *role;
  user.password = password_of(world, arguments, *storage);
  if (user.password.empty()) return Exit::usage;
  if (const auto done = storage->add_user(user); !done) return told(world, done);
  if (!arguments.has("password-stdin")) show_made(world, arguments, user.password);
  return Exit::done;
}

Exit user_password(const World& world, const Arguments& arguments) {
  const auto storage = open_storage(world, arguments, false);
  if (!storage) return Exit::failed;
  const std::string password = password_of(world, arguments, *storage);
  if (password.empty()) return Exit::usage;
  if (const auto done = storage->set_password(arguments.words.front(), password); !done)
    return told(world, done);
  if (!arguments.has("password-stdin")) show_made(world, arguments, password);
  return Exit::done;
}

Exit user_role(const World& world, const Arguments& arguments) {
  const auto role = role_of(world, arguments);
  if (!role) return Exit::usage;
  const auto storage = open_storage(world, arguments, false);
  if (!storage) return Exit::failed;
  return told(world, storage->set_role(arguments.words.front(), *role, arguments.value("place")));
}

Exit user_token(const World& world, const Arguments& arguments) {
  const auto role = role_of(world, arguments);
  if (!role) return Exit::usage;
  const auto days = number_of(world, arguments, "expires", 0, 1, 36'500);
  if (!days) return Exit::usage;
  const auto storage = open_storage(world, arguments, false);
  if (!storage) return Exit::failed;
  storage::NewToken token;
  token.label = arguments.value("label");
  token.place = arguments.value("place");
  token.role = *role;
  if (*days > 0) token.days = *days;
  const auto secret = storage->issue_token(token);
  if (!secret) return world.fail(why(world, secret.error()));
  world.out << *secret << "\n";
  return Exit::done;
}

Exit user_list(const World& world, const Arguments& arguments) {
  const auto storage = open_storage(world, arguments, false);
  if (!storage) return Exit::failed;
  for (const auto& user : storage->users())
    world.out << user.name << "\t" << describe::name_of(user.role) << "\t" << user.place << "\t"
              << (user.active ? world.say("可登录", "active") : world.say("已停用", "suspended"))
              << "\t" << user.title << "\n";
  return Exit::done;
}

}  // namespace shanzhi
