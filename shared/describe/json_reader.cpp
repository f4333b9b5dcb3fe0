// Reads a tree into a described record, and says for every offender which field and why.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "shared/base/utf8.h"
#include "shared/describe/field_checks.h"
#include "shared/describe/json.h"
#include "shared/describe/json_tree.h"

namespace shanzhi::describe {
namespace {

constexpr std::size_t kErrorsMax = 32;
/// A list whose description gives no bound still ends somewhere.
constexpr std::int64_t kListMax = 100'000;
/// A refused name is shown again only so far.
constexpr std::size_t kShownNameMax = 64;

class Reader final : public Visitor {
 public:
  Reader(JsonTree& tree, ReadMode mode, bool loose, std::size_t errors_max)
      : tree_(tree), mode_(mode), loose_(loose), errors_max_(errors_max) {}

  /// Reads the object at `index`; the caller has set the path.
  void read_object(std::uint32_t index, RecordAccess record) {
    const std::uint32_t outer = object_, outer_next = next_;
    object_ = index;
    next_ = index + 1;
    if (tree_.nodes()[index].kind != JsonKind::object) {
      fail(base::ErrorCode::malformed);
    } else {
      record.visit(record.object, *this);
      if (mode_ == ReadMode::strict) refuse_unknown(index);
    }
    object_ = outer;
    next_ = outer_next;
  }

  void text(const Field& field, std::string& value) override {
    const JsonNode* node = find(field);
    if (node == nullptr) return;
    if (node->kind != JsonKind::text) return fail_at(field, base::ErrorCode::malformed);
    const std::string_view given = tree_.text(*node);
    if (mode_ == ReadMode::strict) {
      if (auto trouble = trouble_of_text(field, given)) return fail_with(field, *trouble);
    }
    value = given;
  }

  void integer(const Field& field, std::int64_t& value) override {
    const JsonNode* node = find(field);
    if (node != nullptr) read_integer(field, *node, value);
  }

  void optional_integer(const Field& field, std::optional<std::int64_t>& value) override {
    value = std::nullopt;
    const JsonNode* node = find(field);
    std::int64_t read = 0;
    if (node != nullptr && read_integer(field, *node, read)) value = read;
  }

  void real(const Field& field, double& value) override {
    const JsonNode* node = find(field);
    if (node != nullptr) read_real(field, *node, value);
  }

  void optional_real(const Field& field, std::optional<double>& value) override {
    value = std::nullopt;
    const JsonNode* node = find(field);
    double read = 0;
    if (node != nullptr && read_real(field, *node, read)) value = read;
  }

  void boolean(const Field& field, bool& value) override {
    const JsonNode* node = find(field);
    if (node == nullptr) return;
    if (node->kind == JsonKind::boolean) {
      value = node->integer != 0;
    } else if (const auto given = loose_ ? tree_.text(*node) : std::string_view{};
               given == "1" || given == "true") {
      value = true;
    } else if (given == "0" || given == "false") {
      value = false;
    } else {
      fail_at(field, base::ErrorCode::malformed);
    }
  }

  void choice(const Field& field, int& index, const char* const* names, int count) override {
    const JsonNode* node = find(field);
    if (node == nullptr) return;
    if (node->kind != JsonKind::text) return fail_at(field, base::ErrorCode::malformed);
    for (int i = 0; i < count; ++i) {
      if (tree_.text(*node) == names[i]) {
        index = i;
        return;
      }
    }
    std::string all;
    for (int i = 0; i < count; ++i) all += (i == 0 ? "" : ", ") + std::string(names[i]);
    const std::string given(base::cut_utf8(tree_.text(*node), kShownNameMax));
    fail_with(field,
              {base::ErrorCode::not_a_choice, {}, base::valid_utf8(given) ? given : "", all});
  }

  void record(const Field& field, RecordAccess access) override {
    const JsonNode* node = find(field);
    if (node == nullptr) return;
    const Step step(*this, field.name);
    read_object(index_of(node), access);
  }

