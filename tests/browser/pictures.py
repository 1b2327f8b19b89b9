# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the whole job with two windows side by side: ours at the left, the browser at the right.

xdotool puts the window in its place, as a person would, and ImageMagick's import takes the picture of the whole screen.
"""

import re
import subprocess


class Pictures:
    """Takes them into @folder, the window @width pixels wide."""

    def __init__(self, folder, width, browser):
        self.folder = folder
        self.width = width
        self.browser = browser
        self.count = 0
        folder.mkdir(parents=True, exist_ok=True)
        size = subprocess.run(['xdotool', 'getdisplaygeometry'], check=True, capture_output=True, text=True).stdout
        self.screen = [int(number) for number in size.split()]

    def arrange(self, window):
        """Side by side, over the whole height of the screen."""
        found = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--pid', str(window.process.pid)], check=True,
                               capture_output=True, text=True).stdout.split()
        subprocess.run(['xdotool', 'windowmove', found[-1], '0', '0', 'windowsize', found[-1], str(self.width), str(self.screen[1])],
                       check=True)
        self.browser.place(self.width, 0, self.screen[0] - self.width, self.screen[1])

    def take(self, what):
        self.count += 1
        name = re.sub('[^a-z0-9]+', '-', what.lower()).strip('-')
        subprocess.run(['import', '-window', 'root', str(self.folder / f'{self.count:02}-{name}.png')], check=True)


class NoPictures:
    """Where nobody wants to look."""

    def arrange(self, window):
        pass

    def take(self, what):
        pass
