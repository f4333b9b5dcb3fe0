// The fields of a record as a list: for forms, tables of columns, schemas.
#pragma once

#include <string>
#include <vector>

#include "shared/describe/describe.h"

namespace shanzhi::describe {

enum class Shape : std::uint8_t {
  text,
  integer,
  real,
  boolean,
  choice,
  record,
  list,
  integers,
  texts,
  json,
};

struct FieldInfo {
  Field field;
  Shape shape = Shape::text;
  std::vector<const char*> choices;  ///< of Shape::choice
  std::vector<FieldInfo> nested;     ///< of Shape::record, and of each element of Shape::list
};

/// The fields in described order. The record is only looked at.
std::vector<FieldInfo> field_list(RecordAccess record);
template <class R>
std::vector<FieldInfo> field_list() {
  R record{};
  return field_list(access_record(record));
}

/// JSON Schema of one field alone, as JSON text: for a query's parameter.
std::string write_field_schema(const FieldInfo& info);

}  // namespace shanzhi::describe