  void list(const Field& field, ListAccess access) override {
    const JsonNode* node = find(field);
    if (node == nullptr) return access.resize(access.list, 0);
    if (!list_fits(field, *node)) return;
    access.resize(access.list, node->count);
    const Step step(*this, field.name);
    Row row{access, 0};
    each(*node, [&](std::uint32_t child, std::size_t i) {
      row.index = i;
      read_object(child, {&row, [](void* object, Visitor& v) {
                            Row& at = *static_cast<Row*>(object);
                            at.access.visit(at.access.list, at.index, v);
                          }});
    });
  }

  void integers(const Field& field, std::vector<std::int64_t>& values) override {
    values.clear();
    const JsonNode* node = find(field);
    if (node == nullptr || !list_fits(field, *node)) return;
    values.reserve(node->count);
    const Step step(*this, field.name);
    each(*node, [&](std::uint32_t child, std::size_t) {
      const JsonNode& at = tree_.nodes()[child];
      if (at.kind != JsonKind::integer) fail(base::ErrorCode::malformed);
      values.push_back(at.integer);
    });
  }

  void texts(const Field& field, std::vector<std::string>& values) override {
    values.clear();
    const JsonNode* node = find(field);
    if (node == nullptr || !list_fits(field, *node)) return;
    values.reserve(node->count);
    const Step step(*this, field.name);
    Field each_field = field;  // the bounds are the list's, the kind each text's
    each_field.presence = Presence::required;
    each_field.low = 1;
    each_field.high = kTextMax;
    each(*node, [&](std::uint32_t child, std::size_t) {
      const JsonNode& at = tree_.nodes()[child];
      if (at.kind != JsonKind::text) return fail(base::ErrorCode::malformed);
      if (mode_ == ReadMode::strict) {
        if (auto trouble = trouble_of_text(each_field, tree_.text(at))) return fail(*trouble);
      }
      values.emplace_back(tree_.text(at));
    });
  }

  void raw_json(const Field& field, std::string& json) override {
    const JsonNode* node = find(field);
    if (node == nullptr) return;
    json.clear();
    tree_.write(index_of(node), json);
  }

  void fail_malformed(const Field& field) override { fail_at(field, base::ErrorCode::malformed); }

  std::vector<base::Error> errors_;

 private:
  struct Row {
    ListAccess access;
    std::size_t index;
  };
  /// Lengthens the path while it lives.
  class Step {
   public:
    Step(Reader& reader, std::string_view name) : reader_(reader), size_(reader.path_.size()) {
      reader.path_ += "/" + pointer_part(name);
    }
    ~Step() { reader_.path_.resize(size_); }

   private:
    Reader& reader_;
    std::size_t size_;
  };

  std::uint32_t index_of(const JsonNode* node) {
    return static_cast<std::uint32_t>(node - tree_.nodes().data());
  }

  template <class F>
  void each(const JsonNode& list, F visit) {
    std::uint32_t child = index_of(&list) + 1;
    for (std::size_t i = 0; i < list.count && !full(); ++i) {
      const Step step(*this, std::to_string(i));
      visit(child, i);
      child = tree_.nodes()[child].end;
    }
  }

  /// The field's value, or nullptr when it is absent (which is reported when it is required). Fields
  /// mostly come in described order, so the search begins behind the last find.
  const JsonNode* find(const Field& field) {
    const std::uint32_t first = object_ + 1, end = tree_.nodes()[object_].end;
    std::uint32_t at = next_ < end ? next_ : first;
    for (std::uint32_t n = tree_.nodes()[object_].count; n > 0; --n) {
      JsonNode& node = tree_.nodes()[at];
      const std::uint32_t following = node.end < end ? node.end : first;
      if (tree_.key(node) == field.name) {
        node.seen = true;
        next_ = following;
        return &node;
      }
      at = following;
    }
    if (field.presence == Presence::required) fail_at(field, base::ErrorCode::missing_field);
    return nullptr;
  }

  bool read_real(const Field& field, const JsonNode& given, double& value) {
    const JsonNode* node = &given;
    JsonTree number;
    std::string ignored;
    if (loose_ && number.parse(tree_.text(given), ignored)) node = &number.nodes().front();
    if (node->kind != JsonKind::integer && node->kind != JsonKind::real &&
        node->kind != JsonKind::huge) {
      return fail_at(field, base::ErrorCode::malformed), false;
    }
    if (mode_ == ReadMode::strict && (node->real < static_cast<double>(field.low) ||
                                      node->real > static_cast<double>(field.high))) {
      return fail_with(field, out_of_range(field)), false;
    }
    value = node->real;
    return true;
  }

