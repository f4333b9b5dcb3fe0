// Walks a description once and notes what it sees.
#include "shared/describe/field_list.h"

namespace shanzhi::describe {
namespace {

class Lister final : public Visitor {
 public:
  explicit Lister(std::vector<FieldInfo>& out) : out_(&out) {}

  void text(const Field& field, std::string&) override { add(field, Shape::text); }
  void integer(const Field& field, std::int64_t&) override { add(field, Shape::integer); }
  void optional_integer(const Field& field, std::optional<std::int64_t>&) override {
    add(field, Shape::integer);
  }
  void real(const Field& field, double&) override { add(field, Shape::real); }
  void optional_real(const Field& field, std::optional<double>&) override {
    add(field, Shape::real);
  }
  void boolean(const Field& field, bool&) override { add(field, Shape::boolean); }
  void choice(const Field& field, int&, const char* const* names, int count) override {
    add(field, Shape::choice).choices.assign(names, names + count);
  }
  void record(const Field& field, RecordAccess access) override {
    std::vector<FieldInfo> nested = field_list(access);
    add(field, Shape::record).nested = std::move(nested);
  }
  void list(const Field& field, ListAccess access) override {
    std::vector<FieldInfo> nested;
    Lister inner(nested);
    access.visit(access.list, 0, inner);
    add(field, Shape::list).nested = std::move(nested);
  }
  void integers(const Field& field, std::vector<std::int64_t>&) override {
    add(field, Shape::integers);
  }
  void texts(const Field& field, std::vector<std::string>&) override { add(field, Shape::texts); }
  void raw_json(const Field& field, std::string&) override { add(field, Shape::json); }
  void fail_malformed(const Field&) override {}

 private:
  FieldInfo& add(const Field& field, Shape shape) {
    return out_->emplace_back(FieldInfo{field, shape, {}, {}});
  }

  std::vector<FieldInfo>* out_;
};

}  // namespace

std::vector<FieldInfo> field_list(RecordAccess record) {
  std::vector<FieldInfo> out;
  Lister lister(out);
  record.visit(record.object, lister);
  return out;
}

}  // namespace shanzhi::describe
