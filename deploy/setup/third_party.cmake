# The libraries of others: those of deps.lock compiled from source, the rest from the system.
# Always optimised, never warned about.

foreach(needed catch2 cpp-httplib imgui nlohmann-json3 sqlite3 sqlitecpp)
  if(NOT EXISTS ${SHANZHI_DEPS}/${needed}/.stamp)
    message(FATAL_ERROR "${SHANZHI_DEPS}/${needed} is missing: run deploy/setup/sources.sh, "
      "or name the folder with -DSHANZHI_DEPS=")
  endif()
endforeach()
find_package(Threads REQUIRED)

# Undefined behaviour is looked for in our code only: it makes SQLite's one file four minutes' work.
set(quiet -w)
if(SHANZHI_SANITIZE)   # those builds optimise nothing of ours: compiling takes longer than the tests
  list(APPEND quiet -O1)
endif()
if(SHANZHI_SANITIZE MATCHES undefined)
  list(APPEND quiet -fno-sanitize=undefined)
endif()

add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${SHANZHI_DEPS}/nlohmann-json3/single_include)

# Dear ImGui. The project's own configuration header stands in for its imconfig.h, and must be the same for
# everything that includes imgui.h.
set(imgui ${SHANZHI_DEPS}/imgui)
set(imgui_sources ${imgui}/imgui.cpp ${imgui}/imgui_draw.cpp ${imgui}/imgui_widgets.cpp)
if(SHANZHI_WASM)   # client/platform/web/no_tables.cpp stands in for its tables
  list(APPEND imgui_sources ${imgui}/backends/imgui_impl_opengl3.cpp)
else()
  list(APPEND imgui_sources ${imgui}/imgui_tables.cpp)
endif()
add_library(imgui STATIC EXCLUDE_FROM_ALL ${imgui_sources})
target_include_directories(imgui SYSTEM PUBLIC ${imgui} ${imgui}/backends)
target_include_directories(imgui PRIVATE ${CMAKE_SOURCE_DIR})
file(GLOB imgui_config CONFIGURE_DEPENDS client/platform/imgui_config.h)
if(imgui_config)
  target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="client/platform/imgui_config.h")
endif()
target_compile_definitions(imgui PUBLIC $<$<BOOL:${SHANZHI_WASM}>:IMGUI_IMPL_OPENGL_ES3>)
target_compile_options(imgui PRIVATE ${quiet})

# Catch2: in the browser's build without exceptions, so that a failed REQUIRE ends the run.
set(CMAKE_POLICY_DEFAULT_CMP0077 NEW)   # let these answers reach Catch2's own options
set(CATCH_INSTALL_DOCS OFF)
set(CATCH_INSTALL_EXTRAS OFF)
set(CATCH_DEVELOPMENT_BUILD OFF)
if(SHANZHI_WASM)
  set(CATCH_CONFIG_DISABLE_EXCEPTIONS ON CACHE BOOL "" FORCE)
endif()
add_subdirectory(${SHANZHI_DEPS}/catch2 ${CMAKE_BINARY_DIR}/catch2 EXCLUDE_FROM_ALL SYSTEM)
set_target_properties(Catch2 PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 30)
target_compile_options(Catch2 PRIVATE ${quiet})

if(SHANZHI_WASM)
  return()
endif()

# SQLite as one file. Double-quoted strings off, foreign keys on; extensions cannot be loaded.
add_library(sqlite3 STATIC EXCLUDE_FROM_ALL ${SHANZHI_DEPS}/sqlite3/sqlite3.c)
target_include_directories(sqlite3 SYSTEM PUBLIC ${SHANZHI_DEPS}/sqlite3)
target_compile_definitions(sqlite3 PUBLIC SQLITE_THREADSAFE=1 SQLITE_DEFAULT_FOREIGN_KEYS=1 SQLITE_DQS=0
  SQLITE_OMIT_LOAD_EXTENSION SQLITE_ENABLE_STAT4 SQLITE_ENABLE_COLUMN_METADATA SQLITE_ENABLE_DBSTAT_VTAB
  SQLITE_USE_URI=0 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_DEFAULT_WAL_SYNCHRONOUS=2 SQLITE_MAX_EXPR_DEPTH=200
  HAVE_USLEEP=1)
# A commit need not wait for the time of its last change to be on the disk, only for its bytes.
target_compile_definitions(sqlite3 PRIVATE HAVE_FDATASYNC=1)
target_compile_options(sqlite3 PRIVATE ${quiet} $<IF:$<CONFIG:Debug>,-O1,-O2>)
if(SHANZHI_SANITIZE STREQUAL "thread")   # its own locks are seen without; races are looked for in our code
  target_compile_options(sqlite3 PRIVATE -fno-sanitize=thread)
endif()
target_link_libraries(sqlite3 PUBLIC Threads::Threads m)

file(GLOB sqlitecpp_sources ${SHANZHI_DEPS}/sqlitecpp/src/*.cpp)
add_library(sqlitecpp STATIC EXCLUDE_FROM_ALL ${sqlitecpp_sources})
target_include_directories(sqlitecpp SYSTEM PUBLIC ${SHANZHI_DEPS}/sqlitecpp/include)
target_link_libraries(sqlitecpp PUBLIC sqlite3)
target_compile_options(sqlitecpp PRIVATE ${quiet})

# A backlog of 5 costs seconds at the 99th percentile under load; 1,024 does not.
add_library(httplib STATIC EXCLUDE_FROM_ALL ${SHANZHI_DEPS}/cpp-httplib/split/httplib.cc)
target_include_directories(httplib SYSTEM PUBLIC ${SHANZHI_DEPS}/cpp-httplib/split)
target_compile_definitions(httplib PUBLIC CPPHTTPLIB_LISTEN_BACKLOG=1024)
target_link_libraries(httplib PUBLIC Threads::Threads)
target_compile_options(httplib PRIVATE ${quiet})

# From the system's packages.
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium_pc REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(zlib_pc REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(brotli_pc REQUIRED IMPORTED_TARGET libbrotlienc libbrotlidec)
pkg_check_modules(pugixml_pc REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(minizip_pc REQUIRED IMPORTED_TARGET minizip)
find_library(XLSXWRITER xlsxwriter REQUIRED)
add_library(sodium INTERFACE)
target_link_libraries(sodium INTERFACE PkgConfig::sodium_pc)
add_library(compression INTERFACE)
target_link_libraries(compression INTERFACE PkgConfig::zlib_pc PkgConfig::brotli_pc)
add_library(spreadsheets INTERFACE)
target_link_libraries(spreadsheets INTERFACE PkgConfig::pugixml_pc PkgConfig::minizip_pc
  ${XLSXWRITER} PkgConfig::zlib_pc)
