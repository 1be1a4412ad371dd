"""Reads a Tessera backup file with only Python's standard library.

Written from the description in lib/vault/FORMAT.md, not from the code, so that the two can disagree.
Reads versions 1 and 2. Usage: readBackup.py SECRET FILE... prints one JSON line per file: the content, or
{"error": reason}. SECRET is a passphrase or a recovery key.
"""

import base64
import hashlib
import hmac
import json
import struct
import sys
import unicodedata

MASK32 = 0xFFFFFFFF
MASK64 = 0xFFFFFFFFFFFFFFFF


class Refused(Exception):
    """Why a file is rejected."""


# --- XChaCha20-Poly1305 -------------------------------------------------------------------------------


def quarter(s, a, b, c, d):
    s[a] = (s[a] + s[b]) & MASK32
    x = s[d] ^ s[a]
    s[d] = ((x << 16) | (x >> 16)) & MASK32
    s[c] = (s[c] + s[d]) & MASK32
    x = s[b] ^ s[c]
    s[b] = ((x << 12) | (x >> 20)) & MASK32
    s[a] = (s[a] + s[b]) & MASK32
    x = s[d] ^ s[a]
    s[d] = ((x << 8) | (x >> 24)) & MASK32
    s[c] = (s[c] + s[d]) & MASK32
    x = s[b] ^ s[c]
    s[b] = ((x << 7) | (x >> 25)) & MASK32


def rounds(state):
    s = list(state)
    for _ in range(10):
        quarter(s, 0, 4, 8, 12)
        quarter(s, 1, 5, 9, 13)
        quarter(s, 2, 6, 10, 14)
        quarter(s, 3, 7, 11, 15)
        quarter(s, 0, 5, 10, 15)
        quarter(s, 1, 6, 11, 12)
        quarter(s, 2, 7, 8, 13)
        quarter(s, 3, 4, 9, 14)
    return s


CONSTANTS = struct.unpack("<4I", b"expand 32-byte k")


def chacha_block(key, counter, nonce):
    state = CONSTANTS + struct.unpack("<8I", key) + (counter,) + struct.unpack("<3I", nonce)
    return struct.pack("<16I", *((x + y) & MASK32 for x, y in zip(rounds(state), state)))


def hchacha(key, nonce):
    s = rounds(CONSTANTS + struct.unpack("<8I", key) + struct.unpack("<4I", nonce))
    return struct.pack("<8I", *(s[:4] + s[12:]))


def poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for at in range(0, len(message), 16):
        block = message[at : at + 16] + b"\x01"
        total = (total + int.from_bytes(block, "little")) * r % ((1 << 130) - 5)
    return ((total + int.from_bytes(key[16:], "little")) % (1 << 128)).to_bytes(16, "little")


