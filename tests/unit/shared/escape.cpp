// Text inside another language.
#include <catch2/catch_test_macros.hpp>

#include "shared/base/escape.h"

using namespace shanzhi::base;

TEST_CASE("percent coding survives any bytes") {
  const std::string all = "a b/?&=#%中文+~\x01";
  REQUIRE(percent_decoded(percent_encoded(all)) == all);
  REQUIRE(percent_encoded("a b/+~中") == "a%20b%2F%2B~%E4%B8%AD");
}

TEST_CASE("what is no percent code stays as it is") {
  REQUIRE(percent_decoded("%zz%4") == "%zz%4");
}

TEST_CASE("no text becomes a tag or leaves its attribute") {
  REQUIRE(html_escaped("<b a='1' c=\"2\">李 & 张</b>") ==
          "&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;李 &amp; 张&lt;/b&gt;");
}
