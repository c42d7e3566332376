# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The house rules of every target, applied target by target.

function(playground_configure target)
    target_compile_features(${target} PUBLIC cxx_std_20)
    set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
        QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual)
    if(PLAYGROUND_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(PLAYGROUND_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=${PLAYGROUND_SANITIZE} -fno-omit-frame-pointer)
        target_link_options(${target} PRIVATE -fsanitize=${PLAYGROUND_SANITIZE})
        if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
            # What it puts before a function cannot be put before the parts of a coroutine.
            target_compile_options(${target} PRIVATE -fno-sanitize=function)
        endif()
    endif()
    target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}")
endfunction()

# playground_library(<name> SOURCES … LINK …): a static library of the house, included as "core/trace/…" from the root.
function(playground_library name)
    cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LINK")
    qt_add_library(${name} STATIC ${ARG_SOURCES})
    playground_configure(${name})
    target_link_libraries(${name} PUBLIC ${ARG_LINK})
endfunction()

# playground_program(<name> SOURCES … LINK …): a program in build/bin.
function(playground_program name)
    cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LINK")
    qt_add_executable(${name} ${ARG_SOURCES})
    playground_configure(${name})
    target_link_libraries(${name} PRIVATE ${ARG_LINK})
endfunction()

# playground_test(<tst_name> LINK …): a Qt Test of tests/auto, offscreen and in a pinned locale.
function(playground_test name)
    cmake_parse_arguments(PARSE_ARGV 1 ARG "" "TIMEOUT" "LINK;SOURCES")
    qt_add_executable(${name} ${name}.cpp ${ARG_SOURCES})
    playground_configure(${name})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    target_link_libraries(${name} PRIVATE Qt6::Test ${ARG_LINK})
    add_test(NAME ${name} COMMAND ${name})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;PLAYGROUND_BIN=${CMAKE_BINARY_DIR}/bin;PLAYGROUND_SOURCE=${PROJECT_SOURCE_DIR}")
endfunction()