def unseal(key, nonce, sealed, context):
    """Returns the plaintext, or None if the tag is wrong."""
    if len(sealed) < 16 or len(nonce) != 24:
        return None
    subkey, short = hchacha(key, nonce[:16]), b"\0" * 4 + nonce[16:]
    text, tag = sealed[:-16], sealed[-16:]
    fill = lambda part: b"\0" * (-len(part) % 16)
    lengths = struct.pack("<QQ", len(context), len(text))
    mac = poly1305(
        chacha_block(subkey, 0, short)[:32],
        context + fill(context) + text + fill(text) + lengths,
    )
    if not hmac.compare_digest(mac, tag):
        return None
    stream = b"".join(chacha_block(subkey, 1 + at, short) for at in range((len(text) + 63) // 64))
    return bytes(x ^ y for x, y in zip(text, stream))


def unseal_short(key, nonce, sealed, context):
    """ChaCha20-Poly1305 (RFC 8439). Returns the plaintext, or None if the tag is wrong."""
    text, tag = sealed[:-16], sealed[-16:]
    fill = lambda part: b"\0" * (-len(part) % 16)
    lengths = struct.pack("<QQ", len(context), len(text))
    mac = poly1305(
        chacha_block(key, 0, nonce)[:32],
        context + fill(context) + text + fill(text) + lengths,
    )
    if not hmac.compare_digest(mac, tag):
        return None
    stream = b"".join(chacha_block(key, 1 + at, nonce) for at in range((len(text) + 63) // 64))
    return bytes(x ^ y for x, y in zip(text, stream))


# --- X25519 (RFC 7748) and HPKE in mode "psk" (RFC 9180) ------------------------------------------

P = 2**255 - 19


def x25519(scalar, point):
    k = bytearray(scalar)
    k[0] &= 248
    k[31] = (k[31] & 127) | 64
    k = int.from_bytes(k, "little")
    x1 = int.from_bytes(point, "little") % 2**255 % P
    x2, z2, x3, z3, swap = 1, 0, x1, 1, 0
    for t in reversed(range(255)):
        bit = (k >> t) & 1
        if swap ^ bit:
            x2, x3, z2, z3 = x3, x2, z3, z2
        swap = bit
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        aa, bb, da, cb = a * a % P, b * b % P, d * a % P, c * b % P
        e = aa - bb
        x3, z3 = (da + cb) ** 2 % P, x1 * (da - cb) ** 2 % P
        x2, z2 = aa * bb % P, e * (aa + 121665 * e) % P
    if swap:
        x2, x3, z2, z3 = x3, x2, z3, z2
    return (x2 * pow(z2, P - 2, P) % P).to_bytes(32, "little")


BASE = (9).to_bytes(32, "little")
KEM = b"KEM" + struct.pack(">H", 0x20)
HPKE = b"HPKE" + struct.pack(">HHH", 0x20, 1, 3)


def extract(suite, label, salt, ikm):
    return hmac.new(salt or b"\0" * 32, b"HPKE-v1" + suite + label + ikm, hashlib.sha256).digest()


def expand(suite, label, prk, info, length):
    info = struct.pack(">H", length) + b"HPKE-v1" + suite + label + info
    return hmac.new(prk, info + b"\x01", hashlib.sha256).digest()[:length]


def private_key(secret):
    return expand(KEM, b"sk", extract(KEM, b"dkp_prk", b"", secret), b"", 32)


def hpke_open(private, psk, psk_id, info, context, sealed):
    enc, public = sealed[:32], x25519(private, BASE)
    dh = x25519(private, enc)
    if dh == b"\0" * 32:
        return None
    shared = expand(KEM, b"shared_secret", extract(KEM, b"eae_prk", b"", dh), enc + public, 32)
    schedule = (
        b"\x01" + extract(HPKE, b"psk_id_hash", b"", psk_id) + extract(HPKE, b"info_hash", b"", info)
    )
    secret = extract(HPKE, b"secret", shared, psk)
    key = expand(HPKE, b"key", secret, schedule, 32)
    nonce = expand(HPKE, b"base_nonce", secret, schedule, 12)
    return unseal_short(key, nonce, sealed[32:], context)


# --- Argon2id (RFC 9106), one lane after another -------------------------------------------------------


def long_hash(data, length):
    head = struct.pack("<I", length)
    if length <= 64:
        return hashlib.blake2b(head + data, digest_size=length).digest()
    out, v = b"", hashlib.blake2b(head + data).digest()
    while length - len(out) > 64:
        out += v[:32]
        left = length - len(out)
        v = hashlib.blake2b(v, digest_size=min(64, left)).digest()
    return out + v


def mix(v, a, b, c, d):
    x, y = v[a], v[b]
    x = (x + y + 2 * (x & MASK32) * (y & MASK32)) & MASK64
    w = v[d] ^ x
    w = (w >> 32) | ((w & MASK32) << 32)
    z = v[c]
    z = (z + w + 2 * (z & MASK32) * (w & MASK32)) & MASK64
    y ^= z
    y = (y >> 24) | ((y << 40) & MASK64)
    x = (x + y + 2 * (x & MASK32) * (y & MASK32)) & MASK64
    w ^= x
    w = (w >> 16) | ((w << 48) & MASK64)
    z = (z + w + 2 * (z & MASK32) * (w & MASK32)) & MASK64
    y ^= z
    v[a], v[b], v[c], v[d] = x, ((y >> 63) | ((y << 1) & MASK64)), z, w


ROWS = [list(range(16 * i, 16 * i + 16)) for i in range(8)]
COLUMNS = [[2 * i + 16 * j + k for j in range(8) for k in (0, 1)] for i in range(8)]
PLACES = [
    (0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
    (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14),
]
STEPS = [tuple(line[p] for p in place) for line in ROWS + COLUMNS for place in PLACES]


def compress(first, second):
    start = [x ^ y for x, y in zip(first, second)]
    v = start[:]
    for step in STEPS:
        mix(v, *step)
    return [x ^ y for x, y in zip(v, start)]


def argon2id(password, salt, memory, passes, lanes, length=32):
    field = lambda part: struct.pack("<I", len(part)) + part
    seed = hashlib.blake2b(
        struct.pack("<6I", lanes, length, memory, passes, 0x13, 2)
        + field(password) + field(salt) + field(b"") + field(b"")
    ).digest()
    quarter_length = memory // (4 * lanes)
    columns = quarter_length * 4
    words = lambda data: list(struct.unpack("<128Q", data))
    grid = [[None] * columns for _ in range(lanes)]
    for lane in range(lanes):
        for column in (0, 1):
            grid[lane][column] = words(long_hash(seed + struct.pack("<II", column, lane), 1024))
    zero = [0] * 128
    for turn in range(passes):
        for segment in range(4):
            for lane in range(lanes):
                data_independent = turn == 0 and segment < 2
                counter = [turn, lane, segment, columns * lanes, passes, 2, 0] + [0] * 121
                addresses = None
                for at in range(2 if turn == 0 and segment == 0 else 0, quarter_length):
                    column = segment * quarter_length + at
                    before = grid[lane][column - 1]
                    if data_independent:
                        if addresses is None or at % 128 == 0:
                            counter[6] = at // 128 + 1
                            addresses = compress(zero, compress(zero, counter))
                        pair = addresses[at % 128]
                    else:
                        pair = before[0]
                    low, high = pair & MASK32, pair >> 32
                    other = lane if turn == 0 and segment == 0 else high % lanes
                    if turn == 0:
                        done = segment * quarter_length
                        start = 0
                    else:
                        done = columns - quarter_length
                        start = (segment + 1) * quarter_length
                    if other == lane:
                        area = done + at - 1
                    else:
                        area = done - (1 if at == 0 else 0)
                    x = low * low >> 32
                    place = (start + area - 1 - (area * x >> 32)) % columns
                    block = compress(before, grid[other][place])
                    if turn > 0:
                        block = [x ^ y for x, y in zip(block, grid[lane][column])]
                    grid[lane][column] = block
    last = grid[0][-1]
    for lane in range(1, lanes):
        last = [x ^ y for x, y in zip(last, grid[lane][-1])]
    return long_hash(struct.pack("<128Q", *last), length)


# --- the file -----------------------------------------------------------------------------------------


def text_bytes(text):
    if any(c not in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_" for c in text):
        raise Refused("damaged")
    try:
        out = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        raise Refused("damaged")
    if base64.urlsafe_b64encode(out).rstrip(b"=").decode() != text:
        raise Refused("damaged")
    return out


def framed(*fields):
    out = b""
    for field in fields:
        if isinstance(field, str):
            part = field.encode()
        else:
            part = field if isinstance(field, bytes) else struct.pack(">I", field)
        out += struct.pack(">I", len(part)) + part
    return out


def hkdf(key, salt, info):
    pseudo = hmac.new(salt or b"\0" * 32, key, hashlib.sha256).digest()
    return hmac.new(pseudo, info + b"\x01", hashlib.sha256).digest()


DOMAIN = "tessera-vault/1"
derived = {}


def kek_of(slot, secret):
    salt = text_bytes(slot["salt"])
    if slot["type"] == "recovery":
        letters = "".join(secret.upper().split()).replace("-", "")
        try:
            key = base64.b32decode(letters)
        except ValueError:
            return None
        return hkdf(key, salt, framed(DOMAIN, "recovery")) if len(key) == 20 else None
    if slot["type"] != "passphrase":
        return None
    memory, passes, lanes = slot["memory"], slot["passes"], slot["lanes"]
    if not (19 * 1024 <= memory <= 1024 * 1024 and 2 <= passes <= 10 and 1 <= lanes <= 4):
        raise Refused("cost-too-high")
    name = (salt, memory, passes, lanes)
    if name not in derived:
        password = unicodedata.normalize("NFKC", secret).encode()
        derived[name] = argon2id(password, salt, memory, passes, lanes)
    return derived[name]


def source_key(header, secret):
    # Slots without a KDF first.
    for slot in sorted(header["slots"], key=lambda one: one["type"] != "recovery"):
        kek = kek_of(slot, secret)
        if kek is None:
            continue
        commit = hmac.new(kek, b"commit", hashlib.sha256).digest()
        if not hmac.compare_digest(commit, text_bytes(slot["commit"])):
            continue
        context = framed(
            DOMAIN, "slot", header["vault"], header["epoch"], slot["id"], slot["type"],
            slot["memory"], slot["passes"], slot["lanes"], slot["salt"], slot["credential"],
        )
        key = unseal(
            hkdf(kek, b"", framed(DOMAIN, "wrap")),
            text_bytes(slot["nonce"]),
            text_bytes(slot["wrapped"]),
            context,
        )
        if key is None:
            raise Refused("damaged")
        return key
    raise Refused("wrong-passphrase")


SLOT = "tessera-vault/2"


def backup_key(header, secret):
    for slot in sorted(header["slots"], key=lambda one: one["memory"] * one["passes"]):
        kek = kek_of(slot, secret)
        if kek is None:
            continue
        private = private_key(hkdf(kek, b"", framed(SLOT, "key pair")))
        public = text_bytes(slot["publicKey"])
        if not hmac.compare_digest(x25519(private, BASE), public):
            continue
        context = framed(
            SLOT, header["vault"], 0, slot["id"], slot["type"], slot["memory"], slot["passes"],
            slot["lanes"], slot["salt"], "", public,
        )
        key = hpke_open(
            private,
            hkdf(kek, b"", framed(SLOT, "psk")),
            text_bytes(slot["id"]),
            framed(SLOT, "backup key"),
            context,
            text_bytes(slot["sealed"]),
        )
        if key is None:
            raise Refused("damaged")
        return key
    raise Refused("wrong-passphrase")


def content_key(version, header, secret):
    if version == 2:
        return hkdf(backup_key(header, secret), b"", framed("tessera-backup/2", "content"))
    key = source_key(header, secret)
    return hkdf(key, text_bytes(header["salt"]), framed(DOMAIN, "backup", header["epoch"]))


def read(data, secret):
    if data[:8] != b"TESSERAB":
        raise Refused("not-a-backup")
    if len(data) < 14:
        raise Refused("damaged")
    version, cipher, length = struct.unpack(">BBI", data[8:14])
    if version > 2 or cipher > 1:
        raise Refused("too-new")
    if version < 1 or cipher != 1 or length > 65536 or len(data) < 14 + length + 40:
        raise Refused("damaged")
    before, nonce, sealed = data[: 14 + length], data[14 + length : 38 + length], data[38 + length :]
    try:
        header = json.loads(data[14 : 14 + length].decode())
        key = content_key(version, header, secret)
    except (ValueError, KeyError, TypeError, AttributeError, struct.error):
        raise Refused("damaged")
    content = unseal(key, nonce, sealed, before)
    if content is None or len(content) % 256:
        raise Refused("damaged")
    (used,) = struct.unpack(">I", content[:4])
    if used + 4 > len(content) or any(content[4 + used :]) or len(content) - 4 - used >= 256:
        raise Refused("damaged")
    return json.loads(content[4 : 4 + used].decode())


if __name__ == "__main__":
    for path in sys.argv[2:]:
        with open(path, "rb") as file:
            try:
                print(json.dumps(read(file.read(), sys.argv[1])))
            except Refused as refusal:
                print(json.dumps({"error": str(refusal)}))
