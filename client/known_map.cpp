// Cutting an outline into triangles takes longer than a frame: only what is new is cut.
#include "client/known_map.h"

namespace shanzhi::app {

void KnownMap::follow(model::Model& model, const std::string& place) {
  const auto& outlines = model.outlines.want(model::query_path("outlines", {{"place", place}}));
  settled_ = static_cast<bool>(outlines) || outlines.trouble.has_value();
  trouble_ = outlines ? std::nullopt : outlines.trouble;
  if (!outlines || (place == place_ && outlines.revision == revision_)) return;
  place_ = place;
  revision_ = outlines.revision;
  shape_ = widgets::MapShape(*outlines);
}

}  // namespace shanzhi::app