  bool read_integer(const Field& field, const JsonNode& node, std::int64_t& value) {
    std::int64_t read = node.integer;
    JsonKind kind = node.kind;
    if (loose_) {
      const std::string_view given = tree_.text(node);
      const auto [end, trouble] = std::from_chars(given.data(), given.data() + given.size(), read);
      const bool whole = !given.empty() && end == given.data() + given.size();
      kind = !whole ? JsonKind::text : trouble == std::errc{} ? JsonKind::integer : JsonKind::huge;
    }
    if (kind == JsonKind::huge) return fail_with(field, out_of_range(field)), false;
    if (kind != JsonKind::integer) return fail_at(field, base::ErrorCode::malformed), false;
    if (mode_ == ReadMode::strict && (read < field.low || read > field.high)) {
      return fail_with(field, out_of_range(field)), false;
    }
    value = read;
    return true;
  }

  bool list_fits(const Field& field, const JsonNode& node) {
    if (node.kind != JsonKind::list) return fail_at(field, base::ErrorCode::malformed), false;
    if (mode_ == ReadMode::tolerant) return true;
    if (node.count < field.low || node.count > std::min(field.high, kListMax)) {
      return fail_with(field, out_of_range(field)), false;
    }
    return true;
  }

  void refuse_unknown(std::uint32_t object) {
    const std::uint32_t end = tree_.nodes()[object].end;
    for (std::uint32_t i = object + 1; i < end && !full(); i = tree_.nodes()[i].end) {
      if (tree_.nodes()[i].seen) continue;
      const Step step(*this, base::cut_utf8(tree_.key(tree_.nodes()[i]), kShownNameMax));
      fail(base::ErrorCode::unknown_field);
    }
  }

  bool full() const { return errors_.size() >= errors_max_; }
  void fail(base::Error error) {
    if (full()) return;
    error.field = path_;
    errors_.push_back(std::move(error));
  }
  void fail(base::ErrorCode code) { fail(base::Error{code, {}, {}, {}}); }
  void fail_with(const Field& field, base::Error error) {
    const Step step(*this, field.name);
    fail(std::move(error));
  }
  void fail_at(const Field& field, base::ErrorCode code) { fail_with(field, {code, {}, {}, {}}); }

  JsonTree& tree_;
  ReadMode mode_;
  bool loose_;
  std::size_t errors_max_;
  std::string path_;
  std::uint32_t object_ = 0, next_ = 0;
};

std::vector<base::Error> read(std::string_view text, RecordAccess record, ReadMode mode,
                              std::size_t errors_max) {
  JsonTree tree;
  std::string trouble;
  if (!tree.parse(text, trouble)) return {{base::ErrorCode::malformed, trouble, {}, {}}};
  Reader reader(tree, mode, false, errors_max);
  reader.read_object(0, record);
  return std::move(reader.errors_);
}

}  // namespace

base::Result<base::Done> read_json(std::string_view text, RecordAccess record, ReadMode mode) {
  auto errors = read(text, record, mode, 1);
  if (!errors.empty()) return std::move(errors.front());
  return base::Done{};
}

std::vector<base::Error> errors_in_json(std::string_view text, RecordAccess record) {
  return read(text, record, ReadMode::strict, kErrorsMax);
}

base::Result<base::Done> read_parameters(
    const std::vector<std::pair<std::string, std::string>>& parameters, RecordAccess record) {
  JsonTree tree;
  tree.begin_parameters();
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const std::string& name = parameters[i].first;
    if (!base::valid_utf8(name)) return base::ErrorCode::malformed;
    for (std::size_t j = 0; j < i; ++j)
      if (parameters[j].first == name)
        return {base::ErrorCode::malformed,
                "/" + pointer_part(base::cut_utf8(name, kShownNameMax))};
    tree.add_parameter(name, parameters[i].second);
    if (i > 64) return base::ErrorCode::too_large;  // no description has so many
  }
  Reader reader(tree, ReadMode::strict, true, 1);
  reader.read_object(0, record);
  if (!reader.errors_.empty()) return std::move(reader.errors_.front());
  return base::Done{};
}

}  // namespace shanzhi::describe
