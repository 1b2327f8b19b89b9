#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what the package icalendar reads in a file: judge-icalendar.py FILE

A line for each value: the event's UID, the property, the value as Python writes it. What the package forgives, but RFC 5545 does not
allow, ends it with an error.
"""

import datetime
import pathlib
import sys

import icalendar

octets = pathlib.Path(sys.argv[1]).read_bytes()
text = octets.decode('utf-8')
assert octets.endswith(b'\r\n'), 'the last line does not end'
lines = octets.split(b'\r\n')
for number, line in enumerate(lines, 1):
    assert len(line) <= 75, f'line {number} has {len(line)} octets'
    assert not any(octet < 32 or octet == 127 for octet in line), f'line {number} has a control character: {line}'
    line.decode('utf-8')
assert b'' not in lines[:-1], 'there is an empty line'

(calendar,) = icalendar.Calendar.from_ical(octets, multiple=True)
assert calendar['VERSION'] == '2.0' and calendar['PRODID']
assert not calendar.errors, calendar.errors

for event in calendar.subcomponents:
    assert event.name == 'VEVENT' and not event.errors, event.errors
    uid = str(event['UID'])
    stamp = event.decoded('DTSTAMP')
    assert stamp.tzinfo is not None and stamp.utcoffset() == datetime.timedelta(0), stamp
    print(uid, 'DTSTAMP', stamp.strftime('%F %T'))
    print(uid, 'SEQUENCE', int(event['SEQUENCE']))
    for name in 'DTSTART', 'DTEND':
        value = event.decoded(name)
        assert type(value) is datetime.date, value
        print(uid, name, value)
    for name in 'SUMMARY', 'DESCRIPTION':
        print(uid, name, repr(str(event[name])))
    start = datetime.datetime.combine(event.decoded('DTSTART'), datetime.time())
    for alarm in event.subcomponents:
        assert (alarm.name, str(alarm['ACTION'])) == ('VALARM', 'DISPLAY') and alarm['DESCRIPTION']
        print(uid, 'ALARM', start + alarm.decoded('TRIGGER'))
