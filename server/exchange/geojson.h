// Places and their outlines as GeoJSON (RFC 7946), in and out.
#pragma once

#include <string>
#include <string_view>

#include "server/app/table.h"
#include "shared/base/geometry.h"
#include "shared/base/result.h"

namespace shanzhi::exchange {

/// True when the bytes look like a JSON object.
bool looks_like_json(std::string_view bytes);

/// A FeatureCollection of Polygons and MultiPolygons whose properties name code, name, parent and
/// level, as a table with an outline column (GeoJSON geometry in WGS 84). Errors: malformed (`shown`
/// the number of the feature), too_large.
base::Result<app::Table> read_geojson(std::string_view bytes, base::Datum datum);

}  // namespace shanzhi::exchange
