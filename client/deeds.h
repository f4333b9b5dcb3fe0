// Does what screens wish for: moves, sends, saves, downloads.
#pragma once

#include "client/desk.h"
#include "client/model/model.h"
#include "client/screens/intent.h"

namespace shanzhi::app {

class Deeds {
 public:
  Deeds(model::Model& model, model::Settings& settings, Desk& desk)
      : model_(model), settings_(settings), desk_(desk) {}

  void grant(const screens::Intent& intent);
  /// What goes on over several frames: files picked, exports that end. Call once a frame.
  void work();

 private:
  void submit(const screens::Submit& wish);
  void upload(const screens::Upload& wish);
  void start_export(const screens::Export& wish);
  std::string address_of(const screens::Export& wish) const;
  void get_file(model::ExportJob::Order order);

  model::Model& model_;
  model::Settings& settings_;
  Desk& desk_;
  int picking_ = 0;
  std::uint32_t done_seen_ = 0;
};

}  // namespace shanzhi::app
