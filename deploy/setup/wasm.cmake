# The client as WebAssembly: small (-Oz, link-time optimisation), no exceptions, no run-time types, no file
# system. Then everything the server hands to a browser is put together in one folder, compressed.

set(SHANZHI_WEB "${CMAKE_SOURCE_DIR}/build/web" CACHE PATH "Where the files for the browser go")
add_library(wasm_flags INTERFACE)
# Instructions that every browser with WebGL 2 has; without them each is a dozen others.
# One thread makes each static, nothing outlives the page, and nobody reads errno.
target_compile_options(wasm_flags INTERFACE -Oz -flto -fno-exceptions
  -mnontrapping-fptoint -mbulk-memory -msign-ext -fno-math-errno
  $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti -fno-threadsafe-statics -fno-c++-static-destructors>)
target_compile_definitions(wasm_flags INTERFACE NDEBUG SHANZHI_WITHOUT_SENTENCES)
target_link_libraries(imgui PRIVATE wasm_flags)

list(FILTER client_sources EXCLUDE REGEX "/client/platform/headless/")
file(GLOB js_libraries CONFIGURE_DEPENDS client/platform/web/*.js)
file(GLOB web_main CONFIGURE_DEPENDS client/platform/web/main.cpp)
if(NOT web_main)
  message(STATUS "client/platform/web/main.cpp is missing: no browser client")
  return()
endif()

# All is compiled once; what a program does not reach is left out when it is linked.
add_library(client_objects OBJECT ${client_sources} ${shared_sources})
target_link_libraries(client_objects PRIVATE shanzhi_flags wasm_flags imgui nlohmann_json)

# browser_program(NAME MAIN): NAME.wasm and NAME.js, with the source that says which program it is.
function(browser_program name main)
  add_executable(${name} ${main} $<TARGET_OBJECTS:client_objects>)
  target_link_libraries(${name} PRIVATE shanzhi_flags wasm_flags imgui)
  target_link_options(${name} PRIVATE -Oz -flto -sENVIRONMENT=web -sMINIMAL_RUNTIME=1
    -sMINIMAL_RUNTIME_STREAMING_WASM_INSTANTIATION=1 -lhtml5_webgl.js -sMALLOC=emmalloc -sFILESYSTEM=0
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sINITIAL_MEMORY=67108864 -sALLOW_MEMORY_GROWTH=1
    -sTEXTDECODER=2 -sASSERTIONS=0 -sSUPPORT_ERRNO=0 -sGL_TRACK_ERRORS=0
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sDISABLE_EXCEPTION_THROWING=1 -sEXPORTED_FUNCTIONS=_main,_malloc,_free)
  foreach(library ${js_libraries})
    target_link_options(${name} PRIVATE "SHELL:--js-library ${library}")
  endforeach()
  set_property(TARGET ${name} PROPERTY LINK_DEPENDS ${js_libraries})
  # The linker's own pass leaves work for a second one: a seventieth of the compressed program.
  add_custom_command(TARGET ${name} POST_BUILD
    COMMAND wasm-opt -Oz --enable-nontrapping-float-to-int --enable-bulk-memory --enable-sign-ext
      --enable-mutable-globals ${name}.wasm -o ${name}.wasm VERBATIM)
endfunction()

browser_program(app client/desk_program.cpp)
browser_program(phone client/phone_program.cpp)
browser_program(wall client/wall_program.cpp)

add_custom_target(web ALL
  COMMAND ${CMAKE_SOURCE_DIR}/deploy/setup/web.sh ${CMAKE_SOURCE_DIR}/web ${CMAKE_BINARY_DIR}
    ${SHANZHI_WEB}
  DEPENDS app phone wall
  COMMENT "Putting the files for the browser together")
