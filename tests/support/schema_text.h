// A whole database as text, so that what an older program wrote can be kept and read.
#pragma once

#include <string>

namespace shanzhi::test {

/// Every table with its rows, then indexes and triggers, then the version: SQL that makes it again.
std::string text_of(const std::string& database);
/// Makes the file from that text.
void make_from_text(const std::string& database, const std::string& text);
/// Tables, columns, indexes and triggers, one a line, however they came about.
std::string schema_of(const std::string& database);
/// The rows of every table of `like`, by its columns, as they are in `database`.
std::string content_of(const std::string& database, const std::string& like);

}  // namespace shanzhi::test
