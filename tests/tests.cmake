# One executable for each folder of tests that has sources. The benchmarks are built only when asked for.

file(GLOB_RECURSE support_sources CONFIGURE_DEPENDS tests/support/*.cpp)
shanzhi_library(shanzhi_test_support SOURCES ${support_sources}
  LINKS shanzhi_server httplib nlohmann_json sodium Catch2::Catch2)

function(shanzhi_tests name folder)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp)
  if(SHANZHI_SANITIZE STREQUAL "thread" AND folder STREQUAL "tests/storage")
    # Where nothing runs beside anything, nothing races: only the tests that start threads or a server.
    foreach(test ${sources})
      file(STRINGS ${test} beside REGEX "thread|in_one_batch|served|_async" LIMIT_COUNT 1)
      if(test MATCHES "_test.cpp$" AND NOT beside)
        list(REMOVE_ITEM sources ${test})
      endif()
    endforeach()
  endif()
  if(NOT sources)
    return()
  endif()
  add_executable(${name} EXCLUDE_FROM_ALL ${sources})
  target_link_libraries(${name} PRIVATE shanzhi_test_support Catch2::Catch2WithMain)
  target_compile_definitions(${name} PRIVATE SHANZHI_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  shanzhi_read_once(${name} <catch2/catch_test_macros.hpp>)
  set_property(GLOBAL APPEND PROPERTY shanzhi_test_targets ${name})
endfunction()

shanzhi_tests(shanzhi_unit tests/unit)
target_link_libraries(shanzhi_unit PRIVATE shanzhi_client)
shanzhi_tests(shanzhi_storage_tests tests/storage)
shanzhi_tests(shanzhi_api_tests tests/api)
shanzhi_tests(shanzhi_property tests/property)
shanzhi_tests(shanzhi_crash_tests tests/crash)
get_property(all_tests GLOBAL PROPERTY shanzhi_test_targets)
set(server_tests ${all_tests})
list(REMOVE_ITEM server_tests shanzhi_unit)   # the one that needs the client

# The benchmarks have a main of their own: their output is a table.
file(GLOB bench_sources CONFIGURE_DEPENDS tests/bench/*.cpp)
if(bench_sources)
  add_executable(shanzhi_bench EXCLUDE_FROM_ALL ${bench_sources})
  target_link_libraries(shanzhi_bench PRIVATE shanzhi_test_support shanzhi_client)
  target_compile_definitions(shanzhi_bench PRIVATE SHANZHI_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
endif()

add_custom_target(all_tests DEPENDS ${all_tests})
add_custom_target(all_server_tests DEPENDS ${server_tests})
