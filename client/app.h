// One face for whoever signs in: the door before it, and what it wishes granted.
#pragma once

#include "client/face.h"
#include "client/program.h"

namespace shanzhi::app {

using MakeFace = std::unique_ptr<Face> (*)(model::Model&);
template <class F>
std::unique_ptr<Face> make_face(model::Model& model) {
  return std::make_unique<F>(model);
}

class App : public Program {
 public:
  App(platform::Platform& platform, MakeFace make_face);
  ~App() override;
  App(const App&) = delete;
  App& operator=(const App&) = delete;
  void frame() override;
  bool work() override;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace shanzhi::app
