# The tests of shared/ once more, as WebAssembly under node: what the browser computes is what was tested.
# tests/unit/shared and the folders there that are named for a room of shared/.

file(GLOB shared_rooms RELATIVE ${CMAKE_SOURCE_DIR}/shared ${CMAKE_SOURCE_DIR}/shared/*)
foreach(room shared ${shared_rooms})
  file(GLOB_RECURSE found CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/unit/${room}/*.cpp)
  list(APPEND shared_tests ${found})
endforeach()
if(shared_tests)
  add_executable(shanzhi_wasm_unit EXCLUDE_FROM_ALL ${shared_tests} ${shared_sources}
    tests/support/small_jpeg.cpp)
  target_link_libraries(shanzhi_wasm_unit PRIVATE shanzhi_flags nlohmann_json Catch2::Catch2WithMain)
  target_compile_definitions(shanzhi_wasm_unit PRIVATE SHANZHI_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_compile_options(shanzhi_wasm_unit PRIVATE -O1 -fno-exceptions)
  target_compile_options(Catch2 PRIVATE -O1 -fno-exceptions)
  target_compile_options(Catch2WithMain PRIVATE -O1 -fno-exceptions)
  target_link_options(shanzhi_wasm_unit PRIVATE -O1 -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1
    -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=67108864 -sTOTAL_STACK=1048576 -sASSERTIONS=1)
endif()
