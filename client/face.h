// What a person who is signed in has before them: the desk, or the phone. Each is a program of its own.
#pragma once

#include "client/model/model.h"
#include "client/screens/env.h"
#include "client/screens/intent.h"
#include "client/widgets/theme.h"

namespace shanzhi::app {

class Face {
 public:
  virtual ~Face() = default;
  /// Its sizes.
  virtual widgets::Face sizes(const model::Settings& settings) const = 0;
  /// Whether a section is one of its own.
  virtual bool has(model::Section section) const = 0;
  virtual screens::Wish draw(const screens::Env& env) = 0;
  /// Everything typed and opened is forgotten: another person sits down.
  virtual void forget() = 0;
  /// Grants what only this face can; false when the wish is none of those.
  virtual bool grant(const screens::Intent& wish, const screens::Env& env) = 0;
  virtual void take(platform::PickedFile&& file) = 0;
};

/// Where this person begins: residents on the phone, whoever holds an office on the desk.
model::Section home_of(const api::Me& me);

/// What every screen is told of the person, the place and the time; before anybody is signed in it is nobody
/// at no place.
screens::Env env_of(model::Model& model, const model::Route& route,
                    const model::Settings& settings);

/// Asks for a file that the browser will save or print; says so.
void get_file(model::Model& model, const model::Settings& settings, model::ExportJob::Order order);

}  // namespace shanzhi::app
