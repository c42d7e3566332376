# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs the package, builds the program outside with another compiler, and runs it without and with its trace.
function(must)
    execute_process(COMMAND ${ARGV} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${ARGV}: ${result}\n${output}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE "${SCRATCH}")
must("${CMAKE_COMMAND}" --install "${BUILD}" --component development --prefix "${SCRATCH}/prefix")
must("${CMAKE_COMMAND}" -S "${SOURCE}" -B "${SCRATCH}/build" -G Ninja "-DCMAKE_CXX_COMPILER=${COMPILER}"
    "-DCMAKE_PREFIX_PATH=${SCRATCH}/prefix" -DCMAKE_BUILD_TYPE=Debug "-DCMAKE_EXE_LINKER_FLAGS=${LINK_FLAGS}")
must("${CMAKE_COMMAND}" --build "${SCRATCH}/build")

set(expected "Ann buys apples\nBo buys pears\nAnn buys plums\nBo buys grapes\nsold out\n")
foreach(trace IN ITEMS "" "${SCRATCH}/trace")
    must("${CMAKE_COMMAND}" -E env "ASYNC_PLAYGROUND_TRACE=${trace}" ASYNC_PLAYGROUND_CLOCK=instant "${SCRATCH}/build/market")
    if(NOT output STREQUAL expected)
        message(FATAL_ERROR "It printed:\n${output}")
    endif()
endforeach()
file(READ "${SCRATCH}/trace" header LIMIT 26 HEX)
# ["async-playground trace", …: a CBOR array of two, a text of 22 bytes.
if(NOT header MATCHES "^82766173796e632d706c617967726f756e64207472616365")
    message(FATAL_ERROR "The trace begins with ${header}")
endif()
