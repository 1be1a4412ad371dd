"""Reads sync files, written only from the description in lib/sync/syncFile.ts.

    python3 readSyncFile.py SET-KEY-HEX FILE...

Prints one line of JSON per file: its content, or {"error": reason}.
"""
import hashlib
import hmac
import json
import os
import re
import struct
import sys
import zlib

sys.path.insert(0, os.path.dirname(__file__))
from readBackup import unseal  # noqa: E402


def hkdf(key, salt, info):
    pseudo = hmac.new(salt or bytes(32), key, hashlib.sha256).digest()
    return hmac.new(pseudo, info + b"\x01", hashlib.sha256).digest()


def framed(*fields):
    parts = []
    for field in fields:
        data = struct.pack(">I", field) if isinstance(field, int) else field.encode()
        parts.append(struct.pack(">I", len(data)) + data)
    return b"".join(parts)


class Refused(Exception):
    pass


def read(name, data, key):
    place = re.fullmatch(r"tessera-([0-9a-f]{8})-([0-9a-f]{16})-(\d{8})\.tsync", name)
    if place is None or len(data) < 54 or data[:8] != b"TESSERAS":
        raise Refused("not-a-sync-file")
    group, replica, seq = place[1], place[2], int(place[3])
    version, cipher, epoch = struct.unpack(">BBI", data[8:14])
    if version > 1 or cipher > 1:
        raise Refused("too-new")
    if version != 1 or cipher != 1:
        raise Refused("damaged")
    file_key = hkdf(key, group.encode(), framed("tessera-sync/1", "file", epoch))
    context = framed("tessera-sync/1", group, replica, seq, epoch)
    content = unseal(file_key, data[14:38], data[38:], context)
    if content is None or not content or len(content) % 4096:
        raise Refused("damaged")
    (used,) = struct.unpack(">I", content[:4])
    if used + 4 > len(content) or any(content[4 + used:]) or len(content) - 4 - used >= 4096:
        raise Refused("damaged")
    try:
        stream = zlib.decompressobj(-15)
        text = stream.decompress(content[4 : 4 + used], 32 * 1024 * 1024 + 1)
        if len(text) > 32 * 1024 * 1024:
            raise Refused("too-large")
        return json.loads(text.decode())
    except (ValueError, zlib.error):
        raise Refused("damaged")


if __name__ == "__main__":
    for path in sys.argv[2:]:
        with open(path, "rb") as file:
            try:
                said = read(os.path.basename(path), file.read(), bytes.fromhex(sys.argv[1]))
                print(json.dumps(said))
            except Refused as refusal:
                print(json.dumps({"error": str(refusal)}))
