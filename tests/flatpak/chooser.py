#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop's part in choosing a file, for a desktop at which nobody sits: chooser.py FILE

Answers the portal for files by FILE, whatever is asked for. Between it and the program stand the real portals, which hand over
that one file and no other. Says "ready" as soon as it can be asked, and then each title that a person would have read.
"""

import pathlib
import sys

from gi.repository import Gio, GLib

NAME = 'org.freedesktop.impl.portal.desktop.nobody'
PATH = '/org/freedesktop/portal/desktop'
INTERFACE = """
<node>
  <interface name="org.freedesktop.impl.portal.FileChooser">
    <method name="OpenFile">
      <arg type="o" name="handle" direction="in"/>
      <arg type="s" name="app_id" direction="in"/>
      <arg type="s" name="parent_window" direction="in"/>
      <arg type="s" name="title" direction="in"/>
      <arg type="a{sv}" name="options" direction="in"/>
      <arg type="u" name="response" direction="out"/>
      <arg type="a{sv}" name="results" direction="out"/>
    </method>
  </interface>
</node>
"""
CHOSEN = 0


def main():
    chosen = pathlib.Path(sys.argv[1]).resolve().as_uri()
    loop = GLib.MainLoop()

    def on_call(connection, sender, path, interface, method, parameters, invocation):
        _, app_id, _, title, _ = parameters.unpack()
        print(f'{app_id}: {title}', flush=True)
        invocation.return_value(GLib.Variant('(ua{sv})', (CHOSEN, {'uris': GLib.Variant('as', [chosen])})))

    def on_bus(connection, name):
        interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
        connection.register_object(PATH, interface, on_call, None, None)

    Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, on_bus,
                     lambda *arguments: print('ready', flush=True), lambda *arguments: loop.quit())
    loop.run()
    sys.exit(f'the name {NAME} was not to be had')


if __name__ == '__main__':
    main()
