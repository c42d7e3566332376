# SPDX-FileCopyrightText: 2026 The Async Playground authors
# SPDX-License-Identifier: GPL-3.0-or-later
import sys

print("on stdout")
sys.exit("a reason for leaving")
