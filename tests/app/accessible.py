# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a screen reader finds it: by role and name, pressed and filled over the accessibility bus."""

import subprocess
import time
import warnings

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

warnings.simplefilter('ignore')
Atspi.init()

PATIENCE = 30
LOOK_AGAIN = 0.05


def wait(what, look):
    """Looks until there is something. Objects come and go meanwhile, so errors only count in the end."""
    end = time.monotonic() + PATIENCE
    last = None
    pause = GLib.MainLoop()
    while time.monotonic() < end:
        try:
            last = look()
            if last:
                return last
        except (GLib.Error, AttributeError, StopIteration) as error:
            last = error
        GLib.timeout_add(int(LOOK_AGAIN * 1000), pause.quit)
        pause.run()
    raise AssertionError(f'{what}: {last!r}')


def walk(node):
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def has_state(node, state):
    return node.get_state_set().contains(state)


class Window:
    def __init__(self, command, name='applink-assistant'):
        self.process = subprocess.Popen(command)
        self.name = name
        self.known = []
        self.frame = wait('the window', self._find_frame)

    def _find_frame(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application is not None and application.get_name() == self.name:
                return next((n for n in walk(application) if n.get_role_name() == 'frame'), None)
        return None

    def title(self):
        return self.frame.get_name()

    def wait_for_page(self, title):
        wait(f'the page “{title}”', lambda: self.title() == title)

    def _seen(self, node):
        # GTK 4.8 sets SHOWING on the window alone: what was never laid out has no width.
        return node.get_extents(Atspi.CoordType.WINDOW).width > 0

    def _is(self, node, role, name):
        return node.get_name() == name and node.get_role_name() == role and self._seen(node)

    def _find_known(self, role, name):
        """Among what was found before: most that is looked for is the same button, often by another name."""
        for node in reversed(self.known):
            try:
                if self._is(node, role, name):
                    return node
            except GLib.Error:
                # It is gone.
                pass
        return None

    def find(self, role, *names):
        """What has the role and one of the names."""
        # To walk the whole window takes many questions to it, so what is known already is looked at first.
        def look():
            return (next(filter(None, (self._find_known(role, name) for name in names)), None)
                    or next((n for n in walk(self.frame) for name in names if self._is(n, role, name)), None))
        node = wait(f'{role} “{"” or “".join(names)}” on “{self.title()}”', look)
        if node not in self.known:
            self.known.append(node)
        return node

    def can_press(self, name):
        return has_state(self.find('push button', name), Atspi.StateType.SENSITIVE)

    def press(self, name):
        button = self.find('push button', name)
        wait(f'“{name}” can be pressed', lambda: has_state(button, Atspi.StateType.SENSITIVE))
        assert Atspi.Action.do_action(button, 0), f'“{name}” was not pressed'
        return button

    def enter(self, name, text):
        entry = self.find('text', name)
        assert Atspi.EditableText.set_text_contents(entry, text), f'“{name}” takes no text'

    def says(self, text):
        """Whether a label that is seen begins so."""
        return any(n.get_role_name() in ('label', 'heading') and n.get_name().startswith(text) and self._seen(n)
                   for n in walk(self.frame))

    def wait_to_say(self, text):
        wait(f'the page says “{text}”', lambda: self.says(text))

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)
