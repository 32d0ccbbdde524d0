"""Reads a JSON array of calendars on stdin and prints what libical's icalrestriction_check finds wrong in each."""
import ctypes
import json
import re
import sys

ical = ctypes.CDLL("libical.so.3")
ical.icalparser_parse_string.restype = ctypes.c_void_p
ical.icalparser_parse_string.argtypes = [ctypes.c_char_p]
ical.icalrestriction_check.restype = ctypes.c_int
ical.icalrestriction_check.argtypes = [ctypes.c_void_p]
ical.icalcomponent_as_ical_string.restype = ctypes.c_char_p
ical.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]
ical.icalcomponent_free.argtypes = [ctypes.c_void_p]


def complaints(text):
    component = ical.icalparser_parse_string(text.encode())
    if not component:
        return ["cannot be parsed"]
    sound = ical.icalrestriction_check(component)
    written = ical.icalcomponent_as_ical_string(component).decode().replace("\r\n ", "").replace("\n ", "")
    ical.icalcomponent_free(component)
    found = re.findall(r"X-LIC-ERROR[^:]*:(.*)", written)
    return [line.strip() for line in found] or ([] if sound else ["not sound"])


json.dump([complaints(text) for text in json.load(sys.stdin)], sys.stdout)
