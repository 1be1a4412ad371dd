"""Reads the exports that Tessera writes for other apps, with only Python's standard library.

Written from those apps' published format descriptions (for Aegis docs/vault.md of its repository), not from
our writers, so that the two can disagree. Every field is checked as strictly as in the app's own reader. Usage: readExports.py FORMAT TIME PASSWORD FILE with the format aegis, 2fas or bitwarden and
the time in seconds; prints a JSON list of {issuer, account, code, tags, note, pinned}.
"""

import base64
import hashlib
import hmac
import json
import re
import struct
import sys
import urllib.parse
import uuid

HASHES = {"SHA1": "sha1", "SHA256": "sha256", "SHA512": "sha512"}


def need(condition, what):
    if not condition:
        raise ValueError(what)


def typed(row, **types):
    """Returns the fields of a row in the order of `types`, after checking their types."""
    for name, kind in types.items():
        need(name in row, f"{name} is missing")
        # In Python, a bool is an int too.
        need(isinstance(row[name], kind) and (kind is bool or row[name] is not True), name)
    return [row[name] for name in types]


# --- AES-256-GCM (FIPS 197, SP 800-38D) ---------------------------------------------------------------


def double(byte):
    return ((byte << 1) ^ 0x11B) & 0xFF if byte & 0x80 else byte << 1


def make_sbox():
    """Finds every inverse by iterating the powers of 3 and, in parallel, of its inverse."""
    sbox = [0x63] * 256
    p = q = 1
    while True:
        p ^= double(p)
        q ^= q << 1
        q ^= q << 2
        q ^= q << 4
        q &= 0xFF
        if q & 0x80:
            q ^= 0x09
        turned = [((q << n) | (q >> (8 - n))) & 0xFF for n in range(5)]
        sbox[p] = turned[0] ^ turned[1] ^ turned[2] ^ turned[3] ^ turned[4] ^ 0x63
        if p == 1:
            return sbox


SBOX = make_sbox()


def expand(key):
    words = [list(key[at : at + 4]) for at in range(0, 32, 4)]
    constant = 1
    for at in range(8, 60):
        word = list(words[at - 1])
        if at % 8 == 0:
            word = [SBOX[byte] for byte in word[1:] + word[:1]]
            word[0] ^= constant
            constant = double(constant)
        elif at % 8 == 4:
            word = [SBOX[byte] for byte in word]
        words.append([a ^ b for a, b in zip(words[at - 8], word)])
    return [sum(words[at : at + 4], []) for at in range(0, 60, 4)]


def encrypt_block(keys, block):
    state = [a ^ b for a, b in zip(block, keys[0])]
    for turn in range(1, 15):
        state = [SBOX[state[(at + 4 * (at % 4)) % 16]] for at in range(16)]
        if turn < 14:
            mixed = []
            for at in range(0, 16, 4):
                column = state[at : at + 4]
                every = column[0] ^ column[1] ^ column[2] ^ column[3]
                mixed += [
                    column[n] ^ every ^ double(column[n] ^ column[(n + 1) % 4]) for n in range(4)
                ]
            state = mixed
        state = [a ^ b for a, b in zip(state, keys[turn])]
    return bytes(state)


def ghash(subkey, data):
    total = 0
    for at in range(0, len(data), 16):
        value = total ^ int.from_bytes(data[at : at + 16].ljust(16, b"\0"), "big")
        total, factor = 0, subkey
        for bit in range(127, -1, -1):
            if value >> bit & 1:
                total ^= factor
            factor = (factor >> 1) ^ (0xE1 << 120 if factor & 1 else 0)
    return total


