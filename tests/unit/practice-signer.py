#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Applink Assistant authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signs one request with oauthlib and prints the Authorization header.

Arguments: method, address, consumer key, file with the private key, and then NAME=VALUE for what oauthlib's client takes:
token, callback, verifier, timestamp, nonce, body.
"""

import sys

from oauthlib.oauth1 import Client, SIGNATURE_RSA

method, uri, consumer_key, key_file, *more = sys.argv[1:]
options = dict(item.split("=", 1) for item in more)
body = options.get("body")
with open(key_file, encoding="ascii") as file:
    client = Client(
        consumer_key,
        signature_method=SIGNATURE_RSA,
        rsa_key=file.read(),
        resource_owner_key=options.get("token"),
        callback_uri=options.get("callback"),
        verifier=options.get("verifier"),
        timestamp=options.get("timestamp"),
        nonce=options.get("nonce"),
    )
headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else None
print(client.sign(uri, http_method=method, body=body, headers=headers)[1]["Authorization"])
