#include "server/exchange/geojson.h"

#include "shared/api/names.h"
#include "shared/describe/json.h"
#include "shared/places/geojson.h"

namespace shanzhi::exchange {
namespace {

using base::ErrorCode;

struct Properties {
  std::string code, name, parent, level;
};
struct Feature {
  std::string type, geometry;
  Properties properties;
};
struct FeatureCollection {
  std::string type;
  std::vector<Feature> features;
};

describe::Field optional(const char* name) {
  return {name, "", describe::Presence::optional};
}

void fields(describe::Visitor& v, Properties& p) {
  v.text(optional("code"), p.code);
  v.text(optional("name"), p.name);
  v.text(optional("parent"), p.parent);
  v.text(optional("level"), p.level);
}
void fields(describe::Visitor& v, Feature& f) {
  v.text(optional("type"), f.type);
  v.raw_json(optional("geometry"), f.geometry);
  describe::visit_record(v, optional("properties"), f.properties);
}
void fields(describe::Visitor& v, FeatureCollection& c) {
  v.text(optional("type"), c.type);
  describe::visit_list(v, optional("features"), c.features);
}

void convert(base::Outline& outline, base::Datum datum) {
  auto each = [&](base::Ring& ring) {
    for (base::Point& p : ring) p = base::to_wgs84(p, datum);
  };
  for (base::Polygon& polygon : outline) {
    each(polygon.outer);
    for (base::Ring& hole : polygon.holes) each(hole);
  }
}

}  // namespace

bool looks_like_json(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && bytes[first] == '{';
}

base::Result<app::Table> read_geojson(std::string_view bytes, base::Datum datum) {
  FeatureCollection collection;
  const auto read =
      describe::read_json(bytes, describe::access_record(collection), describe::ReadMode::tolerant);
  if (!read) return read.error();
  if (collection.type != "FeatureCollection") return {ErrorCode::malformed, "/type"};
  app::Table table;
  table.headings = {"code", "name", "parent", "level", "outline"};
  table.first_row = 1;
  for (std::size_t i = 0; i < collection.features.size(); ++i) {
    Feature& feature = collection.features[i];
    auto outline = places::parse_geometry(feature.geometry);
    if (!outline)
      return {outline.error().code, "/features/" + std::to_string(i), std::to_string(i + 1)};
    convert(*outline, datum);
    const Properties& p = feature.properties;
    table.rows.push_back({p.code, p.name, p.parent, p.level, places::write_geometry(*outline)});
  }
  return table;
}

}  // namespace shanzhi::exchange
