# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs the application, and runs examples in both languages from there, and a program of one's own.
set(ENV{XDG_CACHE_HOME} "${SCRATCH}/cache")
set(ENV{QT_QPA_PLATFORM} offscreen)
set(ENV{LC_ALL} C.UTF-8)

function(must)
    execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE errors)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${ARGV}: ${result}\n${output}${errors}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE "${SCRATCH}")
must("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${SCRATCH}/prefix")
set(application "${SCRATCH}/prefix/bin/async-playground")
set(examples "${SCRATCH}/prefix/share/async-playground/examples")

foreach(file IN ITEMS share/applications/async-playground.desktop share/metainfo/async-playground.metainfo.xml
        share/icons/hicolor/scalable/apps/async-playground.svg)
    if(NOT EXISTS "${SCRATCH}/prefix/${file}")
        message(FATAL_ERROR "${file} is not installed")
    endif()
endforeach()

# Nothing of the source folder is needed: neither examples nor headers.
must("${application}" examples)
if(NOT output MATCHES "${examples}/gather/scenario.cpp" OR output MATCHES "${SOURCE}/examples")
    message(FATAL_ERROR "These are not the installed examples:\n${output}")
endif()
file(READ "${SCRATCH}/prefix/libexec/async-playground/cpp/kit.json" kit)
if(kit MATCHES "${SOURCE}/" OR kit MATCHES "${BUILD}/")
    message(FATAL_ERROR "What C++ programs are built with is not all installed:\n${kit}")
endif()

foreach(ending IN ITEMS py cpp)
    must("${application}" run "${examples}/gather/scenario.${ending}" --speed instant)
    if(NOT output MATCHES "On the tray: coffee \\(3 s\\), tea \\(1 s\\), cocoa \\(2 s\\)")
        message(FATAL_ERROR "gather/scenario.${ending} printed:\n${output}")
    endif()
endforeach()
file(GLOB built "${SCRATCH}/cache/*/cpp/programs/*")
if(built)
    message(FATAL_ERROR "The example as it is shipped was built once more: ${built}")
endif()

file(READ "${examples}/gather/scenario.cpp" text)
string(REPLACE "On the tray" "On my tray" text "${text}")
file(WRITE "${SCRATCH}/edited.cpp" "${text}")
must("${application}" run "${SCRATCH}/edited.cpp" --speed instant)
if(NOT output MATCHES "On my tray")
    message(FATAL_ERROR "The edited program printed:\n${output}")
endif()