def open_gcm(key, nonce, sealed, tag):
    keys = expand(key)
    stream = lambda count: encrypt_block(keys, nonce + struct.pack(">I", count))
    subkey = int.from_bytes(encrypt_block(keys, bytes(16)), "big")
    padded = sealed + bytes(-len(sealed) % 16) + struct.pack(">QQ", 0, len(sealed) * 8)
    mine = ghash(subkey, padded) ^ int.from_bytes(stream(1), "big")
    if not hmac.compare_digest(mine.to_bytes(16, "big"), tag):
        return None
    return b"".join(
        bytes(a ^ b for a, b in zip(sealed[at : at + 16], stream(at // 16 + 2)))
        for at in range(0, len(sealed), 16)
    )


# --- Codes ---------------------------------------------------------------------------------------------


def decode32(text):
    need(re.fullmatch(r"[A-Z2-7]+=*", text), "base32 in capitals")
    text = text.rstrip("=")
    return base64.b32decode(text + "=" * (-len(text) % 8))


def truncated(key, algorithm, step):
    mac = hmac.new(key, struct.pack(">Q", step), HASHES[algorithm]).digest()
    return struct.unpack(">I", mac[mac[-1] & 15 :][:4])[0] & 0x7FFFFFFF


def code(kind, key, time, algorithm="SHA1", digits=6, period=30, counter=0, pin=""):
    step = counter if kind == "hotp" else time // period
    if kind in ("totp", "hotp"):
        return str(truncated(key, algorithm, step) % 10**digits).zfill(digits)
    if kind == "steam":
        letters, value = "23456789BCDFGHJKMNPQRTVWXY", truncated(key, "SHA1", step)
        return "".join(letters[value // 26**place % 26] for place in range(5))
    if kind == "motp":
        return hashlib.md5(f"{time // 10}{key.hex()}{pin}".encode()).hexdigest()[:6]
    need(kind == "yandex", kind)
    hashed = hashlib.sha256(pin.encode() + key[:16]).digest()
    mac = hmac.new(hashed[1:] if hashed[0] == 0 else hashed, struct.pack(">Q", step), "sha256").digest()
    value = struct.unpack(">Q", mac[mac[-1] & 15 :][:8])[0] & (1 << 63) - 1
    return "".join(chr(97 + value // 26**place % 26) for place in range(7, -1, -1))


# --- Formats -------------------------------------------------------------------------------------------


def read_aegis(file, time, password):
    version, header, db = typed(file, version=int, header=dict, db=(dict, str))
    need(version == 1, "version of the vault")
    slots, params = typed(header, slots=(list, type(None)), params=(dict, type(None)))
    if isinstance(db, str):
        db = json.loads(open_aegis(slots, params, base64.b64decode(db, validate=True), password))
    else:
        need(slots is None and params is None, "a plain vault has no slots")
    version, entries, groups = typed(db, version=int, entries=list, groups=list)
    need(version == 3, "version of the database")
    names = {str(uuid.UUID(group["uuid"])): group["name"] for group in groups}
    need(len(names) == len(groups), "every group has an id of its own")
    ids = {str(uuid.UUID(entry["uuid"])) for entry in entries}
    need(len(ids) == len(entries), "every entry has an id of its own")
    return [aegis_entry(entry, names, time) for entry in entries]


def open_aegis(slots, params, sealed, password):
    for slot in slots:
        kind, key, parts, salt = typed(slot, type=int, key=str, key_params=dict, salt=str)
        n, r, p, _ = typed(slot, n=int, r=int, p=int, repaired=bool)
        uuid.UUID(slot["uuid"])
        need(kind == 1 and len(salt) == 64, "a slot for a password")
        derived = hashlib.scrypt(
            password.encode(), salt=bytes.fromhex(salt), n=n, r=r, p=p, maxmem=2**27, dklen=32
        )
        master = open_gcm(derived, *(bytes.fromhex(part) for part in (parts["nonce"], key, parts["tag"])))
        if master:
            opened = open_gcm(master, bytes.fromhex(params["nonce"]), sealed, bytes.fromhex(params["tag"]))
            need(opened is not None, "the tag of the database")
            return opened
    raise ValueError("no slot opens by this password")


def aegis_entry(entry, groups, time):
    kind, name, issuer = typed(entry, type=str, name=str, issuer=str)
    note, favorite, icon, info, own = typed(
        entry, note=str, favorite=bool, icon=type(None), info=dict, groups=list
    )
    secret, algorithm, digits = typed(info, secret=str, algo=str, digits=int)
    given = {"digits": digits}
    if kind == "hotp":
        (given["counter"],) = typed(info, counter=int)
    else:
        (given["period"],) = typed(info, period=int)
    if kind in ("motp", "yandex"):
        (given["pin"],) = typed(info, pin=str)
    need(algorithm == "MD5" if kind == "motp" else algorithm in HASHES, "algo")
    key = decode32(secret)
    return account(issuer, name, code(kind, key, time, algorithm, **given), [groups[id] for id in own], note, favorite)


def read_2fas(file, time, _password):
    services, groups, schema = typed(file, services=list, groups=list, schemaVersion=int)
    typed(file, updatedAt=int, appVersionCode=int, appVersionName=str, appOrigin=str)
    need(schema == 4, "schema")
    for group in groups:
        typed(group, id=str, name=str, isExpanded=bool, updatedAt=int)
    names = {group["id"]: group["name"] for group in groups}
    need([service["order"]["position"] for service in services] == list(range(len(services))), "order")
    return [fas_service(service, names, time) for service in services]


def fas_service(service, groups, time):
    name, secret, _, otp, icon = typed(service, name=str, secret=str, updatedAt=int, otp=dict, icon=dict)
    need(icon["selected"] == "Label" and len(icon["label"]["text"]) <= 3, "label")
    link, label, own, issuer = typed(otp, link=str, label=str, account=str, issuer=str)
    digits, period, algorithm, kind = typed(otp, digits=int, period=int, algorithm=str, tokenType=str)
    need(kind in ("TOTP", "HOTP", "STEAM") and otp["source"] == "Link", "tokenType, source")
    need(link.startswith("otpauth://") and issuer == name, "link, issuer")
    given = {"counter": typed(otp, counter=int)[0]} if kind == "HOTP" else {"period": period}
    shown = code(kind.lower(), decode32(secret), time, algorithm, digits, **given)
    group = service["groupId"]
    return account(name, own, shown, [] if group is None else [groups[group]])


def read_bitwarden(file, time, _password):
    encrypted, folders, items = typed(file, encrypted=bool, folders=list, items=list)
    need(not encrypted, "plain")
    names = {folder["id"]: folder["name"] for folder in folders}
    return [bitwarden_item(item, names, time) for item in items]


def bitwarden_item(item, folders, time):
    kind, name, favorite, login = typed(item, type=int, name=str, favorite=bool, login=dict)
    need(kind == 1 and name != "", "a login with a name")
    uris, user, totp = typed(login, uris=list, username=str, totp=str)
    need(all(urllib.parse.urlparse(uri["uri"]).hostname for uri in uris), "uris")
    folder = item["folderId"]
    tags = [] if folder is None else [folders[folder]]
    shown = bitwarden_code(totp, time)
    return account(name, user, shown, tags, item["notes"] or "", favorite)


def bitwarden_code(totp, time):
    uri = urllib.parse.urlparse(totp)
    if uri.scheme == "steam":
        return code("steam", decode32(uri.netloc), time)
    need(uri.scheme == "otpauth" and uri.netloc == "totp", totp.split(":")[0])
    given = dict(urllib.parse.parse_qsl(uri.query, strict_parsing=True))
    numbers = {name: int(given[name]) for name in ("digits", "period") if name in given}
    return code("totp", decode32(given["secret"]), time, given.get("algorithm", "SHA1"), **numbers)


def account(issuer, name, shown, tags, note="", pinned=False):
    return {"issuer": issuer, "account": name, "code": shown, "tags": tags, "note": note, "pinned": pinned}


READERS = {"aegis": read_aegis, "2fas": read_2fas, "bitwarden": read_bitwarden}

if __name__ == "__main__":
    app, now, secret, path = sys.argv[1:]
    with open(path, encoding="utf-8") as stream:
        print(json.dumps(READERS[app](json.load(stream), int(now), secret)))
