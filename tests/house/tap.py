# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The few lines by which the scripts of this folder report their cases to meson, in TAP."""

import sys


class Report:
    def __init__(self):
        self.count = 0
        self.failed = False

    def case(self, name, complaints):
        """Reports a case, which passes if the list of complaints is empty."""
        complaints = list(complaints)
        self.count += 1
        print('not ok' if complaints else 'ok', self.count, '-', name)
        for complaint in complaints:
            self.failed = True
            for line in complaint.splitlines():
                print('#', line)
                print(line, file=sys.stderr)

    def skip(self, name, reason):
        self.count += 1
        print('ok', self.count, '-', name, '# SKIP', reason)

    def finish(self):
        print(f'1..{self.count}')
        sys.exit(1 if self.failed else 0)
