#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads signed requests, one JSON object a line, and prints what oauthlib thinks of each: "valid" or "invalid".

Each has method, uri, header, form (a body or null) and key (the public key as PEM). oauthlib reads the header and makes the
base string by itself, so nothing of the program's own is needed to agree with it.
"""

import json
import sys

from oauthlib.oauth1 import RequestValidator, SignatureOnlyEndpoint, SIGNATURE_RSA


class Validator(RequestValidator):
    """Takes every consumer, and leaves the verdict to the signature."""

    enforce_ssl = False
    allowed_signature_methods = (SIGNATURE_RSA,)
    timestamp_lifetime = float("inf")
    dummy_client = "nobody"

    def __init__(self, key):
        super().__init__()
        self.key = key

    def check_client_key(self, client_key):
        return bool(client_key)

    def check_nonce(self, nonce):
        return len(nonce) == 32

    def validate_client_key(self, client_key, request):
        return True

    def validate_timestamp_and_nonce(self, client_key, timestamp, nonce, request, request_token=None, access_token=None):
        return True

    def get_rsa_key(self, client_key, request):
        return self.key


for line in sys.stdin:
    asked = json.loads(line)
    headers = {"Authorization": asked["header"]}
    if asked["form"] is not None:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    valid, _ = SignatureOnlyEndpoint(Validator(asked["key"])).validate_request(
        asked["uri"], http_method=asked["method"], body=asked["form"], headers=headers)
    print("valid" if valid else "invalid")
